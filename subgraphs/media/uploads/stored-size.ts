/** A store that is far, or not to be reached from here, does not hold up who uploads. */
const WAIT_MS = 3_000;

/**
 * Bytes that the store holds at a signed address; null when it cannot be asked from here. It is asked for one of them:
 * what is signed for GET is no HEAD.
 */
export async function storedSize(url: string): Promise<number | null> {
  const init = { headers: { range: 'bytes=0-0' }, redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) } as const;
  const answer = await fetch(url, init).catch(() => null);
  await answer?.body?.cancel();
  const [, whole] = /\/(\d+)$/.exec(answer?.headers.get('content-range') ?? '') ?? [];
  return whole === undefined ? null : Number(whole);
}
