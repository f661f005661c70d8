import { int32, list, message, string } from '../binding/shape.ts';
import type { Callbacks } from '../callbacks/callbacks.ts';
import { UserCallbacks } from '../callbacks/users.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, mustBeAdmin, mustOwn, route } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import { Refusal } from '../refusal.ts';
import type { User } from './user.ts';
import { UserInfo, UserInfoWithEx } from './user.ts';
import type { Users } from './users.ts';

interface Parts {
  callbacks: Callbacks;
  users: Users;
  notifier: Notifier;
}

const Register = message('user.UserRegisterReq', { users: list(UserInfo) });
const Update = message('user.UpdateUserInfoReq', { userInfo: UserInfo });
const UpdateEx = message('user.UpdateUserInfoExReq', { userInfo: UserInfoWithEx });
const SetGlobalOpt = message('user.SetGlobalRecvMessageOptReq', { userID: string, globalRecvMsgOpt: int32 });

const LEGAL_ID = /^[\p{L}\p{Nd}_]*$/u;

const wrongUsers = (users: readonly (User | null)[] | null): string | undefined => {
  if (users === null) return 'users are empty';
  const ids = users.map((user) => (user === null ? 'user is empty' : !LEGAL_ID.test(user.userID) && 'userID is legal'));
  return firstWrong(...ids, ...users.map((user) => user?.nickname === '' && 'user name is empty'));
};

const register = ({ users, callbacks }: Parts): Route =>
  route({
    path: '/user/user_register',
    body: Register,
    check: (body) => wrongUsers(body.users),
    answer: async (body, caller) => {
      const rows = (body.users ?? []).filter((user) => user !== null);
      if (rows.length === 0) throw new Refusal('ArgsError', 'users is empty');
      mustBeAdmin(caller);
      if (new Set(rows.map((user) => user.userID)).size < rows.length)
        throw new Refusal('ArgsError', 'userID repeated');
      if (rows.some((user) => user.userID === '')) throw new Refusal('ArgsError', 'userID is empty');
      users.mustBeNew(rows);
      const ask = new UserCallbacks(callbacks);
      const wanted = await ask.beforeRegister(rows, caller.operationID);
      users.register(wanted);
      await ask.afterRegister(wanted, caller.operationID);
    },
  });

/** Keeps only what is set; how "set" is told differs between the two update routes. */
const changeOf = (given: Partial<Record<keyof User, unknown>>, isSet: (value: unknown) => boolean): Partial<User> =>
  Object.fromEntries(
    (['nickname', 'faceURL', 'ex', 'globalRecvMsgOpt'] as const)
      .filter((key) => isSet(given[key]))
      .map((key) => [key, given[key]]),
  );

const applyChange = (
  { users, notifier }: Parts,
  caller: Caller,
  edit: { userID: string; change: Partial<User> },
): void => {
  users.demandRow(edit.userID);
  users.update(edit.userID, edit.change, caller);
  notifier.userInfoUpdated(caller, edit.userID);
};

const update = (parts: Parts): Route =>
  route({
    path: '/user/update_user_info',
    body: Update,
    check: ({ userInfo }) => (userInfo === null ? 'UserInfo is empty' : userInfo.userID === '' && 'UserID is empty'),
    answer: async ({ userInfo }, caller) => {
      if (userInfo === null) return;
      mustOwn(caller, userInfo.userID);
      const callbacks = new UserCallbacks(parts.callbacks);
      const wanted = await callbacks.beforeUpdate(userInfo, caller.operationID);
      // appMangerLevel is written under a wrong column name upstream and so never changes.
      applyChange(parts, caller, { userID: wanted.userID, change: changeOf(wanted, Boolean) });
      await callbacks.afterUpdate(wanted, caller.operationID);
    },
  });

const updateEx = (parts: Parts): Route =>
  route({
    path: '/user/update_user_info_ex',
    body: UpdateEx,
    check: ({ userInfo }) => (userInfo === null ? 'userInfo is empty' : userInfo.userID === '' && 'userID is empty'),
    answer: async ({ userInfo }, caller) => {
      if (userInfo === null) return;
      mustOwn(caller, userInfo.userID);
      const callbacks = new UserCallbacks(parts.callbacks);
      const wanted = await callbacks.beforeUpdateEx(userInfo, caller.operationID);
      applyChange(parts, caller, { userID: wanted.userID, change: changeOf(wanted, (value) => value !== null) });
      await callbacks.afterUpdateEx(wanted, caller.operationID);
    },
  });

const setGlobalOpt = ({ users, notifier }: Parts): Route =>
  route({
    path: '/user/set_global_msg_recv_opt',
    body: SetGlobalOpt,
    check: ({ userID, globalRecvMsgOpt }) =>
      firstWrong(
        (globalRecvMsgOpt > 2 || globalRecvMsgOpt < 0) && 'GlobalRecvMsgOpt is invalid',
        userID === '' && 'UserID is empty',
      ),
    answer: ({ userID, globalRecvMsgOpt }, caller) => {
      users.demand([userID]);
      users.update(userID, { globalRecvMsgOpt });
      notifier.userInfoUpdated(caller, userID);
    },
  });

export const profileRoutes = (parts: Parts): Route[] => [
  register(parts),
  update(parts),
  updateEx(parts),
  setGlobalOpt(parts),
];
