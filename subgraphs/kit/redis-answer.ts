import { Fault } from './fault.ts';

/** Longer than any of our commands takes, and short enough that a request can still be answered without it. */
const ANSWER_MS = 1_000;

/** Errors of Redis that are ours, and not its state: a wrong command, or a key of another kind. */
const OURS = /^(ERR|WRONGTYPE)\b/;

/** Redis takes whole milliseconds, and refuses an end that has passed. */
export const whole = (ttl: number): number => Math.max(1, Math.ceil(ttl));

/** The answer in time, or STORE_UNAVAILABLE. Each request waits for some of these: one promise, no race of several. */
export function answered<T>(sent: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new Fault('STORE_UNAVAILABLE')), ANSWER_MS);
  sent.then(
    (value) => {
      clearTimeout(timer);
      resolve(value);
    },
    (error: unknown) => {
      clearTimeout(timer);
      reject(told(error));
    },
  );
  return promise;
}

function told(error: unknown): unknown {
  // ioredis hangs the command on its errors, arguments and all; they are secrets, and errors are logged.
  if (error instanceof Error) Reflect.deleteProperty(error, 'command');
  if (error instanceof Fault || (error instanceof Error && OURS.test(error.message))) return error;
  return new Fault('STORE_UNAVAILABLE', {}, error);
}
