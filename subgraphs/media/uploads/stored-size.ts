import { Fault } from '../../kit/fault.ts';

/** Bytes that the store holds at a signed address. It is asked for one of them: what is signed for GET is no HEAD. */
export async function storedSize(url: string, signal: AbortSignal): Promise<number> {
  const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, redirect: 'error', signal }).catch(
    (error: unknown) => {
      throw new Fault('STORE_UNREADABLE', {}, error);
    },
  );
  await answer.body?.cancel();
  const [, whole] = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
  if (whole !== undefined) return Number(whole);
  const length = answer.headers.get('content-length');
  if (answer.status !== 200 || length === null) throw new Fault('STORE_UNREADABLE');
  return Number(length);
}
