import type { Knex } from 'knex';
import type { PersonalData } from '../../kit/personal-data.ts';
import { readAudit } from './read.ts';

const BATCH = 500;

/** What the audit log tells of a person. Its details can go; its chain, which names ids alone, stays whole. */
export const auditPersonal = (db: Knex): PersonalData => ({
  tables: ['audit', 'audit_details'],
  files: (userID) => [{ name: 'audit.jsonl', rows: () => entriesAbout(db, `user:${userID}`) }],
  async erase(userID) {
    const about = db
      .table('identity.audit')
      .where({ target: `user:${userID}` })
      .orWhere({ actor: `user:${userID}` });
    const gone = await db.table('identity.audit_details').whereIn('seq', about.clone().select('seq')).delete();
    const [counted] = await about.clone().count<{ count: string }[]>({ count: '*' });
    const kept = 'That it was done, when and by whom is kept; it names ids alone.';
    return [
      { what: 'Details of entries in the audit log', count: gone, kept: null },
      { what: 'Entries in the audit log', count: Number(counted?.count ?? 0), kept },
    ].filter(({ count }) => count > 0);
  },
});

async function* entriesAbout(db: Knex, target: string): AsyncIterable<unknown> {
  for (let before: number | null = null; ; ) {
    const rows = await readAudit(db, { target }, { limit: BATCH, before });
    for (const { seq, at, action, details } of rows) yield { seq, at, action, details: details && JSON.parse(details) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    before = Number(last.seq);
  }
}
