import type { Knex } from 'knex';
import { hashOf, hashOfDetails, type Link } from './chain.ts';

/** A place in the chain: the entry of that number had that hash. */
export interface Mark {
  readonly seq: number;
  readonly hash: string;
}

export interface Verdict {
  /** Of these entries, those whose details were erased. */
  readonly erased: number;
  /** The last entry that is whole: kept elsewhere, it proves later that nothing up to it was changed or cut off. */
  readonly head: Mark;
  /** The first thing that is wrong; null: nothing is. */
  readonly wrong: { readonly seq: number; readonly why: string } | null;
}

type Row = Omit<Link, 'seq'> & { seq: string; hash: string; salt: string | null; details: string | null };

const BATCH = 1_000;

/** Walks the whole chain, a thousand entries at a time. `kept`: a head that an earlier walk told. */
export async function verifyAudit(db: Knex, kept: Mark | null): Promise<Verdict> {
  const end = await db.table('identity.audit_head').first<{ seq: string; hash: string } | undefined>('seq', 'hash');
  const last = Number(end?.seq ?? 0);
  let head: Mark = { seq: 0, hash: '' };
  let erased = 0;
  for (let more = true; more; ) {
    const rows = await batchAfter(db, head.seq, last);
    for (const row of rows) {
      const why = wrongIn(row, head, kept);
      if (why !== null) return { erased, head, wrong: { seq: head.seq + 1, why } };
      head = { seq: head.seq + 1, hash: row.hash };
      erased += row.details === null ? 1 : 0;
    }
    more = rows.length === BATCH;
  }
  const whole = end !== undefined && head.seq === last && head.hash === end.hash && last >= (kept?.seq ?? 0);
  return {
    erased,
    head,
    wrong: whole ? null : { seq: head.seq + 1, why: 'the end of the log is missing from here on' },
  };
}

/** Up to the head that was read first: what is added meanwhile is for the next walk. */
const batchAfter = (db: Knex, seq: number, last: number): Promise<Row[]> =>
  db
    .table('identity.audit')
    .leftJoin('identity.audit_details', 'audit_details.seq', 'audit.seq')
    .where('audit.seq', '>', seq)
    .where('audit.seq', '<=', last)
    .orderBy('audit.seq')
    .limit(BATCH)
    .select('audit.*', 'audit_details.salt', 'audit_details.details');

function wrongIn(row: Row, before: Mark, kept: Mark | null): string | null {
  const seq = before.seq + 1;
  if (Number(row.seq) !== seq) return 'it is missing';
  if (hashOf(before.hash, { ...row, seq }) !== row.hash) return 'it was changed';
  if (kept?.seq === seq && kept.hash !== row.hash) return 'it, or one before it, was written anew';
  if (row.details === null) return null;
  return hashOfDetails(row.salt ?? '', row.details) === row.details_hash ? null : 'its details were changed';
}
