import type { Knex } from 'knex';
import type { AuditEntry } from '../kit/audit.ts';
import { reasonOf } from '../kit/reason.ts';
import type { IdentityContext } from './context.ts';

/** What is written down of a deed, besides who did it, from where, and why. */
export type Record = (entry: Omit<AuditEntry, 'reason'>) => Promise<void>;

/** A deed and its entry in the audit log, in one transaction: neither is there without the other. */
export function audited<Result>(
  { db, audit, scope }: IdentityContext,
  reason: string | null,
  work: (on: Knex.Transaction, record: Record) => Promise<Result>,
): Promise<Result> {
  const why = reason === null ? null : reasonOf(reason);
  return db.transaction((on) =>
    work(on, (entry) => audit.record({ viewer: scope.viewer, from: scope.ip }, { ...entry, reason: why }, on)),
  );
}
