import type { Knex } from 'knex';
import type { ChatEvent, Fact } from '../../subgraphs/kit/events.ts';
import type { GuardedFetch, OutgoingAnswer } from '../../subgraphs/kit/guarded-fetch.ts';
import { PrivateAddressError } from '../../subgraphs/kit/public-address.ts';
import type { Seal } from '../../subgraphs/kit/seal.ts';
import { type DeliveryRow, webhookIDOf } from './deliveries.ts';
import type { EndpointRow } from './endpoints.ts';
import { retryAfter } from './patience.ts';
import { bodyOf, testBody } from './payload.ts';
import { type SecretRow, signed } from './secrets.ts';

/** Ms that a receiver has to answer. */
const TIMEOUT_MS = 15_000;
/** Bytes of its answer that are waited for; nothing is made of them. */
const MOST_ANSWER = 64 * 1024;

/** What came of one try. */
export interface Outcome {
  readonly status: number | null;
  readonly ms: number;
  /** Null: taken, by any 2xx. */
  readonly problem: string | null;
  /** Ms that the receiver asks to wait. */
  readonly wait: number | null;
}

/** Whom to tell, as it stands now. */
export interface Receiver {
  readonly endpoint: EndpointRow;
  readonly secrets: readonly SecretRow[];
}

export interface TryParts {
  readonly db: Knex;
  readonly seal: Seal;
  readonly guarded: GuardedFetch;
}

/** Tells a receiver of one event, once. Never rejects: what went wrong is its outcome. */
export async function tell(
  row: DeliveryRow,
  { endpoint, secrets }: Receiver,
  { db, seal, guarded }: TryParts & { signal?: AbortSignal },
): Promise<Outcome> {
  const began = performance.now();
  const failed = (problem: string): Outcome => ({ status: null, ms: elapsed(began), problem, wait: null });
  try {
    const body = await bodyFor(row, endpoint, db);
    if (body === null) return failed('EVENT_GONE');
    const message = { id: webhookIDOf(row), at: new Date(), body };
    const signature = signed(secrets, seal, message);
    if (signature === null) return failed('SECRET_LOST');
    const answer = await guarded.ask(endpoint.url, {
      ...{ method: 'POST', body, timeout: TIMEOUT_MS, most: MOST_ANSWER },
      headers: {
        'content-type': 'application/json',
        'user-agent': 'openim-graphql',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
        'webhook-signature': signature,
      },
    });
    return outcomeOf(answer, began);
  } catch (error) {
    return failed(codeOf(error));
  }
}

const elapsed = (began: number): number => Math.round(performance.now() - began);

function outcomeOf({ status, headers }: OutgoingAnswer, began: number): Outcome {
  const taken = status >= 200 && status < 300;
  return {
    status,
    ms: elapsed(began),
    problem: taken ? null : `HTTP_${status}`,
    wait: retryAfter(headers['retry-after']),
  };
}

/** Null where the event is not kept any more. */
async function bodyFor(row: DeliveryRow, { with_content }: EndpointRow, db: Knex): Promise<string | null> {
  if (row.event_id === null) return testBody(row.created_at);
  const event = await db
    .table('events.inbox')
    .where({ id: row.event_id })
    .first<Pick<ChatEvent, 'at'> & { fact: Fact }>('at', 'fact');
  return event === undefined ? null : bodyOf(event, with_content);
}

/** By its code, or the class of the error: messages repeat addresses. */
function codeOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return error.code;
  const { code, name } = error as { code?: unknown; name?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return 'TIMEOUT';
  return typeof code === 'string' ? code : 'UNREACHABLE';
}
