import { bool, int32, maybeString, optional } from '../binding/shape.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { Refusal } from '../refusal.ts';
import type { AnswerShape } from './answer.ts';
import { answerShape } from './answer.ts';
import type { Callbacks } from './callbacks.ts';

const CHANGES = {
  recvMsgOpt: optional(int32),
  isPinned: optional(bool),
  isPrivateChat: optional(bool),
  burnDuration: optional(int32),
  groupAtType: optional(int32),
  attachedInfo: maybeString,
  ex: maybeString,
};
const Pair = answerShape('CallbackBeforeCreateSingleChatConversationsResp', CHANGES);
const Group = answerShape('CallbackBeforeCreateGroupChatConversationsResp', CHANGES);

const NAMES = {
  pair: { before: 'beforeCreateSingleChatConversations', after: 'afterCreateSingleChatConversations' },
  group: { before: 'beforeCreateGroupChatConversations', after: 'afterCreateGroupChatConversations' },
} as const;
const SHAPES = { pair: Pair, group: Group };

const bodyOf = (kind: 'pair' | 'group', row: Conversation): object => ({
  ownerUserId: row.ownerUserID,
  conversationId: row.conversationID,
  conversationType: row.conversationType,
  ...(kind === 'pair' ? { userId: row.userID } : { groupId: row.groupID }),
  recvMsgOpt: row.recvMsgOpt,
  isPinned: row.isPinned,
  isPrivateChat: row.isPrivateChat,
  burnDuration: row.burnDuration,
  groupAtType: row.groupAtType,
  attachedInfo: row.attachedInfo,
  ex: row.ex,
});

type Changes = typeof Pair extends AnswerShape<infer T> ? T : never;

const changesOf = (answer: Changes): Partial<Conversation> =>
  Object.fromEntries(
    (Object.keys(CHANGES) as (keyof Changes)[]).filter((key) => answer[key] !== null).map((key) => [key, answer[key]]),
  );

/** What the server asks and tells about conversations that begin. */
export class ConversationCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  get areSent(): boolean {
    return Object.values(NAMES).some(
      ({ before, after }) => this.callbacks.sends(before) || this.callbacks.sends(after),
    );
  }

  /** The row as the answer wants it; undefined when it must not be made. */
  async before(kind: 'pair' | 'group', row: Conversation, operationID: string): Promise<Conversation | undefined> {
    try {
      const telling = { body: bodyOf(kind, row), operationID };
      const answer = await this.callbacks.before(NAMES[kind].before, telling, SHAPES[kind]);
      return answer === null ? row : { ...row, ...changesOf(answer) };
    } catch (thrown) {
      if (thrown instanceof Refusal) return undefined;
      throw thrown;
    }
  }

  async after(kind: 'pair' | 'group', row: Conversation, operationID: string): Promise<void> {
    await this.callbacks.after(NAMES[kind].after, { body: bodyOf(kind, row), operationID });
  }
}
