import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../../kit/fault.ts';
import type { Definition, Rule } from './rule.ts';

/** A row of `moderation.rules`. */
export interface RuleRow {
  readonly id: string;
  readonly version: number;
  readonly definition: Definition;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A row of `moderation.rule_versions`. */
export interface RuleVersionRow {
  readonly rule_id: string;
  readonly version: number;
  readonly definition: Definition;
  readonly author: string;
  readonly reason: string;
  readonly created_at: Date;
}

/** Who changes it, and why. */
export interface Change {
  readonly author: string;
  readonly reason: string;
}

const rules = (on: Knex) => on.table('moderation.rules');
const versions = (on: Knex) => on.table('moderation.rule_versions');

export async function insertRule(definition: Definition, change: Change, on: Knex): Promise<RuleRow> {
  const id = sortableID();
  const [row] = await rules(on)
    .insert({ id, version: 1, definition: JSON.stringify(definition) })
    .returning<RuleRow[]>('*');
  await keepVersion(row as RuleRow, change, on);
  return row as RuleRow;
}

/** Keeps another definition of a rule that is locked, as its next version. */
export async function updateRule(
  { id, version, definition }: Pick<RuleRow, 'id' | 'version' | 'definition'>,
  change: Change,
  on: Knex,
): Promise<RuleRow> {
  const [row] = await rules(on)
    .where({ id })
    .update({ version: version + 1, definition: JSON.stringify(definition), updated_at: on.fn.now() })
    .returning<RuleRow[]>('*');
  await keepVersion(row as RuleRow, change, on);
  return row as RuleRow;
}

async function keepVersion({ id, version, definition, updated_at }: RuleRow, change: Change, on: Knex): Promise<void> {
  await versions(on).insert({
    ...{ rule_id: id, version, definition: JSON.stringify(definition), created_at: updated_at },
    ...change,
  });
}

/** Locked to the end of the transaction. NOT_FOUND where there is none, CONFLICT where it is another version. */
export async function lockRule(id: string, version: number, on: Knex.Transaction): Promise<RuleRow> {
  const row = await rules(on).where({ id }).forUpdate().first<RuleRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The rule' });
  if (row.version !== version) throw new Fault('RULE_CHANGED', { version: row.version });
  return row;
}

export const readRules = (on: Knex): Promise<RuleRow[]> => rules(on).orderBy('id').select<RuleRow[]>();

export const readRule = (id: string, on: Knex): Promise<RuleRow | undefined> =>
  rules(on).where({ id }).first<RuleRow | undefined>();

/** Newest first. */
export const readVersions = (
  ruleID: string,
  page: { limit: number; before: number | null },
  on: Knex,
): Promise<RuleVersionRow[]> => {
  const query = versions(on)
    .where({ rule_id: ruleID })
    .orderBy('version', 'desc')
    .limit(page.limit)
    .select<RuleVersionRow[]>();
  return page.before === null ? query : query.where('version', '<', page.before);
};

export async function readVersion(ruleID: string, version: number, on: Knex): Promise<RuleVersionRow> {
  const row = await versions(on).where({ rule_id: ruleID, version }).first<RuleVersionRow | undefined>();
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The version' });
  return row;
}

export const ruleOf = ({ id, version, updated_at: at, definition }: RuleRow): Rule => ({ id, version, at, definition });
