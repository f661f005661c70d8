import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list, type Page, paged, pagination, type Rows } from './page.ts';
import type { WireNotificationAccount } from './wire.ts';

type Spelled = Omit<WireNotificationAccount, 'nickname'> & { readonly nickName: string };

/** These routes alone write nickName. */
const spelled = ({ nickName, ...row }: Spelled): WireNotificationAccount => ({ ...row, nickname: nickName });

/** Admin only, all of them. */
export const createNotificationAccounts = ({ read, write }: Post) => ({
  /** `keyword` is a whole userID or else a whole nickname; none for all. */
  page: (
    filter: { keyword?: string; appManagerLevel?: number },
    page: Page,
    call: Call,
  ): Promise<Rows<WireNotificationAccount>> =>
    read<{ notificationAccounts: Spelled[] | null; total: number }>(
      '/user/search_notification_account',
      { ...filter, pagination: pagination(page) },
      call,
    ).then((d) => paged(list(d.notificationAccounts).map(spelled), d.total)),

  /** ALREADY_REGISTERED where somebody has this id; OpenIM makes one of ten digits where it is empty. */
  add: ({ nickname, ...account }: WireNotificationAccount, call: Call): Promise<WireNotificationAccount> =>
    write<Spelled>('/user/add_notification_account', { ...account, nickName: nickname }, call).then(spelled),

  /** Empty leaves as it is. It changes any user, so ask first whether it is one of these accounts. */
  change: (
    { userID, nickname, faceURL }: { userID: string; nickname: string; faceURL: string },
    call: Call,
  ): Promise<void> =>
    write('/user/update_notification_account', { userID, nickName: nickname, faceURL }, call).then(nothing),
});

export type NotificationAccounts = ReturnType<typeof createNotificationAccounts>;
