import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list } from './page.ts';
import { delta, exactly, fullIDs, type Incremental } from './sync.ts';
import type { WireConversation, WireConversationChange, WireDelta, WireIDs, WireSyncPoint } from './wire.ts';

const createReads = ({ read }: Post) => ({
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

export const createConversations = (post: Post) => ({
  ...createReads(post),
  ...createSync(post),
  ...createWrites(post),
});

export type Conversations = ReturnType<typeof createConversations>;
