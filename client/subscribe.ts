import { type DocumentNode, print } from 'graphql';
import { eventsOf } from './events.ts';
import type { Sessions } from './sessions.ts';
import type { KeptSession } from './storage.ts';
import { type Answer, RefusedError, type Transport } from './transport.ts';

/** Reasons for which a stream ends and another, signed anew, goes on: the session's key, or the gateway's stores. */
const PASSING = ['SESSION_RENEWED', 'TOKEN_EXPIRED', 'STORE_UNAVAILABLE', 'OVERLOADED', 'REQUESTS_LIMITED'];
const OVER = ['SESSION_UNKNOWN', 'SESSION_EXPIRED', 'SESSION_REVOKED', 'USER_BANNED'];
const SOONEST_MS = 500;
const LATEST_MS = 30_000;

interface Parts {
  readonly transport: Transport;
  readonly sessions: Sessions;
}

interface Question {
  readonly document: DocumentNode | string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The events of a subscription, over as many connections as it takes: what is cut is opened again, with the last cursor
 * as `$after` where the document has such a variable. Ends with the stream, or when `signal` says so; throws
 * RefusedError where the gateway will not have it.
 */
export async function* subscribe<Result>(
  { transport, sessions }: Parts,
  question: Question,
  signal: AbortSignal,
): AsyncGenerator<Answer<Result>, void> {
  const document = typeof question.document === 'string' ? question.document : print(question.document);
  const resumes = /\$after\s*:/.test(document);
  let { variables } = question;
  let wait = SOONEST_MS;

  while (!signal.aborted) {
    const session = await sessions.ready();
    const opened = await transport.open({ document, variables }, session, signal).catch(() => null);
    if (opened !== null && !(opened instanceof Response)) await judge(opened, session, sessions);
    const events = opened instanceof Response ? eventsOf(opened) : null;
    try {
      for (let event = await next(events); event !== null; event = await next(events)) {
        if (event.done) {
          if (event.value) return;
          break;
        }
        const answer = answerOf<Result>(event.value);
        if (ends(answer)) {
          await judge(answer, session, sessions);
          break;
        }
        wait = SOONEST_MS;
        const cursor = cursorOf(answer);
        if (resumes && cursor !== null) variables = { ...variables, after: cursor };
        yield answer;
      }
    } finally {
      await events?.return(true).catch(() => {});
    }
    await pause(wait, signal);
    wait = Math.min(2 * wait, LATEST_MS);
  }
}

type Events = ReturnType<typeof eventsOf>;

/** Null where the connection broke. */
const next = async (events: Events | null) => events?.next().catch(() => null) ?? null;

/** Throws unless another try may go better. */
async function judge(answer: Answer<unknown>, session: KeptSession | null, sessions: Sessions): Promise<void> {
  const refused = new RefusedError(answer.errors);
  const current = await sessions.current();
  // Another window with the same storage has renewed it, or signed in anew.
  if (refused.has('SESSION_RENEWED', ...OVER) && current !== null && current.id !== session?.id) return;
  if (refused.has(...OVER)) await sessions.forget();
  if (!refused.has(...PASSING)) throw refused;
}

function answerOf<Result>(event: unknown): Answer<Result> {
  const { data = null, errors = [] } = event as Partial<Answer<Result>>;
  return { data, errors };
}

/** An event whose only field is null for one of the stream's own reasons is its last. */
const ends = ({ data, errors }: Answer<unknown>): boolean =>
  Object.values(data ?? {}).every((value) => value === null) && new RefusedError(errors).has(...PASSING, ...OVER);

function cursorOf({ data }: Answer<unknown>): string | null {
  const [event] = Object.values(data ?? {}) as ({ readonly cursor?: unknown } | null)[];
  return typeof event?.cursor === 'string' ? event.cursor : null;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
