import { randomInt } from 'node:crypto';
import { int32, message, optional, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination, wrongPage } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { adminOnly, firstWrong, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import type { User } from './user.ts';
import { isServiceAccount, SERVICE_LEVEL } from './user.ts';
import type { Users } from './users.ts';

interface Parts {
  users: Users;
}

const Add = message('user.AddNotificationAccountReq', {
  userID: string,
  nickName: string,
  faceURL: string,
  appMangerLevel: int32,
});
const Update = message('user.UpdateNotificationAccountInfoReq', { userID: string, faceURL: string, nickName: string });
const Search = message('user.SearchNotificationAccountReq', {
  keyword: string,
  appManagerLevel: optional(int32),
  pagination: RequestPagination,
});

const tenDigits = (): string => String(randomInt(1_000_000_000, 9_999_999_999));

const add = ({ users }: Parts): Route =>
  route({
    path: '/user/add_notification_account',
    body: Add,
    check: ({ nickName }) => nickName === '' && 'nickName is empty',
    allow: adminOnly,
    answer: ({ nickName, faceURL, appMangerLevel, ...body }) => {
      if (appMangerLevel < SERVICE_LEVEL) throw new Refusal('ArgsError', 'app level not supported');
      if (users.has(body.userID)) throw new Refusal('ArgsError', 'userID is used');
      const userID = body.userID === '' ? tenDigits() : body.userID;
      users.register([{ userID, nickname: nickName, faceURL, ex: '', appMangerLevel, globalRecvMsgOpt: 0 }]);
      return { userID, faceURL, nickName, appMangerLevel };
    },
  });

const update = ({ users }: Parts): Route =>
  route({
    path: '/user/update_notification_account',
    body: Update,
    check: ({ userID, faceURL, nickName }) =>
      firstWrong(
        userID === '' && 'userID is empty',
        faceURL === '' && nickName === '' && 'faceURL and nickName is empty at the same',
      ),
    allow: adminOnly,
    answer: ({ userID, faceURL, nickName }) => {
      if (!users.has(userID)) throw new Refusal('ArgsError');
      users.update(userID, { ...(faceURL !== '' && { faceURL }), ...(nickName !== '' && { nickname: nickName }) });
    },
  });

const accountOf = ({ userID, faceURL, nickname, appMangerLevel }: User) => ({
  userID,
  faceURL,
  nickName: nickname,
  appMangerLevel,
});

const search = ({ users }: Parts): Route =>
  route({
    path: '/user/search_notification_account',
    body: Search,
    check: ({ pagination }) => wrongPage(pagination),
    allow: adminOnly,
    answer: ({ keyword, appManagerLevel, pagination }) => {
      const fits = (user: User) =>
        isServiceAccount(user) && (appManagerLevel === null || user.appMangerLevel === appManagerLevel);
      const byID = users.find([keyword]).filter(fits);
      const others = users.all().filter((user) => fits(user) && (keyword === '' || user.nickname === keyword));
      const found = byID.length > 0 ? byID : others;
      return { total: found.length, notificationAccounts: orNull(pageOf(found.map(accountOf), pagination)) };
    },
  });

export const serviceAccountRoutes = (parts: Parts): Route[] => [add(parts), update(parts), search(parts)];
