import { int32, int64, list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, mustOwn, ownerOnly, route } from '../http/route.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import { mustManage } from './access.ts';
import { ROLE } from './group.ts';
import type { GroupRequest } from './group-requests.ts';
import { requestInfo } from './group-requests.ts';
import type { GroupParts } from './parts.ts';
import { isTooMany } from './parts.ts';

const Received = message('group.GetGroupApplicationListReq', {
  pagination: RequestPagination,
  fromUserID: string,
  groupIDs: list(string),
  handleResults: list(int32),
});
const Own = message('group.GetUserReqApplicationListReq', {
  pagination: RequestPagination,
  userID: string,
  groupIDs: list(string),
  handleResults: list(int32),
});
const OfUsers = message('group.GetGroupUsersReqApplicationListReq', { groupID: string, userIDs: list(string) });
const OfUser = message('group.GetSpecifiedUserGroupRequestInfoReq', { groupID: string, userID: string });
const Unhandled = message('group.GetGroupApplicationUnhandledCountReq', { userID: string, time: int64 });

const info = ({ users, groups }: GroupParts, row: GroupRequest): object => {
  const group = groups.find([row.groupID])[0];
  return requestInfo(row, users.get(row.userID) ?? null, group ? groups.shown(group) : null);
};

/** The groups asked for, each of which the caller must manage; none given means all that the user manages. */
const managedGroups = (parts: GroupParts, caller: Caller, asked: { userID: string; groupIDs: readonly string[] }) => {
  const groupIDs = [...new Set(asked.groupIDs)];
  if (groupIDs.length === 0) return parts.groups.members.managedBy(asked.userID);
  for (const groupID of groupIDs) mustManage(parts, caller, groupID);
  return groupIDs;
};

const received = (parts: GroupParts): Route =>
  route({
    path: '/group/get_recv_group_applicationList',
    body: Received,
    check: ({ pagination, fromUserID }) =>
      firstWrong(wrongPage(pagination), fromUserID === '' && 'fromUserID is empty'),
    allow: ownerOnly('fromUserID'),
    answer: ({ pagination, fromUserID, groupIDs, handleResults }, caller) => {
      const managed = managedGroups(parts, caller, { userID: fromUserID, groupIDs: groupIDs ?? [] });
      const rows = parts.groups.requests.toGroups(managed, { handleResults });
      const shown = pageOf(rows, pagination);
      const unknown = shown.length === 0 ? [] : managed.filter((groupID) => !parts.groups.has(groupID));
      if (unknown.length > 0) throw new Refusal('GroupIDNotFoundError', unknown.join());
      return { total: rows.length, groupRequests: orNull(shown.map((row) => info(parts, row))) };
    },
  });

const own = (parts: GroupParts): Route =>
  route({
    path: '/group/get_user_req_group_applicationList',
    body: Own,
    check: ({ pagination, userID }) => firstWrong(userID === '' && 'UserID is empty', wrongPage(pagination)),
    answer: ({ pagination, userID, groupIDs, handleResults }, caller) => {
      mustOwn(caller, userID);
      if (!parts.users.has(userID)) throw new Refusal('RecordNotFoundError', 'record not found');
      const rows = parts.groups.requests.ofUser(userID, { groupIDs, handleResults });
      const shown = pageOf(rows, pagination).map((row) => info(parts, row));
      return { total: rows.length, groupRequests: orNull(shown) };
    },
  });

/** Who asked is left out: the server takes the user only when there is none. */
const ofUsers = (parts: GroupParts): Route =>
  route({
    path: '/group/get_group_users_req_application_list',
    body: OfUsers,
    check: ({ groupID, userIDs }) =>
      firstWrong(
        groupID === '' && 'GroupID is empty',
        userIDs === null && 'UserID is empty',
        isTooMany(userIDs) && 'too many UserIDs, need to be less than 1000',
      ),
    answer: ({ groupID, userIDs }, caller) => {
      mustManage(parts, caller, groupID);
      const rows = parts.groups.requests.find(groupID, userIDs ?? []);
      const group = parts.groups.get(groupID) ?? null;
      return { total: rows.length, groupRequests: orNull(rows.map((row) => requestInfo(row, null, group))) };
    },
  });

const mayAsk = ({ groups, adminUserID }: GroupParts, caller: Caller, groupID: string): boolean => {
  const owner = groups.members.owner(groupID);
  if (owner === undefined) throw new ServerPanic('the first owner of none');
  const admins = groups.members.withRole(groupID, ROLE.admin);
  return [...admins, owner.userID, adminUserID].includes(caller.userID);
};

const ofUser = (parts: GroupParts): Route =>
  route({
    path: '/group/get_specified_user_group_request_info',
    body: OfUser,
    answer: ({ groupID, userID }, caller) => {
      if (userID !== caller.userID && !mayAsk(parts, caller, groupID)) {
        throw new Refusal('NoPermissionError', 'opUser no permission');
      }
      const rows = parts.groups.requests.find(groupID, [userID]);
      if (rows.length > 0 && parts.groups.members.owner(groupID) === undefined) {
        throw new ServerPanic('the first owner of none');
      }
      return { total: rows.length, groupRequests: orNull(rows.map((row) => info(parts, row))) };
    },
  });

const unhandled = ({ groups }: GroupParts): Route =>
  route({
    path: '/group/get_group_application_unhandled_count',
    body: Unhandled,
    allow: ownerOnly('userID'),
    answer: ({ userID, time }) => ({ count: groups.requests.waiting(groups.members.managedBy(userID), time) }),
  });

export const requestRoutes = (parts: GroupParts): Route[] => [
  received(parts),
  own(parts),
  ofUsers(parts),
  ofUser(parts),
  unhandled(parts),
];
