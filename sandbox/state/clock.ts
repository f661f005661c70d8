import { AsyncLocalStorage } from 'node:async_hooks';

const pretended = new AsyncLocalStorage<number>();

/** The time in milliseconds: what it is, or what it is pretended to be. */
export const now = (): number => pretended.getStore() ?? Date.now();

/** Runs something as if it were another time: a seeded world has a past. */
export const at = <T>(time: number, work: () => T): T => pretended.run(time, work);

let last = 0;

/** Later at each call: rows are listed by it, and two calls are never made in one instant over there. */
export const newTime = (): number => {
  last = Math.max(now(), last + 1);
  return last;
};
