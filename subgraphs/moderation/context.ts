import type { Knex } from 'knex';
import type { AuditLog } from '../kit/audit.ts';
import type { RequestScope } from '../kit/request.ts';
import type { Store } from '../kit/store.ts';
import type { Witness } from '../kit/witness.ts';

/** What moderation lives on; given once, by the composition root. */
export interface ModerationParts {
  readonly db: Knex;
  readonly store: Store;
  readonly audit: AuditLog;
  readonly witness: Witness;
  /** Reports that one person may make in an hour. */
  readonly reportsPerHour: number;
}

export interface ModerationContext extends ModerationParts {
  readonly scope: RequestScope;
}
