import { bool, int64, message } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Page } from '../http/page.ts';
import { RequestPagination } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { adminOnly, route } from '../http/route.ts';
import type { Archive } from '../message/archive.ts';
import type { Message } from '../message/message.ts';
import type { Groups } from '../message/ports.ts';
import { ServerPanic } from '../refusal.ts';
import type { Users } from '../user/users.ts';
import type { Span } from './by-day.ts';
import { countByDay, isWithin } from './by-day.ts';

export interface ActivityParts {
  users: Users;
  groups: Groups;
  archive: Archive;
}

const ActiveUsers = message('msg.GetActiveUserReq', {
  start: int64,
  end: int64,
  ase: bool,
  group: bool,
  pagination: RequestPagination,
});
const ActiveGroups = message('msg.GetActiveGroupReq', {
  start: int64,
  end: int64,
  ase: bool,
  pagination: RequestPagination,
});

const said = (archive: Archive, prefixes: readonly string[], span: Span): Message[] =>
  [...archive.conversationIDs()]
    .filter((id) => prefixes.some((prefix) => id.startsWith(prefix)))
    .flatMap((id) => [...archive.all(id)].flatMap((entry) => entry.message ?? []))
    .filter(({ sendTime }) => isWithin(sendTime, span));

type Tally = readonly (readonly [string, number])[];

const tally = (messages: readonly Message[], by: (message: Message) => string, ase: boolean): Tally =>
  [...Map.groupBy(messages, by)]
    .map(([key, same]) => [key, same.length] as const)
    .sort(([, left], [, right]) => (ase ? left - right : right - left));

/** Upstream skips by the page's number, not by its size. */
const pageOfTally = (rows: Tally, page: NonNullable<Page>): Tally =>
  rows.slice(page.pageNumber - 1, page.pageNumber - 1 + page.showNumber);

const demandPage = (page: Page): NonNullable<Page> => {
  if (page === null) throw new ServerPanic('the page is dereferenced unchecked');
  return page;
};

const days = (messages: readonly Message[]) =>
  countByDay(
    'dateCount',
    messages.map(({ sendTime }) => sendTime),
  );

const activeUsers = ({ users, archive }: ActivityParts): Route =>
  route({
    path: '/statistics/user/active',
    body: ActiveUsers,
    allow: adminOnly,
    answer: ({ ase, group, pagination, ...span }) => {
      const page = demandPage(pagination);
      const messages = said(archive, group ? ['si_', 'sg_'] : ['si_'], span);
      const rows = tally(messages, ({ sendID }) => sendID, ase);
      const nobody = { nickname: '', faceURL: '', ex: '', createTime: 0, appMangerLevel: 0, globalRecvMsgOpt: 0 };
      const shown = pageOfTally(rows, page).map(([userID, count]) => ({
        user: users.get(userID) ?? { ...nobody, userID, nickname: userID },
        count,
      }));
      return { msgCount: messages.length, userCount: rows.length, ...days(messages), users: orNull(shown) };
    },
  });

/** Owners and member counts are not filled in here. */
const activeGroups = ({ groups, archive }: ActivityParts): Route =>
  route({
    path: '/statistics/group/active',
    body: ActiveGroups,
    allow: adminOnly,
    answer: ({ ase, pagination, ...span }) => {
      const page = demandPage(pagination);
      const messages = said(archive, ['sg_'], span);
      const rows = tally(messages, ({ groupID }) => groupID, ase);
      const shown = pageOfTally(rows, page).map(([groupID, count]) => ({
        group: { ...(groups.get(groupID) ?? { groupID, groupName: groupID }), ownerUserID: '', memberCount: 0 },
        count,
      }));
      return { msgCount: messages.length, groupCount: rows.length, ...days(messages), groups: orNull(shown) };
    },
  });

export const activityRoutes = (parts: ActivityParts): Route[] => [activeUsers(parts), activeGroups(parts)];
