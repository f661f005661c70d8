import type { Knex } from 'knex';
import type { ErasureLine, PersonalData } from './personal-data.ts';

/** A table with rows about people, and what becomes of them. */
export interface PersonalTable {
  readonly table: string;
  /** Holds the userID. */
  readonly column: string;
  /** Secrets, and what means nothing outside: not exported. */
  readonly omit?: readonly string[];
  /** Rows go, columns are blanked, or all stays, with the reason. */
  readonly erase: 'delete' | { readonly blank: Readonly<Record<string, unknown>> } | { readonly kept: string };
  /** A text that OpenIM or a person wrote may be told of by what it is. */
  readonly what: string;
}

/** What rows of Postgres hold about a person: one file a table. */
export function personalTables(db: Knex, schema: string, tables: readonly PersonalTable[]): PersonalData {
  const rowsOf = ({ table, column }: PersonalTable, userID: string) =>
    db
      .withSchema(schema)
      .table(table)
      .where({ [column]: userID });

  async function eraseFrom(table: PersonalTable, userID: string): Promise<ErasureLine> {
    const rows = rowsOf(table, userID);
    const { what, erase } = table;
    if (erase === 'delete') return { what, count: await rows.delete(), kept: null };
    if ('blank' in erase) return { what, count: await rows.update(erase.blank), kept: null };
    const [counted] = await rows.count<{ count: string }[]>({ count: '*' });
    return { what, count: Number(counted?.count ?? 0), kept: erase.kept };
  }

  return {
    tables: [...new Set(tables.map(({ table }) => table))],
    files: (userID) =>
      tables.map((table) => ({
        name: `${table.table}.${table.column}.jsonl`,
        rows: () => streamed(rowsOf(table, userID), table.omit ?? []),
      })),
    async erase(userID) {
      const lines: ErasureLine[] = [];
      for (const table of tables) lines.push(await eraseFrom(table, userID));
      return lines.filter(({ count }) => count > 0);
    },
  };
}

async function* streamed(rows: Knex.QueryBuilder, omit: readonly string[]): AsyncIterable<unknown> {
  for (const row of (await rows) as readonly Record<string, unknown>[])
    yield Object.fromEntries(Object.entries(row).filter(([name]) => !omit.includes(name)));
}

/** Several holders as one: their files, and their erasures one after the other. */
export const joined = (...holders: readonly PersonalData[]): PersonalData => ({
  tables: holders.flatMap(({ tables }) => tables),
  files: (userID, span) => holders.flatMap((holder) => holder.files(userID, span)),
  async erase(userID, span) {
    const lines: ErasureLine[] = [];
    for (const holder of holders) lines.push(...(await holder.erase(userID, span)));
    return lines;
  },
});
