import { badInput, Fault } from '../../kit/fault.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  RuleConditionResolvers,
  RuleDefinitionResolvers,
  RuleDryRunResolvers,
  RuleDryRunSampleResolvers,
  RuleFindingResolvers,
  RuleMatchResolvers,
  RuleResolvers,
  RuleVersionResolvers,
} from '../__generated__/resolvers.ts';
import { adminOf, audited, type ModerationContext } from '../context.ts';
import { compileRule } from '../rules/compile.ts';
import { named } from '../rules/content/json-path.ts';
import { definitionOf } from '../rules/definition.ts';
import { dryRun } from '../rules/dry-run.ts';
import { countMatches, readMatches } from '../rules/matches.ts';
import { explained } from '../rules/provenance.ts';
import type { ConditionKind, Definition } from '../rules/rule.ts';
import { checkLists, looksAtLabels } from '../rules/rule-book.ts';
import {
  insertRule,
  lockRule,
  type RuleRow,
  readRule,
  readRules,
  readVersion,
  readVersions,
  updateRule,
} from '../rules/store.ts';
import { tryRule } from '../rules/trial.ts';

export const ruleQueries = {
  rules: async (_, __, { db }) =>
    (await readRules(db)).sort((a, b) => a.definition.order - b.definition.order || (a.id < b.id ? -1 : 1)),
  rule: async (_, { id }, { db }) => (await readRule(id, db)) ?? null,
  testRule: async (_, { input, trial }, { ruleBook, db }) => {
    const definition = askingNobody(definitionOf(input));
    const tried = tryRule(definition, trial, await ruleBook.groundFor(definition));
    const [found = []] = await explained([tried.found], db);
    return { ...tried, found };
  },
  dryRunRule: async (_, { input, from, to }, context) => {
    const { scope, ruleBook, audit } = context;
    const definition = await checked(askingNobody(definitionOf(input)), context);
    const entry = { action: 'rule.dry-run', target: null, reason: null, after: { from, to, definition } };
    await audit.record({ viewer: scope.viewer, from: scope.ip }, entry);
    const ground = await ruleBook.groundFor(definition);
    return dryRun(definition, { from, to }, { ...context, ground, signal: scope.signal });
  },
} satisfies QueryResolvers;

/** Absent in rules that are older than it. */
export const RuleDefinition: RuleDefinitionResolvers = {
  exemptGroupRoles: ({ exemptGroupRoles }) => exemptGroupRoles ?? [],
};

export const ruling = {
  createRule: async (_, { input, reason }, context) => {
    const definition = await checked(definitionOf(input), context);
    return changed(context, reason, async (on, change) => {
      const row = await insertRule(definition, change, on);
      return { row, entry: { action: 'rule.create', target: `rule:${row.id}`, after: definition } };
    });
  },
  updateRule: async (_, { id, version, input, reason }, context) => {
    const definition = await checked(definitionOf(input), context);
    return rewritten(context, { id, version, reason }, async () => definition);
  },
  setRuleState: (_, { id, version, state, reason }, context) =>
    rewritten(context, { id, version, reason }, async ({ definition }) => ({ ...definition, state })),
  rollbackRule: (_, { id, version, to, reason }, context) =>
    rewritten(context, { id, version, reason }, async (_before, on) => (await readVersion(id, to, on)).definition),
} satisfies MutationResolvers;

/** What was said long ago, or by nobody, is no classifier's to read. */
function askingNobody(definition: Definition): Definition {
  if (looksAtLabels(definition))
    throw badInput(
      'input.conditions',
      'no classifier is expected: it is asked about messages that are sent, and only then',
    );
  return definition;
}

/** Compiled once before it is kept: what does not compile never gets there. */
async function checked(definition: Definition, context: ModerationContext): Promise<Definition> {
  const { ruleBook, textClassifier } = context;
  if (textClassifier === null && looksAtLabels(definition))
    throw badInput('input.conditions', 'TEXT_CLASSIFIER_URL is expected to be set: there is nobody to ask about texts');
  await checkLists(definition, context);
  const rule = { id: '', version: 0, at: new Date(), definition };
  compileRule(rule, ruleBook.empty, 'input');
  return definition;
}

type Work = Parameters<typeof audited<{ row: RuleRow; entry: { action: string; target: string; after: unknown } }>>[2];
type On = Parameters<Work>[0];

