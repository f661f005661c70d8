/** As `work`, but never later than the signal; rejects with its reason. */
export function orAborted<T>(signal: AbortSignal, work: T | PromiseLike<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  Promise.resolve(work).then(
    (value) => {
      signal.removeEventListener('abort', abort);
      resolve(value);
    },
    (error: unknown) => {
      signal.removeEventListener('abort', abort);
      reject(error);
    },
  );
  return promise;
}
