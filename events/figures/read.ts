import type { Knex } from 'knex';
import type { DayFigures, Figures, MessageCounts } from '../../subgraphs/kit/figures.ts';

interface Row {
  readonly day: string;
  readonly room: string;
  readonly what: string;
  readonly count: string;
}

/** Writers of days that are not closed yet are counted by their marks. */
const BETWEEN = `
  select to_char(day, 'YYYY-MM-DD') as day, room, what, count from events.figures where day between ? and ?
  union all
  select to_char(day, 'YYYY-MM-DD'), 'ANY', 'WRITERS', count(*) from events.figure_marks
   where day between ? and ? group by day`;

export const createFigures = (db: Knex): Figures => ({
  async between(first, last) {
    const { rows } = await db.raw<{ rows: Row[] }>(BETWEEN, [first, last, first, last]);
    return new Map([...Map.groupBy(rows, ({ day }) => day)].map(([day, some]) => [day, figuresOf(some)]));
  },
});

function figuresOf(rows: readonly Row[]): DayFigures {
  const sum = (fits: (row: Row) => boolean): number =>
    rows.filter(fits).reduce((all, { count }) => all + Number(count), 0);
  const messages = (room: string): MessageCounts => ({
    text: sum((row) => row.room === room && row.what === 'TEXT'),
    media: sum((row) => row.room === room && row.what === 'MEDIA'),
    other: sum((row) => row.room === room && row.what === 'OTHER'),
  });
  const { text, media, other } = messages('NOTICE');
  return {
    direct: messages('DIRECT'),
    group: messages('GROUP'),
    notices: text + media + other,
    writers: sum(({ what }) => what === 'WRITERS'),
    revoked: sum(({ what }) => what === 'REVOKED'),
    newGroups: sum(({ what }) => what === 'NEW_GROUP'),
  };
}