async function changed(
  context: ModerationContext,
  reason: string,
  work: (on: On, change: { author: string; reason: string }) => ReturnType<Work>,
): Promise<RuleRow> {
  const change = { author: adminOf(context), reason: reasonOf(reason) };
  const { row } = await audited(context, change.reason, (on) => work(on, change));
  await context.ruleBook.changed();
  return row;
}

const rewritten = (
  context: ModerationContext,
  { id, version, reason }: { id: string; version: number; reason: string },
  next: (before: RuleRow, on: On) => Promise<Definition>,
): Promise<RuleRow> =>
  changed(context, reason, async (on, change) => {
    const before = await lockRule(id, version, on);
    const definition = await next(before, on);
    // What it names may be gone since that version was made.
    if (definition.state !== 'OFF') await checkLists(definition, { ...context, db: on });
    const row = await updateRule({ ...before, definition }, change, on);
    const entry = { action: 'rule.change', target: `rule:${id}`, before: before.definition, after: row.definition };
    return { row, entry };
  });

const HISTORY = 'rule-versions';
const MATCHES = 'rule-matches';

export const Rule: RuleResolvers = {
  createdAt: ({ created_at }) => created_at,
  updatedAt: ({ updated_at }) => updated_at,
  history: async ({ id, version }, { first, after }, { db }) => {
    const rows = rowsAsked(first);
    const before = after == null ? null : Number(positionOf(HISTORY, after));
    if (before !== null && !Number.isSafeInteger(before)) throw new Fault('CURSOR_INVALID', { field: 'after' });
    const found = await readVersions(id, { limit: rows + 1, before }, db);
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(HISTORY, node.version), node }));
    return connection(page, { next: found.length > rows, previous: before !== null, total: version });
  },
  matches: async ({ id }, { first, after }, { db }) => {
    const rows = rowsAsked(first);
    const before = after == null ? null : positionOf(MATCHES, after);
    const [found, total] = await Promise.all([readMatches(id, { limit: rows + 1, before }, db), countMatches(id, db)]);
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(MATCHES, node.id), node }));
    return connection(page, { next: found.length > rows, previous: before !== null, total });
  },
};

export const RuleVersion: RuleVersionResolvers = {
  author: ({ author: id }) => ({ __typename: 'Admin', id }),
  createdAt: ({ created_at }) => created_at,
};

const as =
  <Kind extends ConditionKind>(kind: Kind) =>
  <Condition extends { kind: ConditionKind }>(condition: Condition): Extract<Condition, { kind: Kind }> | null =>
    condition.kind === kind ? (condition as Extract<Condition, { kind: Kind }>) : null;

export const RuleCondition: RuleConditionResolvers = {
  keywords: as('keywords'),
  pattern: as('pattern'),
  links: as('links'),
  mentions: as('mentions'),
  flood: as('flood'),
  repeated: as('repeated'),
  newAccount: as('newAccount'),
  attachment: as('attachment'),
  customField: as('customField'),
  media: as('media'),
  classifier: as('classifier'),
};

export const RuleFinding: RuleFindingResolvers = {
  listID: ({ list }) => list?.id ?? null,
  listVersion: ({ list }) => list?.version ?? null,
  source: ({ list }) => list?.source ?? null,
  path: ({ where }) => where && named(where.path),
  start: ({ where }) => where?.start ?? null,
  end: ({ where }) => where?.end ?? null,
};

export const RuleMatch: RuleMatchResolvers = {
  version: ({ rule_version }) => rule_version,
  dryRun: ({ dry_run }) => dry_run,
  message: ({ message_id: id }) => (id === null ? null : { __typename: 'Message', id }),
  user: ({ user_id: id }) => (id === null ? null : { __typename: 'User', id }),
  group: ({ group_id: id }) => (id === null ? null : { __typename: 'Group', id }),
  found: ({ evidence }) => evidence,
  createdAt: ({ created_at }) => created_at,
};

export const RuleDryRunSample: RuleDryRunSampleResolvers = {
  message: ({ messageID: id }) => ({ __typename: 'Message', id }),
  found: ({ evidence }) => evidence,
};

export const RuleDryRun: RuleDryRunResolvers = {
  precision: ({ acted, notActed }) => (acted + notActed === 0 ? null : acted / (acted + notActed)),
};
