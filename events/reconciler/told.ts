import { bounded } from '../../subgraphs/kit/bounded.ts';
import type { ChatEvent, Consumer } from '../../subgraphs/kit/events.ts';
import type { Ledger, Place, Reach } from './ledger.ts';
import { noticesBeside } from './notices.ts';
import type { Reader, Walks } from './walks.ts';

/** Of a batch; a few of each conversation are enough, and the next batch names them again. */
const NAMES_PER_BATCH = 200;
/** Conversations whose notices are known to be written down. */
const MOST_KNOWN = 50_000;

/** Writes down which messages consumers are told of, and who may know of conversations that we do not. */
export function createTold(ledger: Ledger, walks: Walks): Consumer {
  const known = bounded<string, true>(MOST_KNOWN);

  /** Of their revocations callbacks tell once, or never; the notices of these are numbered. */
  async function meetNotices(places: readonly Place[]): Promise<void> {
    const fresh = new Set(places.map(({ conversationID }) => conversationID).filter((id) => !known.has(id)));
    await ledger.meet(Array.from(fresh, (id) => ({ conversationID: noticesBeside(id), maxSeq: 0 })));
    for (const id of fresh) known.set(id, true);
  }

  return {
    name: 'coverage',
    kinds: new Set(['MESSAGE_SAVED', 'CONVERSATION_CREATED', 'USERS_REGISTERED', 'PRESENCE']),
    async handle(events) {
      const [found, told] = [placesOf(events, 'RECONCILER'), placesOf(events, 'CALLBACK')];
      await ledger.account('found', found);
      await ledger.account('told', told);
      await meetNotices([...found, ...told]);
      await ledger.meet(events.flatMap(conversationsIn));
      await walks.readers(events.flatMap(readersIn).slice(0, NAMES_PER_BATCH));
      await walks.soon([...new Set(events.flatMap(usersIn))]);
    },
  };
}

const placesOf = (events: readonly ChatEvent[], source: ChatEvent['source']): Place[] =>
  events.flatMap(({ fact, source: by }) => (fact.kind === 'MESSAGE_SAVED' && by === source ? [fact.message] : []));

function readersIn({ fact }: ChatEvent): Reader[] {
  if (fact.kind === 'CONVERSATION_CREATED') return [{ conversationID: fact.conversationID, userID: fact.ownerUserID }];
  if (fact.kind !== 'MESSAGE_SAVED') return [];
  return [{ conversationID: fact.message.conversationID, userID: fact.message.sendID }];
}

const conversationsIn = ({ fact }: ChatEvent): Reach[] =>
  fact.kind === 'CONVERSATION_CREATED' ? [{ conversationID: fact.conversationID, maxSeq: 0 }] : [];

/** People of whom something is new: of their conversations one may be. */
function usersIn({ fact }: ChatEvent): readonly string[] {
  if (fact.kind === 'USERS_REGISTERED') return fact.userIDs;
  return fact.kind === 'PRESENCE' && fact.online ? [fact.userID] : [];
}
