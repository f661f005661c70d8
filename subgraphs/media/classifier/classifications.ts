import type { Knex } from 'knex';
import type { MediaLabel } from '../../kit/media-findings.ts';
import type { Classified } from './ask.ts';

/** A row of `media.classifications`. */
export interface ClassificationRow {
  readonly file_id: string;
  readonly state: 'PENDING' | 'DONE' | 'FAILED';
  readonly labels: readonly MediaLabel[];
  readonly tries: number;
  readonly created_at: Date;
}

/** A file that is to be asked about. */
export type Due = Classified & Pick<ClassificationRow, 'tries' | 'created_at'>;

const table = (on: Knex) => on.table('media.classifications');

/** Those of these that were read and show or play something; each is asked about once. */
export const noteToAsk = (ids: readonly string[], on: Knex): Promise<unknown> =>
  on.raw(
    `insert into media.classifications (file_id)
     select id from media.files
     where id = any(?) and read_at is not null and state in ('READY', 'BLOCKED') and mime_type ~ '^(image|audio|video)/'
     on conflict do nothing`,
    [[...ids]],
  );

/** Seconds that a node has for what it took; then another takes it. */
const LEASE = 90;

/** What is due; nobody else takes it for a while. */
export async function takeDue(most: number, db: Knex): Promise<Due[]> {
  const { rows } = await db.raw<{ rows: Due[] }>(
    `update media.classifications asked set tries = asked.tries + 1, due_at = now() + make_interval(secs => ?)
     from (
       select file_id from media.classifications
       where state = 'PENDING' and due_at <= now() order by due_at limit ? for update skip locked
     ) due join media.files file on file.id = due.file_id
     where asked.file_id = due.file_id
     returning asked.tries, asked.created_at, file.id, url, mime_type, size, width, height, duration`,
    [LEASE, most],
  );
  return rows;
}

export const postpone = (id: string, seconds: number, db: Knex): Promise<number> =>
  table(db)
    .where({ file_id: id, state: 'PENDING' })
    .update({ due_at: db.raw('now() + make_interval(secs => ?)', [seconds]) });

export const settle = (
  id: string,
  { state, labels }: Pick<ClassificationRow, 'state' | 'labels'>,
  on: Knex,
): Promise<number> =>
  table(on)
    .where({ file_id: id })
    .update({ state, labels: JSON.stringify(labels), settled_at: on.fn.now() });

export async function classificationsOf(
  ids: readonly string[],
  on: Knex,
): Promise<ReadonlyMap<string, ClassificationRow>> {
  const rows = await table(on).whereIn('file_id', ids).select<ClassificationRow[]>();
  return new Map(rows.map((row) => [row.file_id, row]));
}

/** Surest first. */
export async function labelsOf(ids: readonly string[], on: Knex): Promise<ReadonlyMap<string, readonly MediaLabel[]>> {
  const rows = await classificationsOf(ids, on);
  return new Map([...rows].map(([id, { labels }]) => [id, labels.toSorted((a, b) => b.score - a.score)]));
}
