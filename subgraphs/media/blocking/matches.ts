import type { Knex } from 'knex';
import type { EntryRow } from './entries.ts';

/** An entry that a file is like. */
export interface FileMatch {
  readonly entry: EntryRow;
  /** In how many bits they differ. */
  readonly apart: number;
  readonly found_at: Date;
}

type Row = EntryRow & Omit<FileMatch, 'entry'> & { readonly matched_file: string };

/** More say nothing new: of each list the nearest is enough. */
const NEAREST = `
  select distinct on (matched.file_id, matched.list_id)
         matched.file_id as matched_file, matched.distance as apart, matched.found_at, entry.*
  from media.block_matches matched join media.block_entries entry on entry.id = matched.entry_id
  where matched.file_id = any(?)
  order by matched.file_id, matched.list_id, matched.distance, matched.entry_id`;

/** By file, of each list the nearest entry. */
export async function matchesOfFiles(
  ids: readonly string[],
  on: Knex,
): Promise<ReadonlyMap<string, readonly FileMatch[]>> {
  const { rows } = await on.raw<{ rows: Row[] }>(NEAREST, [[...ids]]);
  const matches = new Map<string, FileMatch[]>(ids.map((id) => [id, []]));
  for (const { matched_file, apart, found_at, ...entry } of rows)
    matches.get(matched_file)?.push({ apart, found_at, entry });
  return matches;
}
