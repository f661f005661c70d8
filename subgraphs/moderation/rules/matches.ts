import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { Met } from './conditions/subject.ts';
import { INSIDE } from './content/json-path.ts';
import { explained } from './provenance.ts';
import type { RuleActionKind } from './rule.ts';

/** A row of `moderation.rule_matches`. */
export interface MatchRow {
  readonly id: string;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly key: string;
  readonly dry_run: boolean;
  readonly user_id: string | null;
  readonly group_id: string | null;
  /** `Message.id`; null for what never became a message, and for names. */
  readonly message_id: string | null;
  readonly done: readonly RuleActionKind[];
  readonly evidence: readonly Met[];
  readonly created_at: Date;
}

export type NewMatch = Omit<MatchRow, 'id' | 'created_at'>;

/** More places than these tell a moderator nothing new. */
const MOST_EVIDENCE = 20;

const table = (on: Knex) => on.table('moderation.rule_matches');

export async function insertMatches(matches: readonly NewMatch[], on: Knex): Promise<void> {
  const kept = matches.map(({ evidence }) => evidence.slice(0, MOST_EVIDENCE).map(keepable));
  const evidence = await explained(kept, on);
  const rows = matches.map((match, at) => ({
    ...match,
    id: sortableID(),
    evidence: JSON.stringify(evidence[at]),
  }));
  if (rows.length > 0) await table(on).insert(rows).onConflict(['rule_id', 'key']).ignore();
}

/** Names of fields are what a client wrote, and Postgres does not take every text. */
const keepable = (met: Met): Met =>
  met.where === null
    ? met
    : { ...met, where: { ...met.where, path: met.where.path.filter((step) => step !== INSIDE).map(plain) } };

const plain = <Step extends string | number>(step: Step): Step | string =>
  typeof step === 'string' ? step.toWellFormed().replaceAll('\0', '').slice(0, 100) : step;

/** Those of these rules that were met by it before: `rule_id`s. */
export const knownMatches = (key: string, ruleIDs: readonly string[], on: Knex): Promise<string[]> =>
  table(on).where({ key }).whereIn('rule_id', ruleIDs).pluck('rule_id');

/** Newest first. */
export const readMatches = (
  ruleID: string,
  { limit, before }: { limit: number; before: string | null },
  on: Knex,
): Promise<MatchRow[]> => {
  const query = table(on).where({ rule_id: ruleID }).orderBy('id', 'desc').limit(limit).select<MatchRow[]>();
  return before === null ? query : query.where('id', '<', before);
};

export async function countMatches(ruleID: string, on: Knex): Promise<number> {
  const [counted] = await table(on).where({ rule_id: ruleID }).count<{ count: string }[]>();
  return Number(counted?.count ?? 0);
}
