import { type OpenIMContext, userOf } from '../context.ts';
import type { WireFriend } from '../rest/wire.ts';
import {
  type Changes,
  changesOf,
  hashAsked,
  pointAsked,
  type SyncedIDs,
  type SyncPoint,
  syncedIDsOf,
} from '../sync.ts';
import type { FriendSource } from './people.ts';

/** Null for a row that does not say whose it is. */
export const friendOf = ({ friendUser, ...row }: WireFriend): FriendSource | null =>
  friendUser && { ...row, id: friendUser.userID };

export async function friendChanges(
  _: unknown,
  { since }: { since?: SyncPoint | null },
  context: OpenIMContext,
): Promise<Changes<FriendSource>> {
  const { id } = userOf(context);
  return changesOf(await context.openim.friends.changes(id, pointAsked(since), context.call), friendOf);
}

export async function friendIDs(
  _: unknown,
  { unlessHash }: { unlessHash?: string | null },
  context: OpenIMContext,
): Promise<SyncedIDs> {
  const { id } = userOf(context);
  return syncedIDsOf(await context.openim.friends.allIDs(id, hashAsked(unlessHash), context.call));
}
