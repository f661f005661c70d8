import { orAborted } from '../supergraph/or-aborted.ts';

/** Work under way that several wait for; it ends early when the last of them has gone. */
export interface Flights<Result> {
  /** `shared`: whether it was under way before. */
  join(key: string, signal: AbortSignal, begin: (signal: AbortSignal) => Promise<Result>): Joined<Result>;
}

export interface Joined<Result> {
  readonly shared: boolean;
  readonly result: Promise<Result>;
}

interface Flight<Result> {
  readonly result: Promise<Result>;
  readonly gone: AbortController;
  waiting: number;
}

export function createFlights<Result>(): Flights<Result> {
  const flights = new Map<string, Flight<Result>>();

  function take(key: string, begin: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const gone = new AbortController();
    const flight = { gone, waiting: 0, result: begin(gone.signal) };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.result.then(land, land);
    return flight;
  }

  async function wait(key: string, flight: Flight<Result>, signal: AbortSignal): Promise<Result> {
    flight.waiting += 1;
    try {
      return await orAborted(signal, flight.result);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 && signal.aborted) {
        // Nobody may join what is being given up.
        if (flights.get(key) === flight) flights.delete(key);
        flight.gone.abort(signal.reason);
      }
    }
  }

  return {
    join(key, signal, begin) {
      const known = flights.get(key);
      return { shared: known !== undefined, result: wait(key, known ?? take(key, begin), signal) };
    },
  };
}
