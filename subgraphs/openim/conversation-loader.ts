import { setTimeout as pause } from 'node:timers/promises';
import type DataLoader from 'dataloader';
import { Fault } from '../kit/fault.ts';
import { type ConversationName, nameFor } from './conversation-id.ts';
import { type ConversationModel, conversationOf, emptyConversation } from './model/conversation.ts';
import type { Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';
import type { WireConversation, WireConversationView, WireGroupMember, WireSeqs, WireUser } from './rest/wire.ts';

/** What else the same request looks up. */
interface OtherLoaders {
  readonly userByID: DataLoader<string, WireUser | null>;
  readonly memberByID: DataLoader<string, WireGroupMember | null>;
  prime(view: WireConversationView): void;
}

interface ConversationParts {
  readonly openim: OpenIM;
  readonly viewerID: string;
  /** As the viewer; as OpenIM's admin, whom it gives no views, where somebody looks with the viewer's eyes. */
  readonly call: Call;
  readonly loaders: () => OtherLoaders;
}

type Found = ConversationModel | Error;

/** Each id gets its conversation, or why there is none; the number of calls does not depend on how many there are. */
export async function loadConversations(ids: readonly string[], parts: ConversationParts): Promise<Found[]> {
  const { openim, viewerID, call } = parts;
  const named = new Map(ids.flatMap((id) => nameOf(viewerID, id)));
  const seesViews = named.size > 0 && call.as.kind === 'user';
  const views = seesViews ? (await openim.jssdk.byIDs(viewerID, [...named.keys()], call)).conversations : [];
  const found = new Map<string, Found>(views.flatMap((view) => modelOf(view, parts)));
  const rest = new Map([...named].filter(([id]) => !found.has(id)));
  for (const [id, conversation] of await withoutView(rest, parts)) found.set(id, conversation);
  return ids.map((id) => found.get(id) ?? new Fault('NOT_YOURS', WHAT));
}

function nameOf(viewerID: string, id: string): [string, ConversationName][] {
  const name = nameFor(viewerID, id);
  return name === null ? [] : [[id, name]];
}

function modelOf(view: WireConversationView, { viewerID, loaders }: ConversationParts): [string, ConversationModel][] {
  loaders().prime(view);
  const model = conversationOf(viewerID, view);
  return model === null ? [] : [[model.id, model]];
}

/** Before a first message OpenIM has no view; whose the conversation is, is then decided by its name and by its group. */
async function withoutView(names: ReadonlyMap<string, ConversationName>, parts: ConversationParts) {
  const { viewerID } = parts;
  const checked = await Promise.all(
    [...names].map(async ([id, name]): Promise<[string, Error | null]> => [id, await whyNot(name, parts)]),
  );
  const theirs = checked.flatMap(([id, why]) => (why === null ? [id] : []));
  const { seqs, settings } = await known(theirs, parts);
  const made = await madeMeanwhile(
    theirs.filter((id) => isNew(seqs[id]) && parts.call.as.kind === 'user'),
    parts,
  );
  return checked.map(([id, why]): [string, Found] => [
    id,
    why ??
      made.get(id) ??
      emptyConversation(viewerID, id, { settings: settings.get(id), seqs: seqs[id] }) ??
      new Fault('NOT_YOURS', WHAT),
  ]);
}

/** What OpenIM keeps of conversations that it has no view of: how far they go, and what was set in them. */
async function known(ids: readonly string[], { openim, viewerID, call }: ConversationParts): Promise<Known> {
  if (ids.length === 0) return { seqs: {}, settings: new Map() };
  const [seqs, rows] = await Promise.all([
    openim.messages.seqs(viewerID, ids, call),
    openim.conversations.byIDs(viewerID, ids, call),
  ]);
  return { seqs, settings: new Map(rows.map((row) => [row.conversationID, row])) };
}

interface Known {
  readonly seqs: Readonly<Record<string, WireSeqs>>;
  readonly settings: ReadonlyMap<string, WireConversation>;
}

/** OpenIM takes so long, at most, from a first message to the rows of its conversation, and gives nothing out before. */
const MAKING_MS = 5_000;
const LOOK_EVERY_MS = 300;
const MOST_LOOKS = 4;

const isNew = (seqs: WireSeqs | undefined): boolean =>
  seqs !== undefined && seqs.maxSeq > 0 && Math.abs(Date.now() - seqs.maxSeqTime) < MAKING_MS;

async function madeMeanwhile(
  ids: readonly string[],
  parts: ConversationParts,
): Promise<Map<string, ConversationModel>> {
  const { openim, viewerID, call } = parts;
  const found = new Map<string, ConversationModel>();
  for (let nth = 0; nth < MOST_LOOKS && found.size < ids.length && !call.signal.aborted; nth++) {
    await pause(LOOK_EVERY_MS, undefined, { signal: call.signal }).catch(() => undefined);
    const missing = ids.filter((id) => !found.has(id));
    const { conversations } = await openim.jssdk.byIDs(viewerID, missing, call);
    for (const [id, model] of conversations.flatMap((view) => modelOf(view, parts))) found.set(id, model);
  }
  return found;
}

const WHAT = { what: 'The conversation' };

/** Null where it is the viewer's. Who looks with somebody's eyes sees what OpenIM has for them, members or not. */
async function whyNot(name: ConversationName, { viewerID, call, loaders }: ConversationParts): Promise<Error | null> {
  if (call.as.kind === 'admin') return null;
  const { memberByID, userByID } = loaders();
  try {
    if (name.kind === 'GROUP')
      return (await memberByID.load(`${name.groupID}:${viewerID}`)) === null ? new Fault('NOT_YOURS', WHAT) : null;
    return (await userByID.load(name.peerID)) === null ? new Fault('NOT_FOUND', WHAT) : null;
  } catch (error) {
    return error as Error;
  }
}
