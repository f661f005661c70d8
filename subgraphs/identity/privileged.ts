import type { Knex } from 'knex';
import type { AuditEntry } from '../kit/audit.ts';
import { badInput } from '../kit/fault.ts';
import type { IdentityContext } from './context.ts';

const LONGEST_REASON = 500;

/** What is written down of a deed, besides who did it, from where, and why. */
export type Record = (entry: Omit<AuditEntry, 'reason'>) => Promise<void>;

/** Why an admin does something, as it is kept with the deed. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > LONGEST_REASON)
    throw badInput('reason', `1 to ${LONGEST_REASON} characters are expected: why this is done`);
  return reason;
}

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
