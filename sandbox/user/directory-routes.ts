import { list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { mustBeAdmin, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { isListed } from './user.ts';
import type { Users } from './users.ts';

interface Parts {
  users: Users;
}

const GetUsersInfo = message('user.GetDesignateUsersReq', { userIDs: list(string) });
const GetAllIDs = message('user.GetAllUserIDReq', { pagination: RequestPagination });
const AccountCheck = message('user.AccountCheckReq', { checkUserIDs: list(string) });
const GetUsers = message('user.GetPaginationUsersReq', {
  pagination: RequestPagination,
  userID: string,
  nickName: string,
});

const usersInfo = ({ users }: Parts): Route =>
  route({
    path: '/user/get_users_info',
    body: GetUsersInfo,
    check: ({ userIDs }) => userIDs === null && 'UserIDs is empty',
    answer: ({ userIDs }) => ({ usersInfo: orNull(users.find(userIDs ?? [])) }),
  });

const allIDs = ({ users }: Parts): Route =>
  route({
    path: '/user/get_all_users_uid',
    body: GetAllIDs,
    check: ({ pagination }) => wrongPage(pagination),
    answer: ({ pagination }) => {
      const ids = users.all().map((user) => user.userID);
      return { total: ids.length, userIDs: orNull(pageOf(ids, pagination)) };
    },
  });

const accountCheck = ({ users }: Parts): Route =>
  route({
    path: '/user/account_check',
    body: AccountCheck,
    check: ({ checkUserIDs }) => checkUserIDs === null && 'CheckUserIDs is empty',
    answer: ({ checkUserIDs }, caller) => {
      const ids = checkUserIDs ?? [];
      if (new Set(ids).size < ids.length) throw new Refusal('ArgsError', 'userID repeated');
      mustBeAdmin(caller);
      return { results: orNull(ids.map((userID) => ({ userID, accountStatus: users.has(userID) ? 1 : 0 }))) };
    },
  });

/** The filter is a database regex upstream; a text that is no regex fails there. */
const pattern = (text: string): RegExp => {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new Refusal('ServerInternalError', `(BadValue) $regex has to be a valid regular expression: ${text}`);
  }
};

const search = ({ users }: Parts): Route =>
  route({
    path: '/user/get_users',
    body: GetUsers,
    check: ({ pagination }) => wrongPage(pagination),
    answer: ({ pagination, userID, nickName }) => {
      const tests = [
        userID !== '' && { by: 'userID', like: pattern(userID) },
        nickName !== '' && { by: 'nickname', like: pattern(nickName) },
      ];
      const wanted = tests.filter((test) => test !== false);
      const found = users.all().filter((user) => isListed(user) && matches(wanted, user));
      return { total: found.length, users: orNull(pageOf(found, pagination)) };
    },
  });

/** Either filter is enough when both are given. */
const matches = (tests: readonly { by: string; like: RegExp }[], user: { userID: string; nickname: string }): boolean =>
  tests.length === 0 || tests.some(({ by, like }) => like.test(by === 'userID' ? user.userID : user.nickname));

export const directoryRoutes = (parts: Parts): Route[] => [
  usersInfo(parts),
  allIDs(parts),
  accountCheck(parts),
  search(parts),
];
