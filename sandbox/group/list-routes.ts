import { createHash } from 'node:crypto';
import { list, message, string } from '../binding/shape.ts';
import { bigNumber, orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { mustBeInside } from './access.ts';
import type { Group } from './group.ts';
import { memberInfo } from './group.ts';
import type { GroupParts } from './parts.ts';
import { isRepeated, isTooMany } from './parts.ts';

const Some = message('group.GetGroupsInfoReq', { groupIDs: list(string) });
const Joined = message('group.GetJoinedGroupListReq', { pagination: RequestPagination, fromUserID: string });
const Search = message('group.GetGroupsReq', { pagination: RequestPagination, groupName: string, groupID: string });
const Abstract = message('group.GetGroupAbstractInfoReq', { groupIDs: list(string) });

const some = ({ groups }: GroupParts): Route =>
  route({
    path: '/group/get_groups_info',
    body: Some,
    check: ({ groupIDs }) =>
      firstWrong(groupIDs === null && 'GroupIDs is empty', groupIDs?.length === 0 && 'groupID is empty'),
    answer: ({ groupIDs }) => ({ groupInfos: orNull(groups.find(groupIDs ?? []).map((group) => groups.shown(group))) }),
  });

const joined = ({ groups }: GroupParts): Route =>
  route({
    path: '/group/get_joined_group_list',
    body: Joined,
    check: ({ pagination, fromUserID }) =>
      firstWrong(wrongPage(pagination), fromUserID === '' && 'fromUserID is empty'),
    allow: ownerOnly('fromUserID'),
    answer: ({ pagination, fromUserID }) => {
      const ids = groups.joinedIDs(fromUserID);
      const page = pageOf(ids, pagination);
      const place = ({ groupID }: Group) => page.indexOf(groupID);
      const found = groups.find(page).sort((one, other) => place(one) - place(other));
      return { total: ids.length, groups: orNull(found.map((group) => groups.shown(group))) };
    },
  });

/** The name is a database regex; a text that is no regex fails there. */
const pattern = (text: string): RegExp => {
  try {
    return new RegExp(text);
  } catch {
    const says = `(BadValue) $regex has to be a valid regular expression: ${text}`;
    throw new Refusal('ServerInternalError', says);
  }
};

const search = ({ groups }: GroupParts): Route => {
  const line = (group: Group) => {
    const owner = groups.members.owner(group.groupID);
    const names = { groupOwnerUserName: owner?.nickname ?? '', groupOwnerUserID: owner?.userID ?? '' };
    return { groupInfo: groups.shown(group), ...names };
  };
  return route({
    path: '/group/get_groups',
    body: Search,
    check: ({ pagination }) => wrongPage(pagination),
    answer: ({ pagination, groupName, groupID }) => {
      const found = groupID === '' ? groups.search(pattern(groupName)) : groups.find([groupID]);
      const shown = groupID === '' ? pageOf(found, pagination) : found;
      return { total: found.length, groups: orNull(shown.map(line)) };
    },
  });
};

/** Changes with every change of a member, whoever computes it. */
const membersHash = ({ groups }: GroupParts, groupID: string): bigint => {
  const ids = groups.memberIDs(groupID).toSorted();
  const infos = groups.members.find(groupID, ids).map((member) => memberInfo(groups.named(member)));
  return createHash('md5').update(JSON.stringify(infos)).digest().readBigUInt64BE(0);
};

const abstract = (parts: GroupParts): Route =>
  route({
    path: '/group/get_group_abstract_info',
    body: Abstract,
    check: ({ groupIDs }) =>
      firstWrong(
        groupIDs === null && 'GroupID is empty',
        isTooMany(groupIDs) && 'too many GroupIDs, need to be less than 1000',
        groupIDs?.length === 0 && 'groupIDs empty',
        isRepeated(groupIDs ?? []) && 'groupIDs duplicate',
      ),
    answer: ({ groupIDs }, caller) => {
      const asked = groupIDs ?? [];
      for (const groupID of asked) mustBeInside(parts, caller, groupID);
      const found = parts.groups.find(asked);
      const unknown = asked.filter((groupID) => !parts.groups.has(groupID));
      if (unknown.length > 0) throw new Refusal('GroupIDNotFoundError', `not found group ${unknown.join()}`);
      const groupAbstractInfos = found.map(({ groupID }) => ({
        groupID,
        groupMemberNumber: parts.groups.members.count(groupID),
        groupMemberListHash: bigNumber(membersHash(parts, groupID)),
      }));
      return { groupAbstractInfos };
    },
  });

export const listRoutes = (parts: GroupParts): Route[] => [some(parts), joined(parts), search(parts), abstract(parts)];
