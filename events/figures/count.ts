import type { Knex } from 'knex';
import type { Counted } from './counted.ts';
import type { Marker } from './marks.ts';

type Memory = Counted['memory'];

/** What is remembered of each conversation is taken in one order by everybody who counts. */
const TAKE = `
  insert into events.figured (digest) select distinct digest from unnest(?::text[]) as digest order by 1
  on conflict (digest) do nothing`;
const HOLD = `select 1 from events.figured where digest = any(?::text[]) order by digest for update`;

const IS_NEW: Readonly<Record<Memory, string>> = {
  messages: 'not known.messages @> told.seq',
  revoked: 'not known.revoked @> told.seq',
  made: 'not known.made',
};
const REMEMBERED: Readonly<Record<Memory, string>> = {
  messages: 'messages = known.messages + added.seqs',
  revoked: 'revoked = known.revoked + added.seqs',
  made: 'made = true',
};

/** One statement: what was not counted is, and is remembered. */
const counting = (memory: Memory): string => `
  with fresh as (
    select distinct on (told.digest, told.seq) told.*
      from unnest(?::text[], ?::bigint[], ?::date[], ?::text[], ?::text[], ?::bytea[])
        as told (digest, seq, day, room, what, mark)
      join events.figured known using (digest) where ${IS_NEW[memory]}),
  remembered as (
    update events.figured known set ${REMEMBERED[memory]}
      from (select digest, range_agg(int8range(seq, seq, '[]')) as seqs from fresh group by digest) as added
     where known.digest = added.digest),
  marked as (
    insert into events.figure_marks (day, mark) select distinct day, mark from fresh where mark is not null
    on conflict do nothing)
  insert into events.figures as kept (day, room, what, count)
  select day, room, what, count(*) from fresh group by day, room, what order by day, room, what
  on conflict (day, room, what) do update set count = kept.count + excluded.count`;

/** Adds up what is told; what was counted before changes nothing. */
export async function count(on: Knex.Transaction, told: readonly Counted[], mark: Marker): Promise<void> {
  const digests = told.map(({ digest }) => digest);
  await on.raw(TAKE, [digests]);
  await on.raw(HOLD, [digests]);
  for (const [memory, some] of Map.groupBy(told, (each) => each.memory)) {
    const columns = [
      ...(['digest', 'seq', 'day', 'room', 'what'] as const).map((name) => some.map((each) => each[name])),
      some.map(({ day, writer }) => (writer === null ? null : mark(day, writer))),
    ];
    await on.raw(counting(memory), columns as unknown as Knex.RawBinding[]);
  }
}
