import type { Callbacks } from '../callbacks/callbacks.ts';
import { ConversationCallbacks } from '../callbacks/conversations.ts';
import type { Message } from '../message/message.ts';
import { SESSION } from '../message/message.ts';
import type { Conversation } from './conversation.ts';
import { NEW_CONVERSATION } from './conversation.ts';
import type { Conversations } from './conversations.ts';

/** Both sides of a chat get their row; of a service account's messages only the receiver. */
const pairRows = ({ sendID, recvID, sessionType }: Message, conversationID: string): Conversation[] => {
  const row = (ownerUserID: string, userID: string): Conversation => ({
    ...NEW_CONVERSATION,
    ownerUserID,
    userID,
    conversationID,
    conversationType: sessionType,
  });
  return sessionType === SESSION.service ? [row(recvID, sendID)] : [row(sendID, recvID), row(recvID, sendID)];
};

const groupRow = (groupID: string): Conversation => ({
  ...NEW_CONVERSATION,
  ownerUserID: '',
  groupID,
  conversationID: `sg_${groupID}`,
  conversationType: SESSION.group,
});

/** Makes the rows of a conversation that begins. */
export class Openings {
  private readonly conversations: Conversations;
  private readonly callbacks: ConversationCallbacks;

  constructor(conversations: Conversations, callbacks: Callbacks) {
    this.conversations = conversations;
    this.callbacks = new ConversationCallbacks(callbacks);
  }

  /** Whether somebody else has a say in it, so that it takes a while. */
  get areAsked(): boolean {
    return this.callbacks.areSent;
  }

  private make(row: Conversation): void {
    if (!this.conversations.has(row.ownerUserID, row.conversationID)) this.conversations.create(row);
  }

  pairNow(message: Message, conversationID: string): void {
    for (const row of pairRows(message, conversationID)) this.make(row);
  }

  /** Upstream describes the first row both times, and what the first answer changes counts for both. */
  async pair(message: Message, conversationID: string, operationID: string): Promise<void> {
    const [described, other] = pairRows(message, conversationID);
    const first = described && (await this.callbacks.before('pair', described, operationID));
    if (first === undefined) return;
    this.make(first);
    await this.callbacks.after('pair', first, operationID);
    if (other === undefined || (await this.callbacks.before('pair', first, operationID)) === undefined) return;
    const second = { ...first, ownerUserID: other.ownerUserID, userID: other.userID };
    this.make(second);
    await this.callbacks.after('pair', second, operationID);
  }

  groupNow(groupID: string, userIDs: readonly string[]): void {
    for (const ownerUserID of userIDs) this.conversations.openGroup({ ...groupRow(groupID), ownerUserID });
  }

  async group(groupID: string, userIDs: readonly string[], operationID: string): Promise<void> {
    const row = await this.callbacks.before('group', groupRow(groupID), operationID);
    if (row === undefined) return;
    for (const ownerUserID of userIDs) this.conversations.openGroup({ ...row, ownerUserID });
    await this.callbacks.after('group', row, operationID);
  }
}
