import type { Store } from './store.ts';

const AGAIN_MS = 1_000;

/**
 * Hears a channel from now on; where the store does not answer, from when it does: nobody's start waits for it. What was
 * told meanwhile is not told again. The returned function ends it.
 */
export async function hear(
  store: Pick<Store, 'subscribe'>,
  channel: string,
  receive: (message: string) => void,
): Promise<() => Promise<void>> {
  let ended = false;
  let end: (() => Promise<void>) | null = null;
  let again: NodeJS.Timeout | undefined;
  const listen = async (): Promise<void> => {
    try {
      end = await store.subscribe(channel, receive);
      if (ended) await end();
    } catch {
      if (!ended) again = setTimeout(() => void listen(), AGAIN_MS).unref();
    }
  };
  await listen();
  return async () => {
    ended = true;
    clearTimeout(again);
    await end?.();
  };
}
