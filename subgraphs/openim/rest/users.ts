import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list, type Page, paged, pagination, type Rows } from './page.ts';
import { literally } from './pattern.ts';
import type { WireStatus, WireUser, WireUserChange } from './wire.ts';

export const createUsers = ({ read, write }: Post) => ({
  /** In no order; unknown ids are left out. */
  byIDs: (userIDs: readonly string[], call: Call): Promise<readonly WireUser[]> =>
    read<{ usersInfo: WireUser[] | null }>('/user/get_users_info', { userIDs }, call).then((d) => list(d.usersInfo)),

  /** Whether they are connected now; an unknown id is offline. At least one id. */
  statuses: (userIDs: readonly string[], call: Call): Promise<readonly WireStatus[]> =>
    read<{ statusList: WireStatus[] | null }>('/user/get_users_status', { userID: '', userIDs }, call).then((d) =>
      list(d.statusList).map((row) => ({ ...row, platformIDs: list(row.platformIDs) })),
    ),

  /** Which of these ids OpenIM knows. Admin only; no id twice. */
  registered: (checkUserIDs: readonly string[], call: Call): Promise<ReadonlySet<string>> =>
    read<{ results: { userID: string; accountStatus: number }[] | null }>(
      '/user/account_check',
      { checkUserIDs },
      call,
    ).then((d) => new Set(list(d.results).flatMap((row) => (row.accountStatus === 1 ? [row.userID] : [])))),

  /** Admin only; all or none: ALREADY_REGISTERED when OpenIM knows one of them. The nickname may not be empty. */
  register: (users: readonly { userID: string; nickname: string; faceURL: string }[], call: Call): Promise<void> =>
    write('/user/user_register', { users }, call).then(nothing),

  /** OpenIM lets anybody set it for anybody: `userID` must be the caller. 0, 1 or 2, as in {@link WireUser}. */
  setGlobalNotify: (userID: string, globalRecvMsgOpt: number, call: Call): Promise<void> =>
    write('/user/set_global_msg_recv_opt', { userID, globalRecvMsgOpt }, call).then(nothing),

  /**
   * People and not service accounts, as they registered; of two filters, one is enough. Open to anybody in OpenIM: for
   * admins only.
   */
  page: (part: { userID?: string; nickname?: string }, page: Page, call: Call): Promise<Rows<WireUser>> =>
    read<{ users: WireUser[] | null; total: number }>(
      '/user/get_users',
      {
        userID: literally(part.userID ?? ''),
        nickName: literally(part.nickname ?? ''),
        pagination: pagination(page),
      },
      call,
    ).then((d) => paged(d.users, d.total)),

  change: (userInfo: WireUserChange, call: Call): Promise<void> =>
    write('/user/update_user_info_ex', { userInfo }, call).then(nothing),
});

export type Users = ReturnType<typeof createUsers>;
