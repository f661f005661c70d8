import { int64, message } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, mustBeAdmin, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import type { Users } from '../user/users.ts';
import type { Span } from './by-day.ts';
import { countByDay, isWithin } from './by-day.ts';

export interface GrowthParts {
  users: Users;
  /** When each group was made. */
  groupTimes: () => readonly number[];
}

const Registered = message('user.UserRegisterCountReq', { start: int64, end: int64 });
const Created = message('group.GroupCreateCountReq', { start: int64, end: int64 });

const wrongSpan = ({ start, end }: Span) => firstWrong(start <= 0 && 'start is invalid', end <= 0 && 'end is invalid');

const growth = (times: readonly number[], span: Span): object => ({
  total: times.length,
  before: times.filter((time) => time < span.start).length,
  ...countByDay(
    'count',
    times.filter((time) => isWithin(time, span)),
  ),
});

/** Anybody may ask for the first, only admins for the second. */
export const growthRoutes = ({ users, groupTimes }: GrowthParts): Route[] => [
  route({
    path: '/statistics/user/register',
    body: Registered,
    check: wrongSpan,
    answer: (span) => {
      if (span.start > span.end) throw new Refusal('ArgsError', 'start > end');
      return growth(
        users.all().map(({ createTime }) => createTime),
        span,
      );
    },
  }),
  route({
    path: '/statistics/group/create',
    body: Created,
    check: wrongSpan,
    answer: (span, caller) => {
      // The placeholders are the server's own: it passes a format to something that does not format.
      if (span.start > span.end) throw new Refusal('ArgsError', `start > end: %d > %d, ${span.start}=${span.end}`);
      mustBeAdmin(caller);
      return growth(groupTimes(), span);
    },
  }),
];
