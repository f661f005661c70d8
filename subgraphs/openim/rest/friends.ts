import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list, type Page, paged, pagination, type Rows } from './page.ts';
import { delta, exactly, fullIDs, type Incremental } from './sync.ts';
import type {
  WireBlock,
  WireDelta,
  WireFriend,
  WireFriendChange,
  WireFriendRequest,
  WireIDs,
  WireRelation,
  WireSyncPoint,
} from './wire.ts';

interface Received {
  readonly FriendRequests: WireFriendRequest[] | null;
  readonly total: number;
}
interface Sent {
  readonly friendRequests: WireFriendRequest[] | null;
  readonly total: number;
}
/** 0 pending, 1 accepted, -1 refused; none for all. */
type Results = readonly (0 | 1 | -1)[];

/** Most routes tell `createTime` in seconds; `get_specified_…` in milliseconds. */
const inMilliseconds = <Row extends { createTime: number }>(row: Row): Row => ({
  ...row,
  createTime: row.createTime * 1000,
});

const createContacts = ({ read, write }: Post) => ({
  /** Pinned first, then as they were added. */
  list: (userID: string, page: Page, call: Call): Promise<Rows<WireFriend>> =>
    read<{ friendsInfo: WireFriend[] | null; total: number }>(
      '/friend/get_friend_list',
      { userID, pagination: pagination(page) },
      call,
    ).then((d) => paged(list(d.friendsInfo).map(inMilliseconds), d.total)),

  /** Those of `friendUserIDs` that are in the owner's list; no id twice. */
  byIDs: (ownerUserID: string, friendUserIDs: readonly string[], call: Call): Promise<readonly WireFriend[]> =>
    read<{ friendsInfo: WireFriend[] | null }>(
      '/friend/get_designated_friends',
      { ownerUserID, friendUserIDs },
      call,
    ).then((d) => list(d.friendsInfo).map(inMilliseconds)),

  /** User, friendship and block of each in one answer; at most 1,000 ids, none twice. */
  relations: (ownerUserID: string, userIDList: readonly string[], call: Call): Promise<readonly WireRelation[]> =>
    read<{ infos: WireRelation[] | null }>(
      '/friend/get_specified_friends_info',
      { ownerUserID, userIDList },
      call,
    ).then((d) => list(d.infos)),

  /** What changed in the list since `point`; its rows are told in seconds, too. */
  changes: (userID: string, { versionID, version }: WireSyncPoint, call: Call): Promise<WireDelta<WireFriend>> =>
    read<Incremental<WireFriend>>('/friend/get_incremental_friends', { userID, versionID, version }, call).then((d) =>
      delta({ ...d, insert: list(d.insert).map(inMilliseconds), update: list(d.update).map(inMilliseconds) }),
    ),

  /** All ids, unless `hash` is theirs. */
  allIDs: (userID: string, hash: bigint | null, call: Call): Promise<WireIDs> =>
    read<WireSyncPoint & { equal: boolean; userIDs: string[] | null }>(
      '/friend/get_full_friend_user_ids',
      { userID, idHash: exactly(hash ?? 0n) },
      call,
    ).then((d) => fullIDs({ ...d, ids: d.userIDs }, hash)),

  /** Whether `ownerUserID` has the other in their list; the caller is one of the two, or an admin. */
  has: (ownerUserID: string, otherUserID: string, call: Call): Promise<boolean> =>
    read<{ inUser1Friends: boolean }>('/friend/is_friend', { userID1: ownerUserID, userID2: otherUserID }, call).then(
      (d) => d.inUser1Friends,
    ),

  /** Nothing happens where there is no friendship. */
  change: ({ ownerUserID, friendUserID, ...change }: WireFriendChange, call: Call): Promise<void> =>
    write('/friend/update_friends', { ownerUserID, friendUserIDs: [friendUserID], ...change }, call).then(nothing),

  /** Admin only: friends of each other at once, without a request; who is one already stays one. At most 1,000. */
  import: (ownerUserID: string, friendUserIDs: readonly string[], call: Call): Promise<void> =>
    write('/friend/import_friend', { ownerUserID, friendUserIDs }, call).then(nothing),

  /** One-sided; nothing happens when there is no friendship. */
  delete: (ownerUserID: string, friendUserID: string, call: Call): Promise<void> =>
    write('/friend/delete_friend', { ownerUserID, friendUserID }, call).then(nothing),
});

const createRequests = ({ read, write }: Post) => ({
  /** Newest first. */
  received: (
    who: { userID: string; handleResults?: Results },
    page: Page,
    call: Call,
  ): Promise<Rows<WireFriendRequest>> =>
    read<Received>('/friend/get_friend_apply_list', { ...who, pagination: pagination(page) }, call).then((d) =>
      paged(d.FriendRequests, d.total),
    ),

  /** Newest first. */
  sent: (who: { userID: string; handleResults?: Results }, page: Page, call: Call): Promise<Rows<WireFriendRequest>> =>
    read<Sent>('/friend/get_self_friend_apply_list', { ...who, pagination: pagination(page) }, call).then((d) =>
      paged(d.friendRequests, d.total),
    ),

  /** Both directions; the caller is one of the two, or an admin. */
  between: (fromUserID: string, toUserID: string, call: Call): Promise<readonly WireFriendRequest[]> =>
    read<{ friendRequests: WireFriendRequest[] | null }>(
      '/friend/get_designated_friend_apply',
      { fromUserID, toUserID },
      call,
    ).then((d) => list(d.friendRequests)),

  /** How many received requests wait for an answer; `since` is in ms, 0 for all. */
  waiting: (userID: string, since: number, call: Call): Promise<number> =>
    read<{ count: number }>('/friend/get_self_unhandled_apply_count', { userID, time: since }, call).then(
      (d) => d.count,
    ),

  /** A second request replaces the first, and re-opens a handled one. */
  add: (request: { fromUserID: string; toUserID: string; reqMsg: string }, call: Call): Promise<void> =>
    write('/friend/add_friend', request, call).then(nothing),

  /** `toUserID` answers what `fromUserID` asked. */
  respond: (
    answer: { fromUserID: string; toUserID: string; handleResult: 1 | -1; handleMsg: string },
    call: Call,
  ): Promise<void> => write('/friend/add_friend_response', answer, call).then(nothing),
});

const createBlocks = ({ read, write }: Post) => ({
  blocks: (userID: string, page: Page, call: Call): Promise<Rows<WireBlock>> =>
    read<{ blacks: WireBlock[] | null; total: number }>(
      '/friend/get_black_list',
      { userID, pagination: pagination(page) },
      call,
    ).then((d) => paged(list(d.blacks).map(inMilliseconds), d.total)),

  /** Those of `userIDList` that the owner has blocked; at least one id, none twice. */
  blocksByIDs: (ownerUserID: string, userIDList: readonly string[], call: Call): Promise<readonly WireBlock[]> =>
    read<{ blacks: WireBlock[] | null }>('/friend/get_specified_blacks', { ownerUserID, userIDList }, call).then((d) =>
      list(d.blacks),
    ),

  /** A second time: ALREADY_SO. */
  block: (ownerUserID: string, blackUserID: string, call: Call): Promise<void> =>
    write('/friend/add_black', { ownerUserID, blackUserID }, call).then(nothing),

  unblock: (ownerUserID: string, blackUserID: string, call: Call): Promise<void> =>
    write('/friend/remove_black', { ownerUserID, blackUserID }, call).then(nothing),
});

export const createFriends = (post: Post) => ({
  ...createContacts(post),
  ...createRequests(post),
  ...createBlocks(post),
});

export type Friends = ReturnType<typeof createFriends>;
