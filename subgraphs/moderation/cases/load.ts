import type { Knex } from 'knex';

/** What one admin has done in the last day. */
export interface Load {
  readonly claimed: number;
  readonly decided: number;
  /** Of those, cases whose evidence may hurt who looks. */
  readonly graphic: number;
}

export async function loadOf(db: Knex, adminID: string): Promise<Load> {
  const { rows } = await db.raw<{ rows: Record<keyof Load, string>[] }>(
    `select
       (select count(*) from moderation.cases where claimed_by = :adminID and claimed_until > now()
         and state <> 'RESOLVED') as claimed,
       count(distinct cases.id) as decided, count(distinct cases.id) filter (where cases.graphic) as graphic
     from moderation.actions join moderation.cases on cases.id = actions.case_id
     where actions.decided_by = :adminID and actions.created_at > now() - interval '24 hours'`,
    { adminID },
  );
  const { claimed = '0', decided = '0', graphic = '0' } = rows[0] ?? {};
  return { claimed: Number(claimed), decided: Number(decided), graphic: Number(graphic) };
}
