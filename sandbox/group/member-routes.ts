import { int32, list, maybeInt32, maybeString, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Answer, Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { ServerPanic } from '../refusal.ts';
import { mustBeInside, mustBeListed } from './access.ts';
import type { Member } from './group.ts';
import { memberInfo } from './group.ts';
import type { GroupParts } from './parts.ts';
import { isTooMany } from './parts.ts';
import { setMembers } from './set-member.ts';

const Wish = message('group.SetGroupMemberInfo', {
  groupID: string,
  userID: string,
  nickname: maybeString,
  faceURL: maybeString,
  roleLevel: maybeInt32,
  ex: maybeString,
});
const SetInfo = message('group.SetGroupMemberInfoReq', { members: list(Wish) });
const Some = message('group.GetGroupMembersInfoReq', { groupID: string, userIDs: list(string) });
const List = message('group.GetGroupMemberListReq', {
  pagination: RequestPagination,
  groupID: string,
  filter: int32,
  keyword: string,
});
const Ids = message('group.GetGroupMemberUserIDsReq', { groupID: string });

const LAST_FILTER = 5;

const set = (parts: GroupParts): Route =>
  route({
    path: '/group/set_group_member_info',
    body: SetInfo,
    check: ({ members }) =>
      firstWrong(
        members === null && 'members is empty',
        isTooMany(members) && 'too many Members, need to be less than 1000',
        members?.length === 0 && 'members empty',
      ),
    answer: ({ members }, caller) => {
      const wishes = (members ?? []).map((member) => {
        if (member === null) throw new ServerPanic('a member that is null');
        return member;
      });
      return setMembers(parts, caller, wishes);
    },
  });

const infos = ({ groups }: GroupParts, members: readonly Member[]) =>
  orNull(members.map((member) => memberInfo(groups.named(member))));

const some = (parts: GroupParts): Route =>
  route({
    path: '/group/get_group_members_info',
    body: Some,
    check: ({ groupID, userIDs }) =>
      firstWrong(
        groupID === '' && 'groupID is empty',
        userIDs === null && 'userIDs is empty',
        userIDs?.length === 0 && 'userIDs empty',
      ),
    answer: ({ groupID, userIDs }, caller) => {
      mustBeInside(parts, caller, groupID);
      return { members: infos(parts, parts.groups.members.find(groupID, userIDs ?? [])) };
    },
  });

/** The search mistakes the keyword for the group, and looks for the group's id in the nicknames there. */
const search = (parts: GroupParts, groupID: string, keyword: string): Member[] =>
  [...parts.groups.members.all(keyword)].filter(({ nickname }) => nickname.includes(groupID));

const page = (parts: GroupParts): Route =>
  route({
    path: '/group/get_group_member_list',
    body: List,
    check: ({ groupID, pagination, filter }) =>
      firstWrong(
        groupID === '' && 'groupID is empty',
        wrongPage(pagination),
        (filter < 0 || filter > LAST_FILTER) && 'filter is invalid',
      ),
    answer: ({ groupID, pagination, keyword }, caller): Answer => {
      mustBeInside(parts, caller, groupID);
      if (keyword !== '') {
        const found = search(parts, groupID, keyword);
        return { total: found.length, members: infos(parts, pageOf(found, pagination)) };
      }
      const ids = parts.groups.memberIDs(groupID);
      const members = parts.groups.members.find(groupID, pageOf(ids, pagination));
      return { total: ids.length, members: infos(parts, members) };
    },
  });

const ids = (parts: GroupParts): Route =>
  route({
    path: '/group/get_group_member_user_id',
    body: Ids,
    check: ({ groupID }) => groupID === '' && 'GroupID is empty',
    answer: ({ groupID }, caller) => {
      mustBeListed(parts, caller, groupID);
      return { userIDs: orNull(parts.groups.memberIDs(groupID)) };
    },
  });

export const memberRoutes = (parts: GroupParts): Route[] => [set(parts), some(parts), page(parts), ids(parts)];
