import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { AuditActor, AuditEntry, AuditLog } from '../../kit/audit.ts';
import { hashOf, hashOfDetails } from './chain.ts';

interface Head {
  readonly seq: string;
  readonly hash: string;
  /** Of the admin who acts, at this moment. */
  readonly roles: readonly string[] | null;
}

export function createAuditLog(db: Knex): AuditLog {
  async function append(by: AuditActor, entries: readonly AuditEntry[], on: Knex.Transaction): Promise<void> {
    // Whoever holds the head is alone: entries stand in one order, over all nodes.
    const { roles, ...head } = await on
      .table('identity.audit_head')
      .forUpdate()
      .first<Head>('seq', 'hash', on.raw('(select roles from identity.admins where id = ?) as roles', [adminOf(by)]));
    let { hash } = head;
    const kept = entries.map(({ action, target, ...more }, at) => {
      const from = typeof by === 'string' ? null : by.from;
      const details = JSON.stringify({ ...more, from, ...(roles === null ? {} : { roles }) });
      const salt = randomBytes(16).toString('base64url');
      const link = { seq: Number(head.seq) + 1 + at, at: new Date(), actor: actorOf(by), action, target };
      const row = { ...link, details_hash: hashOfDetails(salt, details) };
      hash = hashOf(hash, row);
      return { row: { ...row, hash }, erasable: { seq: row.seq, salt, details } };
    });
    await on.table('identity.audit').insert(kept.map(({ row }) => row));
    await on.table('identity.audit_details').insert(kept.map(({ erasable }) => erasable));
    await on.table('identity.audit_head').update({ seq: Number(head.seq) + kept.length, hash });
  }

  return {
    async record(by, given, on) {
      const entries = [given].flat();
      if (entries.length === 0) return;
      await (on === undefined ? db.transaction((own) => append(by, entries, own)) : append(by, entries, on));
    },
  };
}

const adminOf = (by: AuditActor): string | null =>
  typeof by !== 'string' && by.viewer.kind === 'admin' ? by.viewer.id : null;

function actorOf(by: AuditActor): string {
  if (typeof by === 'string') return by;
  const { viewer } = by;
  return viewer.kind === 'anonymous' ? 'anonymous' : `${viewer.kind}:${viewer.id}`;
}
