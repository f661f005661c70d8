import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 } from 'uuid';
import type { NewEvent } from '../../subgraphs/kit/events.ts';
import { shardOf } from './shard.ts';

/** A new event as it is written. */
export interface Row {
  readonly id: string;
  readonly key: string;
  readonly stream: string;
  readonly shard: number;
  readonly kind: string;
  readonly source: string;
  readonly at: string;
  readonly fact: string;
}

/** An index takes no longer ones, and nobody means more. */
const LONGEST_NAME = 500;

/** OpenIM's ids are what clients and admins chose: any text, of any length. Postgres' text holds no NUL. */
function nameOf(text: string): string {
  const name = text.replaceAll('\0', '\u{fffd}').toWellFormed();
  if (name.length <= LONGEST_NAME) return name;
  return `${name.slice(0, LONGEST_NAME - 65)}:${createHash('sha256').update(text).digest('hex')}`;
}

export function rowOf({ key, stream, at, source, fact }: NewEvent): Row {
  const name = nameOf(stream);
  const when = Number.isNaN(at.getTime()) ? new Date() : at;
  const row = { id: v7(), key: nameOf(key), stream: name, shard: shardOf(name), kind: fact.kind };
  return { ...row, source, at: when.toISOString(), fact: JSON.stringify(fact) };
}

const INSERT = `
  insert into events.inbox (id, key, stream, shard, kind, source, at, fact)
  select * from unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::timestamptz[], ?::json[])
  on conflict (key) do nothing`;

/** Writes events in one statement, and tells how many of them are new. */
export async function insertRows(db: Knex, rows: readonly Row[]): Promise<number> {
  // Two nodes that are told the same take the keys in the same order: else each could wait for the other.
  const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const column = (name: keyof Row): Knex.RawBinding => sorted.map((row) => row[name]) as string[];
  const columns = (['id', 'key', 'stream', 'shard', 'kind', 'source', 'at', 'fact'] as const).map(column);
  const { rowCount } = await db.raw<{ rowCount: number }>(INSERT, columns);
  return rowCount;
}

/** The smallest UUIDv7 of a moment: events that were kept then or later have larger ones. */
export function firstIDOf(moment: number): string {
  const hex = Math.max(0, moment).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
