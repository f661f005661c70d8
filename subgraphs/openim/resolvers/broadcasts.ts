import { v7 } from 'uuid';
import { badInput, Fault } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import { directID } from '../conversation-id.ts';
import type { MessageModel } from '../model/message.ts';
import { UpstreamFault } from '../rest/faults.ts';
import type { WireUser } from '../rest/wire.ts';
import { type ContentInput, outgoingOf } from '../sending/outgoing.ts';
import { messageOfSent, wireOf } from '../sending/send.ts';
import { sentMessage } from './messages.ts';
import { recorded } from './recorded.ts';

/** OpenIM's number for its admin: no device of the sender's. */
export const ADMIN_PLATFORM = 10;
const MOST_RECIPIENTS = 500;

interface BroadcastInput {
  readonly senderID: string;
  readonly userIDs: readonly string[];
  readonly content: ContentInput;
}

export interface Broadcast {
  readonly messages: readonly MessageModel[];
  readonly failedUserIDs: readonly string[];
}

export async function broadcastMessage(
  _: unknown,
  { input, reason }: { input: BroadcastInput; reason: string },
  context: OpenIMContext,
): Promise<Broadcast> {
  const why = reasonOf(reason);
  const { senderID, content } = input;
  const recipients = recipientsOf(input);
  const [first = ''] = recipients;
  const outgoing = await outgoingOf({ userID: first, content }, v7(), context.eyesOf(senderID));
  const profile = await personAt(senderID, 'input.senderID', context);
  const message = { sender: { id: senderID, platform: ADMIN_PLATFORM }, profile, outgoing };
  const entry = { action: 'message.broadcast', target: `user:${senderID}`, reason: why };
  const after = { userIDs: recipients, contentType: outgoing.contentType };
  const { results, failedUserIDs } = await recorded(context, { ...entry, after }, () =>
    context.openim.messages.sendToMany(wireOf(message), recipients, context.call).catch(uncertain),
  );
  const messages = results.map(({ recvID, ...sent }) =>
    sentMessage(directID(senderID, recvID), messageOfSent({ ...message, outgoing: { ...outgoing, recvID } }, sent)),
  );
  return { messages, failedUserIDs };
}

export function recipientsOf({ senderID, userIDs }: Pick<BroadcastInput, 'senderID' | 'userIDs'>): readonly string[] {
  if (userIDs.length === 0 || userIDs.length > MOST_RECIPIENTS)
    throw badInput('input.userIDs', `1 to ${MOST_RECIPIENTS} ids are expected`);
  const wrong = userIDs.findIndex((id) => id === '' || id === senderID);
  if (wrong >= 0) throw badInput(`input.userIDs.${wrong}`, 'the id of somebody else is expected');
  return [...new Set(userIDs)];
}

/** Nothing tells a message of many from the next one: it is not sent again by itself. */
export function uncertain(error: unknown): never {
  if (error instanceof UpstreamFault && error.outcome === 'unknown') throw new Fault('BROADCAST_UNCERTAIN');
  throw error;
}

export async function personAt(id: string, field: string, { userByID }: OpenIMContext): Promise<WireUser> {
  const row = id === '' ? null : await userByID.load(id);
  if (row === null) throw badInput(field, 'the id of a user is expected');
  return row;
}
