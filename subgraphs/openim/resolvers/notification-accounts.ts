import { badInput, Fault } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { NotificationAccountKind } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { holding, pageOf } from '../lists.ts';
import { addressOf } from '../model/json.ts';
import type { WireNotificationAccount } from '../rest/wire.ts';
import type { UserSource } from './people.ts';
import { nameOf } from './profile.ts';
import { recorded } from './recorded.ts';

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

interface CreateInput {
  readonly id: string;
  readonly nickname: string;
  readonly faceURL?: string | null;
  readonly kind?: NotificationAccountKind | null;
}

export async function createNotificationAccount(
  _: unknown,
  { input, reason }: { input: CreateInput; reason: string },
  context: OpenIMContext,
): Promise<WireNotificationAccount> {
  const account = {
    userID: input.id,
    nickname: nameOf(input.nickname, 'input.nickname'),
    faceURL: input.faceURL ?? '',
    appMangerLevel: LEVELS[input.kind ?? 'NOTIFICATION'],
  };
  const why = reasonOf(reason);
  // As the ids of people: OpenIM would take others, and then nobody could take its conversations' ids apart.
  if (!/^[A-Za-z0-9]{1,64}$/.test(input.id)) throw badInput('input.id', '1 to 64 letters and digits are expected');
  if ((await context.userByID.load(input.id)) !== null) throw new Fault('ALREADY_REGISTERED');
  const entry = { ...entryOf('create', input.id, why), after: account };
  const row = await recorded(context, entry, () => context.openim.notificationAccounts.add(account, context.call));
  context.forgetUser(input.id);
  return row;
}

interface UpdateInput {
  readonly nickname?: string | null;
  readonly faceURL?: string | null;
}

export async function updateNotificationAccount(
  _: unknown,
  { id, input, reason }: { id: string; input: UpdateInput; reason: string },
  context: OpenIMContext,
): Promise<WireNotificationAccount> {
  const { nickname, faceURL } = input;
  const change = {
    nickname: nickname === undefined ? '' : nameOf(nickname, 'input.nickname'),
    faceURL: faceURL ?? '',
  };
  const why = reasonOf(reason);
  const before = await accountBy(id, context);
  if (nickname === undefined && faceURL === undefined) return before;
  const after = {
    ...before,
    ...(nickname === undefined ? {} : { nickname: change.nickname }),
    ...(faceURL === undefined ? {} : { faceURL: change.faceURL }),
  };
  const { openim, call } = context;
  await recorded(context, { ...entryOf('update', id, why), before, after }, async () => {
    if (change.nickname !== '' || change.faceURL !== '')
      await openim.notificationAccounts.change({ userID: id, ...change }, call);
    // The route of these accounts clears nothing, the one of all users does.
    if (faceURL === null) await openim.users.change({ userID: id, faceURL: '' }, call);
  });
  context.forgetUser(id);
  return after;
}

const entryOf = (did: string, id: string, reason: string) => ({
  ...{ action: `notificationAccount.${did}`, target: `user:${id}`, reason },
});

/** Looked for, because OpenIM's change of one would change any user. */
async function accountBy(id: string, { openim, call }: OpenIMContext): Promise<WireNotificationAccount> {
  const { rows } = await openim.notificationAccounts.page({ keyword: id }, { number: 1, rows: 1 }, call);
  const [row] = rows.filter(({ userID }) => userID === id);
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The notification account' });
  return row;
}
