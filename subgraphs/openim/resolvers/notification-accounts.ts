import type { Connection, PageArguments } from '../../kit/page.ts';
import type { NotificationAccountKind } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { holding, pageOf } from '../lists.ts';
import { addressOf } from '../model/json.ts';
import type { WireNotificationAccount } from '../rest/wire.ts';
import type { UserSource } from './people.ts';

const LEVELS = { NOTIFICATION: 3, ROBOT: 4 } as const satisfies Record<NotificationAccountKind, number>;

interface Filter {
  readonly keyword?: string | null;
  readonly kind?: NotificationAccountKind | null;
}

/** OpenIM finds whole ids and whole names only. */
export async function notificationAccounts(
  _: unknown,
  { keyword, kind, ...page }: PageArguments & Filter,
  { openim, call }: OpenIMContext,
): Promise<Connection<WireNotificationAccount>> {
  const holds = holding(keyword);
  return pageOf({
    ...page,
    list: `notificationAccounts ${JSON.stringify([keyword, kind])}`,
    load: (at) => openim.notificationAccounts.page(kind == null ? {} : { appManagerLevel: LEVELS[kind] }, at, call),
    keep: holds && ((row: WireNotificationAccount) => holds(row.userID, row.nickname)),
  });
}

export const NotificationAccount = {
  id: ({ userID }: WireNotificationAccount) => userID,
  faceURL: ({ faceURL }: WireNotificationAccount) => addressOf(faceURL),
  kind: ({ appMangerLevel }: WireNotificationAccount): NotificationAccountKind =>
    appMangerLevel === LEVELS.ROBOT ? 'ROBOT' : 'NOTIFICATION',
  user: ({ userID }: WireNotificationAccount): UserSource => ({ id: userID }),
};
