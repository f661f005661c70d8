import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list, type Page, paged, pagination, type Rows } from './page.ts';
import { delta, exactly, fullIDs, type Incremental } from './sync.ts';
import type {
  WireConversation,
  WireConversationChange,
  WireDelta,
  WireIDs,
  WireSortedConversation,
  WireSortedConversations,
  WireSortedMessage,
  WireSyncPoint,
} from './wire.ts';

type SortedMessage = Omit<WireSortedMessage, 'latestMsgRecvTime'> & { readonly LatestMsgRecvTime: number };
interface SortedRow {
  readonly conversationID: string;
  readonly recvMsgOpt: number;
  readonly unreadCount: number;
  readonly IsPinned: boolean;
  readonly msgInfo: SortedMessage | null;
}
interface SortedRows {
  readonly conversationTotal: number;
  readonly unreadTotal: number;
  readonly conversationElems: SortedRow[] | null;
}

const createReads = ({ read }: Post) => ({
  /** NOT_FOUND where the owner has no such row. */
  get: (ownerUserID: string, conversationID: string, call: Call): Promise<WireConversation> =>
    read<{ conversation: WireConversation }>(
      '/conversation/get_conversation',
      { ownerUserID, conversationID },
      call,
    ).then((d) => d.conversation),

  /** In no order; what the owner does not have is left out. */
  byIDs: (ownerUserID: string, conversationIDs: readonly string[], call: Call): Promise<readonly WireConversation[]> =>
    read<{ conversations: WireConversation[] | null }>(
      '/conversation/get_conversations',
      { ownerUserID, conversationIDs },
      call,
    ).then((d) => list(d.conversations)),

  all: (ownerUserID: string, call: Call): Promise<readonly WireConversation[]> =>
    read<{ conversations: WireConversation[] | null }>(
      '/conversation/get_all_conversations',
      { ownerUserID },
      call,
    ).then((d) => list(d.conversations)),

  page: (userID: string, page: Page, call: Call): Promise<Rows<WireConversation>> =>
    read<{ conversations: WireConversation[] | null; total: number }>(
      '/conversation/get_owner_conversation',
      { userID, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.conversations, d.total)),

  /** Those that receive without notification. */
  silentIDs: (userID: string, call: Call): Promise<readonly string[]> =>
    read<{ conversationIDs: string[] | null }>('/conversation/get_not_notify_conversation_ids', { userID }, call).then(
      (d) => list(d.conversationIDs),
    ),

  /**
   * Pinned first, then by the newest message. NOT_FOUND for who has no conversation at all, and of two rows whose
   * messages came in the same millisecond one is lost: `jssdk.active` has neither fault, but at most 500 rows.
   */
  sorted: (userID: string, page: Page, call: Call): Promise<WireSortedConversations> =>
    read<SortedRows>('/conversation/get_sorted_conversation_list', { userID, pagination: pagination(page) }, call).then(
      (d) => ({
        total: d.conversationTotal,
        unreadTotal: d.unreadTotal,
        conversations: list(d.conversationElems).map(sortedConversation),
      }),
    ),
});

const createSync = ({ read }: Post) => ({
  /** What changed in the owner's rows since `point`. */
  changes: (userID: string, { versionID, version }: WireSyncPoint, call: Call): Promise<WireDelta<WireConversation>> =>
    read<Incremental<WireConversation>>(
      '/conversation/get_incremental_conversations',
      { userID, versionID, version },
      call,
    ).then(delta),

  /** All ids, unless `hash` is theirs. */
  allIDs: (userID: string, hash: bigint | null, call: Call): Promise<WireIDs> =>
    read<WireSyncPoint & { equal: boolean; conversationIDs: string[] | null }>(
      '/conversation/get_full_conversation_ids',
      { userID, idHash: exactly(hash ?? 0n) },
      call,
    ).then((d) => fullIDs({ ...d, ids: d.conversationIDs }, hash)),
});

const createWrites = ({ write }: Post) => ({
  /**
   * On a row that does not exist, OpenIM answers well and hides the conversation from its owner until a second call
   * sets something: write twice, and read it back.
   */
  set: (userIDs: readonly string[], conversation: WireConversationChange, call: Call): Promise<void> =>
    write('/conversation/set_conversations', { userIDs, conversation }, call).then(nothing),

  /** The rows alone; messages stay, and no later message brings a row back. */
  delete: (ownerUserID: string, conversationIDs: readonly string[], call: Call): Promise<void> =>
    write('/conversation/delete_conversations', { ownerUserID, conversationIDs }, call).then(nothing),
});

const sortedConversation = ({ IsPinned, msgInfo, ...row }: SortedRow): WireSortedConversation => ({
  ...row,
  isPinned: IsPinned,
  msgInfo: msgInfo && sortedMessage(msgInfo),
});

const sortedMessage = ({ LatestMsgRecvTime, ...row }: SortedMessage): WireSortedMessage => ({
  ...row,
  latestMsgRecvTime: LatestMsgRecvTime,
});

export const createConversations = (post: Post) => ({
  ...createReads(post),
  ...createSync(post),
  ...createWrites(post),
});

export type Conversations = ReturnType<typeof createConversations>;
