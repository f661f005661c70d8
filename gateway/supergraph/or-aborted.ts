/** As `work`, but never later than the signal; rejects with its reason. */
export function orAborted<T>(signal: AbortSignal, work: T | PromiseLike<T>): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}
