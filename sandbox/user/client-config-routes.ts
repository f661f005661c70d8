import { list, map, message, string } from '../binding/shape.ts';
import { omitEmpty, orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { adminOnly, mustOwn, route } from '../http/route.ts';
import { ServerPanic } from '../refusal.ts';
import type { State } from '../state/state.ts';
import type { Users } from './users.ts';

interface Parts {
  state: State;
  users: Users;
}

interface Setting {
  key: string;
  userID: string;
  value: string;
}

const Get = message('user.GetUserClientConfigReq', { userID: string });
const SetSome = message('user.SetUserClientConfigReq', { userID: string, configs: map(string) });
const Del = message('user.DelUserClientConfigReq', { userID: string, keys: list(string) });
const PageOf = message('user.PageUserClientConfigReq', { userID: string, key: string, pagination: RequestPagination });

export const clientConfigRoutes = ({ state, users }: Parts): Route[] => {
  // The empty owner holds what counts for everybody.
  const settings = state.family<Setting>('client-config');
  const mustExist = (userID: string) => {
    if (userID !== '') users.demandRow(userID);
  };

  const get = route({
    path: '/user/get_user_client_config',
    body: Get,
    allow: ({ userID }, caller) => {
      if (userID !== '') mustOwn(caller, userID);
    },
    answer: ({ userID }) => {
      mustExist(userID);
      return omitEmpty(
        'configs',
        [...settings.of(userID)].map(([key, setting]) => [key, setting.value] as const),
      );
    },
  });
  const set = route({
    path: '/user/set_user_client_config',
    body: SetSome,
    allow: adminOnly,
    answer: ({ userID, configs }) => {
      mustExist(userID);
      for (const [key, value] of Object.entries(configs)) settings.set(userID, key, { key, userID, value });
    },
  });
  const del = route({
    path: '/user/del_user_client_config',
    body: Del,
    allow: adminOnly,
    answer: ({ userID, keys }) => {
      for (const key of keys ?? []) settings.delete(userID, key);
    },
  });
  const page = route({
    path: '/user/page_user_client_config',
    body: PageOf,
    allow: adminOnly,
    answer: ({ userID, key, pagination }) => {
      if (pagination === null) throw new ServerPanic('pagination is dereferenced unchecked');
      const owners = userID === '' ? [...settings.ownerIDs()] : [userID];
      const rows = owners
        .flatMap((owner) => [...settings.of(owner).values()])
        .filter((setting) => key === '' || setting.key === key);
      return { total: rows.length, configs: orNull(pageOf(rows, pagination)) };
    },
  });
  return [get, set, del, page];
};
