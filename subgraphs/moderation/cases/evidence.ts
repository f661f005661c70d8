import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { Evidence, Sighting } from '../../kit/witness.ts';
import type { CaseRow } from './case.ts';

/** A file that evidence shows, and what it can be known by; hexadecimal digits, null for what was not read. */
export interface EvidenceMedia {
  readonly id: string;
  readonly perceptual: string | null;
  readonly sha256: string | null;
}

/** A row of `moderation.evidence`. */
export interface EvidenceRow {
  readonly id: string;
  readonly case_id: string;
  readonly taken_at: Date;
  /** Null until the files were read. */
  readonly media: readonly EvidenceMedia[] | null;
  readonly content: {
    readonly message: Sighting | null;
    readonly neighbours: readonly Sighting[];
    readonly profile: Sighting | null;
  };
}

/** A message does not change: one sighting a round. A profile does: each that differs is kept. */
const digestOf = ({ message, profile }: Evidence): string =>
  message === null ? createHash('sha256').update(JSON.stringify(profile)).digest('base64url') : 'message';

export async function keepEvidence({ id, round, accused_id }: CaseRow, seen: Evidence, on: Knex): Promise<void> {
  const { message, neighbours, profile } = seen;
  if (message === null && profile === null) return;
  const row = { id: sortableID(), case_id: id, round, accused_id, digest: digestOf(seen) };
  await on
    .table('moderation.evidence')
    .insert({ ...row, content: JSON.stringify({ message, neighbours, profile }) })
    .onConflict()
    .ignore();
}

/** By case, oldest first. */
export async function evidenceOf(
  db: Knex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceRow[]>> {
  const rows = await db.table('moderation.evidence').whereIn('case_id', ids).orderBy('id').select<EvidenceRow[]>();
  return Map.groupBy(rows, ({ case_id }) => case_id);
}
