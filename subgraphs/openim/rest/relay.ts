import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Fault } from '../../kit/fault.ts';
import type { Breaker } from './breaker.ts';
import { AWAY, blames, type CallReport } from './exchange.ts';
import { type Transport, Unanswered } from './transport.ts';

/** A request of somebody else's, already checked, with the token it came with. */
export interface Parcel {
  readonly method: 'GET' | 'POST';
  /** As it is written on the request line, with the query. */
  readonly path: string;
  /** The route of OpenIM's, for metrics. */
  readonly route: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly signal: AbortSignal;
}

/** An answer as OpenIM gives it, its body still on the way and as it was compressed. */
export interface Relayed {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/**
 * Hands a request on to OpenIM as it is, over the connections and with the caution of all our calls, once. Rejects with
 * UPSTREAM_UNAVAILABLE or UPSTREAM_TIMEOUT.
 */
export type Relay = (parcel: Parcel) => Promise<Relayed>;

export interface RelayParts {
  readonly transport: Transport;
  readonly breaker: Breaker;
  readonly onCall: (report: CallReport) => void;
}

export const createRelay =
  ({ transport, breaker, onCall }: RelayParts): Relay =>
  async (parcel) => {
    const { route } = parcel;
    if (!breaker.admit()) {
      onCall({ route, ms: 0, outcome: 'refused' });
      throw new Fault('UPSTREAM_UNAVAILABLE');
    }
    const began = performance.now();
    try {
      const answer = await transport.open(parcel);
      onCall({ route, ms: performance.now() - began, outcome: `http_${answer.status}` });
      if (AWAY.has(answer.status)) breaker.failed();
      else breaker.worked();
      return answer;
    } catch (error) {
      const unanswered = new Unanswered(error, true);
      const ms = performance.now() - began;
      onCall({ route, ms, outcome: unanswered.code });
      if (blames(unanswered, ms)) breaker.failed();
      else breaker.abandoned();
      throw new Fault(parcel.signal.aborted ? 'UPSTREAM_TIMEOUT' : 'UPSTREAM_UNAVAILABLE', {}, error);
    }
  };
