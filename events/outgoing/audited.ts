import type { Knex } from 'knex';
import type { AuditEntry, AuditLog } from '../../subgraphs/kit/audit.ts';
import type { GuardedFetch } from '../../subgraphs/kit/guarded-fetch.ts';
import type { Seal } from '../../subgraphs/kit/seal.ts';
import type { WebhookDeed } from '../../subgraphs/kit/webhooks.ts';

export interface DeskParts {
  readonly db: Knex;
  readonly audit: AuditLog;
  readonly seal: Seal;
  readonly guarded: GuardedFetch;
  /** There is something to tell. */
  readonly noted: () => void;
}

/** A deed and its entry in the audit log, which comes last. */
export type Audited = <Result>(
  by: WebhookDeed,
  work: (on: Knex.Transaction) => Promise<{ result: Result; entry: Omit<AuditEntry, 'reason'> }>,
) => Promise<Result>;

export const auditedBy =
  ({ db, audit }: DeskParts): Audited =>
  ({ actor, reason }, work) =>
    db.transaction(async (on) => {
      const { result, entry } = await work(on);
      await audit.record(actor, { ...entry, reason }, on);
      return result;
    });
