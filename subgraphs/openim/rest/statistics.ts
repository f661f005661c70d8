import type { Span } from '../../kit/days.ts';
import type { Call } from './call.ts';
import type { Post } from './endpoint.ts';
import { list, pagination } from './page.ts';
import type { WireActiveGroup, WireActiveUser, WireActivity, WireDays, WireGrowth } from './wire.ts';

interface Ranking extends Span {
  /** The least active first. */
  readonly ascending: boolean;
  /** So many from the top: OpenIM skips as many rows as the page's number says, whatever its size, so there is one page. */
  readonly rows: number;
}

interface Growth {
  readonly total: number;
  readonly before: number;
  readonly count?: WireDays;
}

const growth = ({ total, before, count }: Growth): WireGrowth => ({ total, before, days: count ?? {} });

/** `ase` is OpenIM's spelling. */
const ranked = ({ start, end, ascending, rows }: Ranking) => ({
  ...{ start, end, ase: ascending },
  pagination: pagination({ number: 1, rows }),
});

/** Of all of OpenIM. For admins; it would tell the first to anybody. */
export const createStatistics = ({ read }: Post) => ({
  registrations: ({ start, end }: Span, call: Call): Promise<WireGrowth> =>
    read<Growth>('/statistics/user/register', { start, end }, call).then(growth),

  groupsMade: ({ start, end }: Span, call: Call): Promise<WireGrowth> =>
    read<Growth>('/statistics/group/create', { start, end }, call).then(growth),

  /** With their messages in groups, or only those to one other person. */
  activeUsers: (
    { inGroups, ...ranking }: Ranking & { readonly inGroups: boolean },
    call: Call,
  ): Promise<WireActivity<WireActiveUser>> =>
    read<{ msgCount: number; userCount: number; dateCount?: WireDays; users: WireActiveUser[] | null }>(
      '/statistics/user/active',
      { ...ranked(ranking), group: inGroups },
      call,
    ).then((d) => ({
      messageCount: d.msgCount,
      days: d.dateCount ?? {},
      rows: list(d.users),
      total: d.userCount,
    })),

  activeGroups: (ranking: Ranking, call: Call): Promise<WireActivity<WireActiveGroup>> =>
    read<{ msgCount: number; groupCount: number; dateCount?: WireDays; groups: WireActiveGroup[] | null }>(
      '/statistics/group/active',
      ranked(ranking),
      call,
    ).then((d) => ({
      messageCount: d.msgCount,
      days: d.dateCount ?? {},
      rows: list(d.groups),
      total: d.groupCount,
    })),
});

export type Statistics = ReturnType<typeof createStatistics>;
