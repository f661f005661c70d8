import { badInput, Fault } from '../../kit/fault.ts';
import type { GroupAtType, NotifyMode } from '../__generated__/resolvers.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { nameFor } from '../conversation-id.ts';
import { type ConversationModel, emptyConversation } from '../model/conversation.ts';
import { NOTIFY_OPTIONS } from '../model/notify.ts';
import type { WireConversationChange } from '../rest/wire.ts';
import { LONGEST_EX, textWithin } from './profile.ts';

interface SetConversationInput {
  readonly pinned?: boolean | null;
  readonly notify?: NotifyMode | null;
  readonly privateChat?: boolean | null;
  readonly burnDuration?: number | null;
  readonly msgDestructTime?: number | null;
  readonly groupAtType?: GroupAtType | null;
  readonly ex?: string | null;
}

type Change = Omit<WireConversationChange, 'conversationID' | 'conversationType' | 'userID' | 'groupID'>;

const YEAR_S = 31_536_000;
const MOST_WRITES = 3;
const TYPES = { DIRECT: 1, GROUP: 3, NOTICE: 4 } as const;
const AT_TYPES = { ME: 1, ALL: 2, ALL_AND_ME: 3, ANNOUNCEMENT: 4 } as const;

export async function setConversation(
  _: unknown,
  { id, input }: { id: string; input: SetConversationInput },
  context: OpenIMContext,
): Promise<ConversationModel> {
  const { id: userID } = userOf(context);
  const change = changeOf(input);
  mustFit(input, nameFor(userID, id)?.kind);
  const before = await context.conversationByID.load(id);
  if (Object.keys(change).length === 0) return before;
  const row = { conversationID: id, conversationType: TYPES[before.kind], ...withWhom(before), ...change };
  // A row that OpenIM makes for the change stays hidden from its owner until it is written once more.
  for (let written = before.hasRow ? 1 : 0; written < MOST_WRITES; written++) {
    await context.openim.conversations.set([userID], row, context.call);
    if (written === 0) continue;
    const after = await context.conversationByID.clear(id).load(id);
    if (after.hasRow) return after;
  }
  throw new Fault('UPSTREAM_ERROR');
}

/** The ranges that OpenIM does not look at. */
function changeOf(input: SetConversationInput): Change {
  const { pinned, notify, privateChat, burnDuration, msgDestructTime, groupAtType, ex } = input;
  return {
    ...(pinned === undefined ? {} : { isPinned: pinned ?? false }),
    ...(notify === undefined ? {} : { recvMsgOpt: NOTIFY_OPTIONS[notify ?? 'ALL'] }),
    ...(privateChat === undefined ? {} : { isPrivateChat: privateChat ?? false }),
    ...(burnDuration === undefined ? {} : { burnDuration: seconds(burnDuration, 'input.burnDuration', YEAR_S) }),
    ...(msgDestructTime === undefined ? {} : destruct(msgDestructTime)),
    ...(groupAtType === undefined ? {} : { groupAtType: groupAtType === null ? 0 : AT_TYPES[groupAtType] }),
    ...(ex === undefined ? {} : { ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }) }),
  };
}

const destruct = (time: number | null): Change => ({
  isMsgDestruct: time !== null,
  msgDestructTime: seconds(time, 'input.msgDestructTime', 10 * YEAR_S),
});

function seconds(given: number | null, field: string, most: number): number {
  if (given !== null && (given < 1 || given > most)) throw badInput(field, `1 to ${most} seconds are expected`);
  return given ?? 0;
}

/** What is no conversation of theirs by its name fits nothing, and is told so when it is looked for. */
function mustFit(
  { privateChat, groupAtType }: SetConversationInput,
  kind: ConversationModel['kind'] | undefined,
): void {
  if (kind === undefined) return;
  if (privateChat != null && kind !== 'DIRECT') throw badInput('input.privateChat', 'a one-to-one chat is expected');
  if (groupAtType != null && kind !== 'GROUP')
    throw badInput('input.groupAtType', "a group's conversation is expected");
}

const withWhom = ({ peerID, groupID }: ConversationModel) =>
  groupID === null ? { userID: peerID ?? '' } : { groupID };

export async function deleteConversation(
  _: unknown,
  { id }: { id: string },
  context: OpenIMContext,
): Promise<ConversationModel> {
  const { id: userID } = userOf(context);
  const { window, readSeq } = await context.conversationByID.load(id);
  await context.openim.conversations.delete(userID, [id], context.call);
  const rowless = emptyConversation(userID, id, { seqs: { maxSeq: window.end, hasReadSeq: readSeq } });
  if (rowless === null) throw new Fault('NOT_YOURS', { what: 'The conversation' });
  context.forgetMessages();
  context.conversationByID.clear(id).prime(id, rowless);
  return rowless;
}
