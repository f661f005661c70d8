import type { Infer } from '../binding/shape.ts';
import { list, message, string, uint64 } from '../binding/shape.ts';
import { omitEmpty, orNull } from '../http/go-values.ts';
import type { Caller, Route } from '../http/route.ts';
import { ownerOnly, route } from '../http/route.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import { idHash } from '../version/id-hash.ts';
import { GROUP_CHANGE, SORT_CHANGE } from '../version/version-log.ts';
import { mustBeAlive, mustBeInside, mustBeListed } from './access.ts';
import { memberInfo } from './group.ts';
import type { GroupParts } from './parts.ts';

const Known = message('group.GetIncrementalGroupMemberReq', { groupID: string, versionID: string, version: uint64 });
const Batch = message('group.BatchGetIncrementalGroupMemberReq', { userID: string, reqList: list(Known) });
const Groups = message('group.GetIncrementalJoinGroupReq', { userID: string, versionID: string, version: uint64 });
const FullMembers = message('group.GetFullGroupMemberUserIDsReq', { idHash: uint64, groupID: string });
const FullGroups = message('group.GetFullJoinGroupIDsReq', { idHash: uint64, userID: string });

const MOST_CHANGES = 500;

const memberDelta = (parts: GroupParts, caller: Caller, known: NonNullable<Infer<typeof Known>>) => {
  const { groups } = parts;
  const { groupID } = known;
  mustBeInside(parts, caller, groupID);
  const group = groups.take(groupID);
  mustBeAlive(group);
  const { versions } = groups.members;
  const delta = versions.since(groupID, known.versionID, Number(known.version));
  const sortVersion = versions.takeMark(groupID, delta, SORT_CHANGE);
  const groupVersion = versions.takeMark(groupID, delta, GROUP_CHANGE);
  const changes = delta.insert.length + delta.update.length + delta.delete.length;
  const showsGroup = delta.full || groupVersion > 0 || changes > 0;
  if (showsGroup) groups.members.takeOwner(groupID);
  const rows = (ids: readonly string[]) =>
    orNull(groups.members.find(groupID, ids).map((member) => memberInfo(groups.named(member))));
  const { version, versionID, full } = delta;
  const lists = { delete: orNull(delta.delete), insert: rows(delta.insert), update: rows(delta.update) };
  const answer = { version, versionID, full, ...lists, group: showsGroup ? groups.info(group) : null, sortVersion };
  return { answer, changes };
};

const members = (parts: GroupParts): Route =>
  route({
    path: '/group/get_incremental_group_members',
    body: Known,
    answer: (known, caller) => memberDelta(parts, caller, known).answer,
  });

const isDismissal = (thrown: unknown): boolean =>
  thrown instanceof Refusal && thrown.errMsg === 'DismissedAlreadyError';

/** Group after group until the answer is long enough; dismissed ones are passed over. */
const memberBatch = (parts: GroupParts): Route =>
  route({
    path: '/group/get_incremental_group_members_batch',
    body: Batch,
    answer: ({ reqList }, caller) => {
      const answers = new Map<string, object>();
      let changes = 0;
      for (const known of reqList ?? []) {
        if (known === null) throw new ServerPanic('a request that is null');
        if (answers.has(known.groupID)) continue;
        try {
          const delta = memberDelta(parts, caller, known);
          answers.set(known.groupID, delta.answer);
          changes += delta.changes;
        } catch (thrown) {
          if (!isDismissal(thrown)) throw thrown;
        }
        if (changes >= MOST_CHANGES) break;
      }
      return omitEmpty('respList', answers);
    },
  });

/** Changes of a group itself do not show here; they are part of the group's own log. */
const joinedGroups = ({ groups }: GroupParts): Route =>
  route({
    path: '/group/get_incremental_join_groups',
    body: Groups,
    allow: ownerOnly('userID'),
    answer: ({ userID, ...known }) => {
      if (userID === '') throw new Refusal('ServerInternalError', 'versionKey is empty');
      const delta = groups.members.joinVersions.since(userID, known.versionID, Number(known.version));
      const rows = (ids: readonly string[]) => orNull(groups.find(ids).map((group) => groups.shown(group)));
      const { version, versionID, full } = delta;
      const lists = { delete: orNull(delta.delete), insert: rows(delta.insert), update: rows(delta.update) };
      return { version, versionID, full, ...lists, sortVersion: 0 };
    },
  });

const fullMembers = (parts: GroupParts): Route =>
  route({
    path: '/group/get_full_group_member_user_ids',
    body: FullMembers,
    check: ({ groupID }) => groupID === '' && 'groupID is empty',
    answer: (body, caller) => {
      const { groupID } = body;
      mustBeListed(parts, caller, groupID);
      const { version, versionID } = parts.groups.members.versions.current(groupID);
      const ids = parts.groups.memberIDs(groupID);
      const equal = body.idHash === idHash(ids);
      return { version, versionID, equal, userIDs: equal ? null : orNull(ids) };
    },
  });

const fullGroups = ({ groups }: GroupParts): Route =>
  route({
    path: '/group/get_full_join_group_ids',
    body: FullGroups,
    check: ({ userID }) => userID === '' && 'userID is empty',
    allow: ownerOnly('userID'),
    answer: (body) => {
      const { version, versionID } = groups.members.joinVersions.current(body.userID);
      const ids = groups.joinedIDs(body.userID);
      const equal = body.idHash === idHash(ids);
      return { version, versionID, equal, groupIDs: equal ? null : orNull(ids) };
    },
  });

export const syncRoutes = (parts: GroupParts): Route[] => [
  members(parts),
  memberBatch(parts),
  joinedGroups(parts),
  fullMembers(parts),
  fullGroups(parts),
];
