import { eventsOf } from '../../client/events.ts';
import type { Identity } from './identity.ts';

/** What GraphiQL hands over to be asked. */
export interface Question {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}

/** `headers`: from the editor's own pane; they win over ours. */
export type Fetcher = (
  question: Question,
  options?: { headers?: Readonly<Record<string, string>> },
) => Promise<unknown>;

/**
 * Sends what GraphiQL asks as whoever this tab is, and shows what comes back as it came; a subscription's events one by
 * one, until the tab is told to stop.
 */
export const openFetcher =
  (url: URL, current: () => Promise<Identity | null>): Fetcher =>
  async (question, { headers = {} } = {}) => {
    const identity = await current();
    const asked = named(question);
    const body = JSON.stringify(asked);
    const streamed = isSubscription(asked);
    const at = streamed ? new URL(STREAM, url) : url;
    const accept = streamed ? 'text/event-stream' : 'application/graphql-response+json, application/json';
    const ask = async (): Promise<Response> => {
      const credentials = (await identity?.credentials(body, at)) ?? {};
      return fetch(at, {
        method: 'POST',
        headers: { accept, 'content-type': 'application/json', ...credentials, ...headers },
        body,
      });
    };
    const response = await ask();
    if (response.ok && streamed) return eventsOf(response);
    const answer = await answerOf(response);
    // 401 is told before anything has run, so what is sent again runs once.
    if (response.status !== 401 || identity === null) return answer;
    const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
    if (!(await identity.refused({ reason: reasonOf(answer), now }))) return answer;
    const second = await ask();
    return second.ok && streamed ? eventsOf(second) : answerOf(second);
  };

/** Where subscriptions are served. */
const STREAM = '/graphql/stream';

/** Of a document with several operations, the one that is named. */
const isSubscription = ({ query, operationName }: Question): boolean =>
  operationName ? new RegExp(`\\bsubscription\\s+${operationName}\\b`).test(query) : /^\s*subscription\b/m.test(query);

/** For a moment after another tab was picked, GraphiQL still has the name of the operation in the last one. */
function named({ operationName, ...question }: Question): Question {
  const there = new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(question.query);
  return operationName && there ? { ...question, operationName } : question;
}

const answerOf = async (response: Response): Promise<unknown> =>
  response.json().catch(() => ({ errors: [{ message: `The gateway answered ${response.status} and no JSON.` }] }));

const reasonOf = (answer: unknown): string =>
  (answer as { errors?: { extensions?: { reason?: string } }[] }).errors?.[0]?.extensions?.reason ?? '';
