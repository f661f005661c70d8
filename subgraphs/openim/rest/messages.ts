import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { decodePull, type EncodedPull } from './message.ts';
import { list, type Page, paged, pagination, type Rows } from './page.ts';
import type {
  WireBusiness,
  WireFoundMessage,
  WireOutgoing,
  WirePulls,
  WireSearch,
  WireSent,
  WireSentToMany,
  WireSeqRange,
  WireSeqs,
} from './wire.ts';

interface Pulled {
  readonly msgs?: Record<string, EncodedPull>;
  readonly notificationMsgs?: Record<string, EncodedPull>;
}
interface Found {
  readonly chatLogs: { chatLog: Omit<WireFoundMessage, 'isRevoked'> | null; isRevoked: boolean }[] | null;
  readonly chatLogsNum: number;
}

const createReads = ({ read }: Post) => ({
  /** OpenIM's clock, in ms. */
  serverTime: (call: Call): Promise<number> =>
    read<{ serverTime: number }>('/msg/get_server_time', {}, call).then((d) => d.serverTime),

  /** Newest and read seqs; of all conversations when none is named. Tells also of conversations that are not theirs. */
  seqs: (userID: string, conversationIDs: readonly string[], call: Call): Promise<Readonly<Record<string, WireSeqs>>> =>
    read<{ seqs?: Record<string, WireSeqs> }>(
      '/msg/get_conversations_has_read_and_max_seq',
      { userID, conversationIDs },
      call,
    ).then((d) => d.seqs ?? {}),

  /** Newest seqs of all their conversations, and of the notifications beside these; without those where nothing is. */
  newestSeqs: (userID: string, call: Call): Promise<Readonly<Record<string, number>>> =>
    read<{ maxSeqs?: Record<string, number> }>('/msg/newest_seq', { userID }, call).then((d) => d.maxSeqs ?? {}),

  /** One range a conversation. */
  pull: (userID: string, seqRanges: readonly WireSeqRange[], call: Call): Promise<WirePulls> =>
    read<Pulled>('/msg/pull_msg_by_seq', { userID, seqRanges, order: 0 }, call).then((d) =>
      Object.fromEntries(
        Object.entries({ ...d.msgs, ...d.notificationMsgs }).map(([id, pulled]) => [id, decodePull(pulled)]),
      ),
    ),

  /** Everybody's messages, whoever asks, oldest first: never answer these to a user unchecked. */
  search: (search: WireSearch, page: Page, call: Call): Promise<Rows<WireFoundMessage>> =>
    read<Found>('/msg/search_msg', { sendTime: '', ...search, pagination: pagination(page) }, call).then((d) =>
      paged(
        list(d.chatLogs).flatMap(({ chatLog, isRevoked }) => (chatLog ? [{ ...chatLog, isRevoked }] : [])),
        d.chatLogsNum,
      ),
    ),
});

const createWrites = ({ write }: Post) => ({
  /** Admin only. OpenIM makes both ids, so the same send twice is two messages. */
  send: (message: WireOutgoing, call: Call): Promise<WireSent> => write<WireSent>('/msg/send_msg', message, call),

  /** Admin only: the same to many, each in a chat of two. Not repeated; who failed, failed without a reason. */
  sendToMany: (message: WireOutgoing, recvIDs: readonly string[], call: Call): Promise<WireSentToMany> =>
    write<{ results: WireSentToMany['results'] | null; failedUserIDs: string[] | null }>(
      '/msg/batch_send_msg',
      { ...message, recvIDs },
      call,
    ).then((d) => ({ results: list(d.results), failedUserIDs: list(d.failedUserIDs) })),

  /** Admin only. OpenIM looks at nobody it names. */
  sendBusiness: (notification: WireBusiness, call: Call): Promise<WireSent> =>
    write<WireSent>('/msg/send_business_notification', notification, call),

  /** Admin only, and for good: of these messages only their seqs are left. */
  erase: (conversationID: string, seqs: readonly number[], call: Call): Promise<void> =>
    write('/msg/delete_msg_phsical_by_seq', { conversationID, seqs }, call).then(nothing),

  /** A second time: ALREADY_REVOKED. */
  revoke: (
    { userID, conversationID, seq }: { userID: string; conversationID: string; seq: number },
    call: Call,
  ): Promise<void> => write('/msg/revoke_msg', { userID, conversationID, seq }, call).then(nothing),

  /** Up to `hasReadSeq`; never goes back, and OpenIM takes a seq that does not exist yet. */
  markRead: (
    mark: { userID: string; conversationID: string; hasReadSeq: number; seqs?: readonly number[] },
    call: Call,
  ): Promise<void> => write('/msg/mark_conversation_as_read', mark, call).then(nothing),

  /** Single messages; the last seq, from 1 to the newest, is where the unread line goes. OpenIM breaks on none. */
  markMessagesRead: (
    mark: { userID: string; conversationID: string; seqs: readonly [number, ...number[]] },
    call: Call,
  ): Promise<void> => write('/msg/mark_msgs_as_read', mark, call).then(nothing),

  /** For this user, who is told on all devices. */
  delete: (which: { userID: string; conversationID: string; seqs: readonly number[] }, call: Call): Promise<void> =>
    write('/msg/delete_msgs', { ...which, deleteSyncOpt: { IsSyncSelf: true } }, call).then(nothing),

  /** For everybody. OpenIM lets anybody do it with any message: whose they are has to be checked before. */
  deleteForAll: (
    which: { userID: string; conversationID: string; seqs: readonly number[] },
    call: Call,
  ): Promise<void> => write('/msg/delete_msgs', { ...which, deleteSyncOpt: { IsSyncOther: true } }, call).then(nothing),

  /** All messages of these conversations, for this user, who is told on all devices. */
  clear: (userID: string, conversationIDs: readonly string[], call: Call): Promise<void> =>
    write('/msg/clear_conversation_msg', { userID, conversationIDs, deleteSyncOpt: { IsSyncSelf: true } }, call).then(
      nothing,
    ),

  /** The same for all conversations. */
  clearAll: (userID: string, call: Call): Promise<void> =>
    write('/msg/user_clear_all_msg', { userID, deleteSyncOpt: { IsSyncSelf: true } }, call).then(nothing),
});

export const createMessages = (post: Post) => ({ ...createReads(post), ...createWrites(post) });

export type Messages = ReturnType<typeof createMessages>;
