import type { Knex } from 'knex';
import type { AuditEntry } from '../kit/audit.ts';
import { Fault } from '../kit/fault.ts';
import { reasonOf } from '../kit/reason.ts';
import type { MediaContext } from './context.ts';

/** The admin who asks; a scope has kept everybody else out. */
export function adminOf({ scope: { viewer } }: Pick<MediaContext, 'scope'>): string {
  if (viewer.kind !== 'admin') throw new Fault('SCOPE_MISSING', { scopes: 'moderation:act' });
  return viewer.id;
}

/** A deed and its entry in the audit log, in one transaction; the entry comes last. */
export function audited<Result>(
  { db, audit, scope }: MediaContext,
  reason: string,
  work: (on: Knex.Transaction) => Promise<{ readonly result: Result; readonly entry: Omit<AuditEntry, 'reason'> }>,
): Promise<Result> {
  const why = reasonOf(reason);
  return db.transaction(async (on) => {
    const { result, entry } = await work(on);
    await audit.record({ viewer: scope.viewer, from: scope.ip }, { ...entry, reason: why }, on);
    return result;
  });
}
