import type DataLoader from 'dataloader';
import type { AuditLog } from '../../kit/audit.ts';
import { Fault } from '../../kit/fault.ts';
import type { RequestScope } from '../../kit/request.ts';
import { nameFor, splitMessageID } from '../conversation-id.ts';
import type { MessageModel } from '../model/message.ts';
import type { WireGroup, WireUser } from '../rest/wire.ts';
import { findMessages, type Looking, splitMessageIDs } from './find-many.ts';
import type { MessageIndex } from './message-index.ts';
import { visible } from './page.ts';

/** An admin's request, and what it looks with. */
interface AdminLook {
  readonly scope: RequestScope;
  readonly audit: AuditLog;
  readonly index: Pick<MessageIndex, 'sendersOf'>;
  readonly seqByID: DataLoader<string, number | null>;
  readonly userByID: DataLoader<string, WireUser | null>;
  readonly groupByID: DataLoader<string, WireGroup | null>;
  eyesOf(userID: string): Looking;
}

/**
 * Any messages, by their ids; what is found is recorded as read before it is told. Where they are is known of most: of
 * these, whoever can see many of them is asked once. The others are looked for one by one.
 */
export async function readByAdmin(ids: readonly string[], look: AdminLook): Promise<(MessageModel | Error)[]> {
  const eyes = await eyesFor(ids, look);
  const found = await Promise.all(
    ids.map(async (id): Promise<MessageModel | Error> => {
      if (splitMessageID(id) === null) return new Fault('NOT_FOUND', { what: 'The message' });
      const reader = eyes.get(id);
      const known = reader === undefined ? null : await seenBy(reader, id, look).catch(() => null);
      return (
        known ??
        findByAdmin([id], look).then(
          ([message]) => message ?? new Fault('NOT_FOUND', { what: 'The message' }),
          (error: Error) => error,
        )
      );
    }),
  );
  const read = found.flatMap((each) => (each instanceof Error ? [] : [each.id]));
  const entries = read.map((id) => ({ action: 'message.read', target: `message:${id}`, reason: null }));
  const { viewer, ip } = look.scope;
  if (entries.length > 0) await look.audit.record({ viewer, from: ip }, entries);
  return found;
}

/** By message, who is asked for it: of its sender and the owner of its group, who can see more of them all. */
async function eyesFor(ids: readonly string[], look: AdminLook): Promise<ReadonlyMap<string, string>> {
  const senders = await look.index.sendersOf(ids).catch(() => new Map<string, string>());
  const candidates = await Promise.all(
    [...senders].map(async ([id, sender]) => {
      const conversationID = splitMessageID(id)?.conversationID ?? '';
      const owners = conversationID.startsWith('sg_')
        ? await ownerOf(conversationID.slice(3), look).catch(() => [])
        : [];
      return [id, [...owners, sender]] as const;
    }),
  );
  const sees = Map.groupBy(
    candidates.flatMap(([, people]) => people),
    (each) => each,
  );
  const many = (person: string): number => sees.get(person)?.length ?? 0;
  return new Map(candidates.map(([id, people]) => [id, people.reduce((a, b) => (many(b) > many(a) ? b : a))]));
}

/** Null where they do not see it there. */
async function seenBy(reader: string, id: string, { seqByID, eyesOf }: AdminLook): Promise<MessageModel | null> {
  const seq = await seqByID.load(id);
  const conversationID = splitMessageID(id)?.conversationID ?? '';
  if (seq === null) return null;
  const rows = await eyesOf(reader).pull.load({ conversationID, begin: seq, end: seq });
  return visible(conversationID, rows).find((message) => message.id === id) ?? null;
}

/**
 * Messages of one conversation, in the order of the ids. OpenIM tells messages to people only: they are looked for with
 * the eyes of who is in the conversation. NOT_FOUND where nobody sees one of them.
 */
export async function findByAdmin(ids: readonly string[], look: AdminLook): Promise<readonly MessageModel[]> {
  const { conversationID } = splitMessageIDs(ids);
  let failure = new Fault('NOT_FOUND', { what: 'The message' });
  for (const userID of await readersOf(conversationID, ids[0] ?? '', look)) {
    try {
      return (await findMessages(ids, look.eyesOf(userID))).messages;
    } catch (error) {
      if (!(error instanceof Fault && (error.reason === 'NOT_FOUND' || error.reason === 'NOT_YOURS'))) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** People who may see the conversation: its owner or the two of it, and whom the index knows for the sender. */
async function readersOf(conversationID: string, id: string, look: AdminLook): Promise<readonly string[]> {
  const [senders, named] = await Promise.all([
    look.index.sendersOf([id]),
    conversationID.startsWith('sg_') ? ownerOf(conversationID.slice(3), look) : pairOf(conversationID, look),
  ]);
  return [...new Set([...named, ...senders.values()])];
}

async function ownerOf(groupID: string, { groupByID }: AdminLook): Promise<readonly string[]> {
  const ownerUserID = (await groupByID.load(groupID))?.ownerUserID ?? '';
  return ownerUserID === '' ? [] : [ownerUserID];
}

/** Places at which a name is taken apart; ids of people hold few underscores. */
const MOST_PLACES = 50;

/** Ids may hold `_`: every way of taking the name apart is tried, and counts where both are people. */
async function pairOf(conversationID: string, { userByID }: AdminLook): Promise<readonly string[]> {
  const pair = conversationID.slice(3);
  const firsts = [...pair.matchAll(/_/g)].slice(0, MOST_PLACES).map(({ index }) => pair.slice(0, index));
  const pairs = firsts.flatMap((first) => {
    const name = nameFor(first, conversationID);
    return name === null || name.kind === 'GROUP' ? [] : [[first, name.peerID]];
  });
  const known = await Promise.all(
    pairs.map((ids) => Promise.all(ids.map(async (id) => (await userByID.load(id)) !== null))),
  );
  return pairs.filter((_, at) => known[at]?.every(Boolean)).flat();
}
