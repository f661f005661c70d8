import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AuditLog } from '../kit/audit.ts';
import type { Changes } from '../kit/changes.ts';
import type { RequestScope } from '../kit/request.ts';
import type { Store } from '../kit/store.ts';
import type { Witness } from '../kit/witness.ts';

/** What moderation lives on; given once, by the composition root. */
export interface ModerationOptions {
  readonly db: Knex;
  readonly store: Store;
  readonly audit: AuditLog;
  readonly witness: Witness;
  /** Reports that one person may make in an hour. */
  readonly reportsPerHour: number;
  readonly log: Logger;
}

export interface ModerationContext extends ModerationOptions {
  readonly changes: Changes;
  readonly scope: RequestScope;
}
