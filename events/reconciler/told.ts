import type { ChatEvent, Consumer } from '../../subgraphs/kit/events.ts';
import type { Ledger, Place, Reach } from './ledger.ts';
import type { Reader, Walks } from './walks.ts';

/** Of a batch; a few of each conversation are enough, and the next batch names them again. */
const NAMES_PER_BATCH = 200;

/** Writes down which messages consumers are told of, and who may know of conversations that we do not. */
export const createTold = (ledger: Ledger, walks: Walks): Consumer => ({
  name: 'coverage',
  kinds: new Set(['MESSAGE_SAVED', 'CONVERSATION_CREATED', 'USERS_REGISTERED', 'PRESENCE']),
  async handle(events) {
    await ledger.account('found', placesOf(events, 'RECONCILER'));
    await ledger.account('told', placesOf(events, 'CALLBACK'));
    await ledger.meet(events.flatMap(conversationsIn));
    await walks.readers(events.flatMap(readersIn).slice(0, NAMES_PER_BATCH));
    await walks.soon([...new Set(events.flatMap(usersIn))]);
  },
});

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
