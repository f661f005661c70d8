import type { Knex } from 'knex';
import type { SessionKEK } from './kek.ts';

const BATCH = 500;

/** A column of sealed texts, and what each of them is bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly id: string;
  readonly sealed: string;
  /** Further columns that `bound` reads. */
  readonly with?: readonly string[];
  bound(row: Readonly<Record<string, string>>): string;
}

export interface Rewrapped {
  readonly table: string;
  readonly rewrapped: number;
  /** Sealed under a key that is not in the list: nobody can open them. */
  readonly lost: number;
}

/**
 * Encrypts what is sealed under an older key anew, under the first. In batches, each row where it has not changed
 * meanwhile, beside running nodes; what was killed half-way goes on where it was, because a row that is done is not
 * found again.
 */
export async function rewrap(db: Knex, kek: SessionKEK, column: SealedColumn): Promise<Rewrapped> {
  const { table, id, sealed } = column;
  let [after, rewrapped, lost] = ['', 0, 0];
  for (;;) {
    const rows: Record<string, string>[] = await db
      .table(table)
      .where(id, '>', after)
      .whereNotNull(sealed)
      .whereRaw('not starts_with(??, ?)', [sealed, `${kek.id}.`])
      .orderBy(id)
      .limit(BATCH)
      .select([id, sealed, ...(column.with ?? [])]);
    for (const row of rows) {
      const old = row[sealed] ?? '';
      const plain = kek.open(old, column.bound(row));
      if (plain === null) lost += 1;
      else {
        const same = db.table(table).where({ [id]: row[id], [sealed]: old });
        rewrapped += await same.update({ [sealed]: kek.seal(plain, column.bound(row)) });
      }
    }
    const last = rows.at(-1);
    if (last === undefined) return { table, rewrapped, lost };
    after = last[id] ?? '';
  }
}
