import type { Call } from './call.ts';
import type { Post } from './endpoint.ts';
import { delta, exactly, fullIDs, type Incremental } from './sync.ts';
import type { WireDelta, WireGroup, WireGroupMember, WireIDs, WireMemberDelta, WireSyncPoint } from './wire.ts';

type IncrementalMembers = Incremental<WireGroupMember> & { readonly group: WireGroup | null };
interface Full extends WireSyncPoint {
  readonly equal: boolean;
}

/** What changed since a point, in who is in which group. */
export const createGroupSync = ({ read }: Post) => ({
  /** The groups that a user is in. What changes in a group is told by its members' changes. */
  changes: (userID: string, { versionID, version }: WireSyncPoint, call: Call): Promise<WireDelta<WireGroup>> =>
    read<Incremental<WireGroup>>('/group/get_incremental_join_groups', { userID, versionID, version }, call).then(
      delta,
    ),

  /** All ids, unless `hash` is theirs. */
  allIDs: (userID: string, hash: bigint | null, call: Call): Promise<WireIDs> =>
    read<Full & { groupIDs: string[] | null }>(
      '/group/get_full_join_group_ids',
      { userID, idHash: exactly(hash ?? 0n) },
      call,
    ).then((d) => fullIDs({ ...d, ids: d.groupIDs }, hash)),

  /**
   * By group, no group twice. The caller is a member of each, or an admin. Groups that were dismissed are left out, and
   * the last ones where there is too much to tell.
   */
  memberChanges: (
    userID: string,
    points: readonly (WireSyncPoint & { readonly groupID: string })[],
    call: Call,
  ): Promise<ReadonlyMap<string, WireMemberDelta>> =>
    read<{ respList?: Record<string, IncrementalMembers> }>(
      '/group/get_incremental_group_members_batch',
      { userID, reqList: points },
      call,
    ).then(
      (d) => new Map(Object.entries(d.respList ?? {}).map(([id, one]) => [id, { ...delta(one), group: one.group }])),
    ),

  /** All ids of a group's members, unless `hash` is theirs. */
  allMemberIDs: (groupID: string, hash: bigint | null, call: Call): Promise<WireIDs> =>
    read<Full & { userIDs: string[] | null }>(
      '/group/get_full_group_member_user_ids',
      { groupID, idHash: exactly(hash ?? 0n) },
      call,
    ).then((d) => fullIDs({ ...d, ids: d.userIDs }, hash)),
});
