import { once } from 'node:events';
import type { Knex } from 'knex';
import { readAudit } from '../subgraphs/identity/audit/read.ts';
import { type Mark, verifyAudit } from '../subgraphs/identity/audit/verify.ts';

const BATCH = 1_000;

/** A command of `npm run audit`; resolves with whether all is well. */
type AuditCommand = (db: Knex) => Promise<boolean>;

/** Waits where whoever reads is slower than we are. */
async function say(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

const verify =
  (kept: Mark | null): AuditCommand =>
  async (db) => {
    const { erased, head, wrong } = await verifyAudit(db, kept);
    if (wrong !== null) {
      await say(`Entry ${wrong.seq}: ${wrong.why}. The ${head.seq} entries before it are whole.`);
      return false;
    }
    await say(`${head.seq} entries are whole; of ${erased} the details were erased. Keep elsewhere: ${spelled(head)}`);
    return true;
  };

const exportAll: AuditCommand = async (db) => {
  for (let before: number | null = null; ; ) {
    const rows = await readAudit(db, {}, { limit: BATCH, before });
    for (const { details, ...row } of rows)
      await say(JSON.stringify({ ...row, details: details && JSON.parse(details) }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return true;
    before = Number(last.seq);
  }
};

/** `export`, or `verify [SEQ:HASH]`; null for anything else. */
export function auditCommand([name, mark, ...more]: readonly string[]): AuditCommand | null {
  if (more.length > 0) return null;
  if (name === 'export' && mark === undefined) return exportAll;
  if (name !== 'verify') return null;
  if (mark === undefined) return verify(null);
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(mark) ?? [];
  return hash === undefined ? null : verify({ seq: Number(seq), hash });
}

const spelled = ({ seq, hash }: Mark): string => `${seq}:${hash}`;
