import { Fault } from '../../../kit/fault.ts';

/** One piece of work for all who ask for the same at once. */
export interface Flights<Result> {
  /** Who leaves early leaves alone: the work goes on for the others. */
  join(name: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
}

export function createFlights<Result>(): Flights<Result> {
  const flying = new Map<string, Promise<Result>>();

  return {
    join(name, signal, work) {
      const flight = flying.get(name) ?? work().finally(() => flying.delete(name));
      flying.set(name, flight);
      return within(signal, flight);
    },
  };
}

/** What `promise` resolves with, unless the signal ends first. */
export function within<Result>(signal: AbortSignal, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new Fault('UPSTREAM_TIMEOUT'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
