import type { Knex } from 'knex';

export interface AuditRow {
  readonly seq: string;
  readonly at: Date;
  /** `admin:<id>`, `user:<id>`, `anonymous`, `system`, `operator`. */
  readonly actor: string;
  readonly action: string;
  readonly target: string | null;
  readonly hash: string;
  /** JSON of reason, before, after and from; null where it was erased. */
  readonly details: string | null;
}

/** All that is given must hold. */
export interface AuditFilter {
  readonly target?: string | null;
  readonly actor?: string | null;
  /** An action, or with a dot at its end an area: `user.` */
  readonly action?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export interface AuditPage {
  readonly limit: number;
  /** Entries before this one; null: from the newest. */
  readonly before: number | null;
}

/** Newest first. */
export async function readAudit(db: Knex, filter: AuditFilter, { limit, before }: AuditPage): Promise<AuditRow[]> {
  const query = db
    .table('identity.audit')
    .leftJoin('identity.audit_details', 'audit_details.seq', 'audit.seq')
    .modify(matching, filter)
    .orderBy('audit.seq', 'desc')
    .limit(limit)
    .select<AuditRow[]>('audit.*', 'audit_details.details');
  return before === null ? query : query.where('audit.seq', '<', before);
}

export async function countAudit(db: Knex, filter: AuditFilter): Promise<number> {
  const [row] = await db.table('identity.audit').modify(matching, filter).count<{ count: string }[]>({ count: '*' });
  return Number(row?.count ?? 0);
}

function matching(query: Knex.QueryBuilder, { target, actor, action, from, to }: AuditFilter): void {
  if (target != null) query.where('audit.target', target);
  if (actor != null) query.where('audit.actor', actor);
  if (action?.endsWith('.')) query.whereRaw('starts_with(audit.action, ?)', [action]);
  else if (action != null) query.where('audit.action', action);
  if (from != null) query.where('audit.at', '>=', from);
  if (to != null) query.where('audit.at', '<', to);
}
