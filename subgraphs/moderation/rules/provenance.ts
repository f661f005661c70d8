import type { Knex } from 'knex';
import type { Met } from './conditions/subject.ts';

/** What was found, with why the publishers of lists list it: reasons are not held in memory. */
export async function explained(all: readonly (readonly Met[])[], on: Knex): Promise<readonly (readonly Met[])[]> {
  const asked = all.flat().flatMap(({ list, entry }) => {
    const generation = list?.source?.generation;
    return generation === undefined || entry === null ? [] : [[generation, entry] as const];
  });
  if (asked.length === 0) return all;
  const { rows } = await on.raw<{ rows: { generation: string; word: string; reason: string }[] }>(
    `select generation, word, reason from moderation.words
      where (generation, word) in (select * from unnest(?::text[], ?::text[])) and reason is not null`,
    [asked.map(([generation]) => generation), asked.map(([, entry]) => entry)],
  );
  const reasons = new Map(rows.map(({ generation, word, reason }) => [`${generation} ${word}`, reason]));
  const explain = (met: Met): Met => {
    if (!met.list?.source) return met;
    const { source } = met.list;
    const reason = reasons.get(`${source.generation} ${met.entry}`) ?? null;
    return { ...met, list: { ...met.list, source: { ...source, reason } } };
  };
  return all.map((evidence) => evidence.map(explain));
}
