import {
  type Conversation,
  conversationOf,
  type Message,
  messageOf,
  type WireMessage,
  type WireUser,
  type WireView,
} from './model.ts';
import type { OpenIM } from './openim.ts';

/** Who asks, as every contender but ours knows them: by a token of theirs in OpenIM. */
export interface Caller {
  readonly userID: string;
  readonly imToken: string;
}

interface Sent {
  readonly serverMsgID: string;
  readonly sendTime: number;
}

/** What the operations need of OpenIM: its routes, each called once for each page. */
export interface Chat {
  users(userIDs: readonly string[]): Promise<readonly WireUser[]>;
  conversation(id: string): Promise<Conversation | null>;
  conversations(count: number): Promise<readonly Conversation[]>;
  messages(conversation: Conversation, last: number): Promise<readonly Message[]>;
  send(to: { groupID: string; text: string }, sender: WireUser): Promise<Message>;
}

export const openChat = (openim: OpenIM, { userID, imToken }: Caller, adminToken: string): Chat => ({
  async users(userIDs) {
    const { usersInfo } = await openim.post<{ usersInfo: WireUser[] | null }>('/user/get_users_info', imToken, {
      userIDs,
    });
    return usersInfo ?? [];
  },
  async conversation(id) {
    const asked = { ownerUserID: userID, conversationIDs: [id] };
    const { conversations } = await openim.post<Views>('/jssdk/get_conversations', imToken, asked);
    return conversations?.map(conversationOf)[0] ?? null;
  },
  async conversations(count) {
    const asked = { ownerUserID: userID, count: 500 };
    const { conversations } = await openim.post<Views>('/jssdk/get_active_conversations', imToken, asked);
    return (conversations ?? []).toSorted(order).slice(0, count).map(conversationOf);
  },
  async messages({ id, maxSeq }, last) {
    const range = { conversationID: id, begin: Math.max(1, maxSeq - last + 1), end: maxSeq, num: last };
    const { msgs } = await openim.post<Pulled>('/msg/pull_msg_by_seq', imToken, {
      userID,
      seqRanges: [range],
      order: 0,
    });
    return (msgs[id]?.Msgs ?? []).map((row) => messageOf(id, row));
  },
  async send({ groupID, text }, { nickname, faceURL }) {
    const message = { sendID: userID, groupID, senderNickname: nickname, senderFaceURL: faceURL, senderPlatformID: 5 };
    const content = { content: text };
    const asked = { ...message, content, contentType: 101, sessionType: 3 };
    const { serverMsgID, sendTime } = await openim.post<Sent>('/msg/send_msg', adminToken, asked);
    const row = { serverMsgID, sendTime, sendID: userID, seq: 0, contentType: 101 };
    return messageOf(`sg_${groupID}`, { ...row, content: Buffer.from(JSON.stringify(content)).toString('base64') });
  },
});

interface Views {
  readonly conversations: readonly WireView[] | null;
}

interface Pulled {
  readonly msgs: Readonly<Record<string, { readonly Msgs: readonly WireMessage[] | null }>>;
}

/** Pinned first, then by the newest message. */
function order(a: WireView, b: WireView): number {
  const pinned = Number(b.conversation.isPinned) - Number(a.conversation.isPinned);
  if (pinned !== 0) return pinned;
  const newer = (b.lastMsg?.sendTime ?? 0) - (a.lastMsg?.sendTime ?? 0);
  return newer !== 0 ? newer : a.conversation.conversationID < b.conversation.conversationID ? -1 : 1;
}
