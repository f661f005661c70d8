import { v7 } from 'uuid';
import { badInput } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import { findByAdmin } from '../messages/read-by-admin.ts';
import type { MessageModel } from '../model/message.ts';
import { outgoingOf, type SendMessageInput } from '../sending/outgoing.ts';
import { conversationIDOf } from '../sending/send.ts';
import { ADMIN_PLATFORM, personAt } from './broadcasts.ts';
import { sentMessage } from './messages.ts';
import { recorded } from './recorded.ts';

const LONGEST_KEY = 255;
const LONGEST_DATA = 16_384;

export async function sendMessageAs(
  _: unknown,
  { senderID, input, reason }: { senderID: string; input: SendMessageInput; reason: string },
  context: OpenIMContext,
): Promise<MessageModel> {
  const why = reasonOf(reason);
  const outgoing = await outgoingOf(input, input.clientMsgID ?? v7(), context.eyesOf(senderID));
  const profile = await personAt(senderID, 'senderID', context);
  const conversationID = conversationIDOf(senderID, outgoing);
  const { contentType, clientMsgID } = outgoing;
  const entry = { action: 'message.sendAs', target: `user:${senderID}`, reason: why };
  const sender = { id: senderID, platform: ADMIN_PLATFORM };
  const row = await recorded(context, { ...entry, after: { conversationID, contentType, clientMsgID } }, () =>
    context.sender.send({ sender, call: context.call, profile, outgoing }, context.scope),
  );
  return sentMessage(conversationID, row);
}

interface BusinessInput {
  readonly senderID: string;
  readonly userID?: string | null;
  readonly groupID?: string | null;
  readonly key: string;
  readonly data: string;
  readonly kept?: boolean | null;
  readonly asMessage?: boolean | null;
}

export async function sendBusinessNotification(
  _: unknown,
  { input, reason }: { input: BusinessInput; reason: string },
  context: OpenIMContext,
): Promise<{ serverMsgID: string; clientMsgID: string; sentAt: Date }> {
  const why = reasonOf(reason);
  const { senderID, userID, groupID, key, data, kept, asMessage } = input;
  if ((userID == null) === (groupID == null)) throw badInput('input', 'exactly one of userID and groupID is expected');
  if (key.trim() === '' || key.length > LONGEST_KEY)
    throw badInput('input.key', `1 to ${LONGEST_KEY} characters are expected`);
  if (data.length > LONGEST_DATA) throw badInput('input.data', `at most ${LONGEST_DATA} characters are expected`);
  // OpenIM looks at none of them.
  await Promise.all([
    personAt(senderID, 'input.senderID', context),
    userID == null ? null : personAt(userID, 'input.userID', context),
    groupID == null ? null : groupAt(groupID, context),
  ]);
  const to = groupID == null ? { recvUserID: userID ?? '' } : { recvGroupID: groupID };
  const notification = { key, data, sendUserID: senderID, ...to, sendMsg: asMessage ?? false };
  const entry = { action: 'message.notify', target: `user:${senderID}`, reason: why, after: { ...to, key } };
  const { serverMsgID, clientMsgID, sendTime } = await recorded(context, entry, () =>
    context.openim.messages.sendBusiness({ ...notification, reliabilityLevel: kept ? 2 : 1 }, context.call),
  );
  return { serverMsgID, clientMsgID, sentAt: new Date(sendTime) };
}

export async function eraseMessages(
  _: unknown,
  { ids, reason }: { ids: readonly string[]; reason: string },
  context: OpenIMContext,
): Promise<readonly string[]> {
  const why = reasonOf(reason);
  const messages = await findByAdmin(ids, context);
  const [{ conversationID } = { conversationID: '' }] = messages;
  const erased = messages.map(({ id }) => id);
  const seqs = messages.map(({ seq }) => seq ?? 0);
  const entry = {
    action: 'message.erase',
    target: `conversation:${conversationID}`,
    reason: why,
    after: { ids: erased },
  };
  await recorded(context, entry, () => context.openim.messages.erase(conversationID, seqs, context.call));
  context.index.forget(conversationID, seqs);
  context.readByAdmin.clearAll();
  return erased;
}

async function groupAt(id: string, { groupByID }: OpenIMContext): Promise<void> {
  if (id === '' || (await groupByID.load(id)) === null)
    throw badInput('input.groupID', 'the id of a group is expected');
}
