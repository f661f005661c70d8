import { Fault } from './fault.ts';

/** Longer than any of our commands takes, and short enough that a request can still be answered without it. */
const ANSWER_MS = 1_000;

/** Errors of Redis that are ours, and not its state: a wrong command, or a key of another kind. */
const OURS = /^(ERR|WRONGTYPE)\b/;

/** The answer in time, or STORE_UNAVAILABLE. */
export async function answered<T>(sent: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Fault('STORE_UNAVAILABLE')), ANSWER_MS);
  try {
    return await Promise.race([sent, late.promise]);
  } catch (error) {
    // ioredis hangs the command on its errors, arguments and all; they are secrets, and errors are logged.
    if (error instanceof Error) Reflect.deleteProperty(error, 'command');
    if (error instanceof Fault || (error instanceof Error && OURS.test(error.message))) throw error;
    throw new Fault('STORE_UNAVAILABLE', {}, error);
  } finally {
    clearTimeout(timer);
  }
}
