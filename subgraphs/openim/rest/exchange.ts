import type { Logger } from 'pino';
import type { Breaker } from './breaker.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { shown, UpstreamFault } from './faults.ts';
import { type Answer, type Letter, type Transport, Unanswered } from './transport.ts';

/** One attempt at one route. `outcome`: `ok`, OpenIM's `errCode`, `http_<status>`, `refused` by the breaker, or an error's code. */
export interface CallReport {
  readonly route: string;
  readonly ms: number;
  readonly outcome: string;
}

export interface ExchangeOptions {
  readonly transport: Transport;
  /** Shared by all that ask this OpenIM. */
  readonly breaker: Breaker;
  readonly onCall: (report: CallReport) => void;
}

interface Question {
  readonly route: string;
  readonly body: string;
  readonly token: string | null;
  readonly operationID: string;
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** Whether OpenIM may be asked twice. */
  readonly repeatable: boolean;
}

export type Exchange = (question: Question) => Promise<Envelope>;

/** The connection broke under the request, as a kept one does when the other end has just given it up. */
const RESET: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const LATE: ReadonlySet<string> = new Set(['TimeoutError', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** They say something about the caller or about one answer, and nothing about whether OpenIM is there. */
const HARMLESS: ReadonlySet<string> = new Set(['AbortError', 'UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UND_ERR_DESTROYED']);
/** A proxy's way of saying that OpenIM is not there. An empty 500 is OpenIM's own, over one input. */
export const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);
/** A deadline that was nearly over when the call began blames nobody. */
const SLOW_MS = 1_000;

/** Asks OpenIM and reads its answer. Resolves for refusals too; rejects with an UpstreamFault when there is no answer. */
export function createExchange({ transport, breaker, onCall }: ExchangeOptions): Exchange {
  async function attempt(question: Question): Promise<Envelope> {
    const began = performance.now();
    const report = (outcome: string): void => {
      const ms = performance.now() - began;
      onCall({ route: question.route, ms, outcome });
      question.log.debug({ route: question.route, ms, outcome, operationID: question.operationID }, 'OpenIM');
    };
    try {
      const answer = await transport.send(letterOf(question));
      const envelope = readEnvelope(answer);
      report(envelope ? outcomeOf(envelope) : `http_${answer.status}`);
      if (envelope === null && AWAY.has(answer.status)) breaker.failed();
      else breaker.worked();
      return envelope ?? unreadable(answer, question);
    } catch (error) {
      if (error instanceof UpstreamFault) throw error;
      const unanswered = error instanceof Unanswered ? error : new Unanswered(error, false);
      report(unanswered.code);
      if (blames(unanswered, performance.now() - began)) breaker.failed();
      else breaker.abandoned();
      throw unanswered;
    }
  }

  return async (question) => {
    const { route, operationID } = question;
    if (!breaker.admit()) {
      onCall({ route, ms: 0, outcome: 'refused' });
      throw new UpstreamFault('UPSTREAM_UNAVAILABLE', 'unsent', { details: { operationID } });
    }
    try {
      return await attempt(question).catch((error: unknown) => {
        if (!mayRepeat(error, question)) throw error;
        return attempt(question);
      });
    } catch (error) {
      throw error instanceof Unanswered ? unansweredFault(error, operationID) : error;
    }
  };
}

const mayRepeat = (error: unknown, { repeatable, signal }: Question): boolean =>
  error instanceof Unanswered && repeatable && !signal.aborted && RESET.has(error.code);

export const blames = ({ code }: Unanswered, ms: number): boolean =>
  !HARMLESS.has(code) && (code !== 'TimeoutError' || ms >= SLOW_MS);

const outcomeOf = ({ errCode }: Envelope): string => (errCode === 0 ? 'ok' : String(errCode));

const letterOf = ({ route, body, token, operationID, signal }: Question): Letter => ({
  route,
  body,
  headers: { 'content-type': 'application/json', operationID, ...(token === null ? {} : { token }) },
  signal,
});

function unansweredFault(error: Unanswered, operationID: string): UpstreamFault {
  const late = LATE.has(error.code) || error.code === 'AbortError';
  const broken = error.code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
  const reason = late ? 'UPSTREAM_TIMEOUT' : broken ? 'UPSTREAM_ERROR' : 'UPSTREAM_UNAVAILABLE';
  return new UpstreamFault(reason, error.sent ? 'unknown' : 'unsent', { details: { operationID }, cause: error });
}

function unreadable({ status, headers, text }: Answer, { route, operationID, log }: Question): never {
  const details = { operationID };
  if (status === 429) {
    throw new UpstreamFault('UPSTREAM_BUSY', 'refused', { details });
  }
  const { location } = headers;
  log.error(
    { route, status, location, body: shown(text).slice(0, 80), operationID },
    'OpenIM: not an answer of its API',
  );
  if (AWAY.has(status)) throw new UpstreamFault('UPSTREAM_UNAVAILABLE', 'unknown', { details });
  throw new UpstreamFault('UPSTREAM_ERROR', status === 404 || location ? 'refused' : 'unknown', { details });
}
