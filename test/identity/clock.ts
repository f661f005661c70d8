import { mock } from 'node:test';

/**
 * Sets the clock of this process on by so many ms, until it is disposed of; it then stands still. Postgres keeps its
 * own time.
 */
export function later(ms: number): Disposable {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + ms });
  return { [Symbol.dispose]: () => mock.timers.reset() };
}
