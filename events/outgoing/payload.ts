import type { Fact } from '../../subgraphs/kit/events.ts';
import type { WebhookKind } from '../../subgraphs/kit/webhooks.ts';

/** As Standard Webhooks writes types: what it is about, and what became of it. */
const TYPES: Readonly<Record<WebhookKind, string>> = {
  MESSAGE_SAVED: 'message.saved',
  MESSAGE_REVOKED: 'message.revoked',
  MESSAGES_READ: 'messages.read',
  USERS_REGISTERED: 'users.registered',
  USER_CHANGED: 'user.changed',
  PRESENCE: 'user.presence',
  FRIENDS_CHANGED: 'friends.changed',
  BLOCKS_CHANGED: 'blocks.changed',
  GROUP_CREATED: 'group.created',
  GROUP_CHANGED: 'group.changed',
  GROUP_DISMISSED: 'group.dismissed',
  MEMBERS_CHANGED: 'group.members_changed',
  CONVERSATION_CREATED: 'conversation.created',
  USER_BANNED: 'user.banned',
  USER_UNBANNED: 'user.unbanned',
  CASE_OPENED: 'case.opened',
  CASE_APPEALED: 'case.appealed',
  CASE_RESOLVED: 'case.resolved',
  MESSAGE_HELD: 'message.held',
  HELD_MESSAGE_DECIDED: 'held_message.decided',
};

/** All that can be told. */
export const WEBHOOK_KINDS = Object.keys(TYPES) as readonly WebhookKind[];

/** What happened, as it was kept. */
export interface Happening {
  readonly at: Date;
  readonly fact: Fact;
}

/** The body of a webhook: ids and facts, and what people wrote only where `withContent`. The same for each try. */
export function bodyOf({ at, fact }: Happening, withContent: boolean): string {
  return JSON.stringify({ type: TYPES[fact.kind], timestamp: at.toISOString(), data: dataOf(fact, withContent) });
}

/** Says nothing, but that it arrives. */
export const testBody = (at: Date): string =>
  JSON.stringify({ type: 'test', timestamp: at.toISOString(), data: { says: 'This endpoint is reached.' } });

function dataOf(fact: Fact, withContent: boolean): object {
  if (fact.kind !== 'MESSAGE_SAVED') {
    const { kind: _, ...data } = fact;
    return data;
  }
  const { conversationID, seq, serverMsgID, clientMsgID, sendID, recvID, groupID, contentType, sendTime, content } =
    fact.message;
  return {
    messageID: `${conversationID}:${serverMsgID}`,
    ...{ conversationID, seq, clientMsgID, sendID, contentType },
    ...(groupID === '' ? { recvID } : { groupID }),
    sentAt: new Date(sendTime).toISOString(),
    ...(withContent ? { content } : {}),
  };
}
