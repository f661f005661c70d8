import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import { hear } from '../../kit/hear.ts';
import type { MediaFindings } from '../../kit/media-findings.ts';
import { repeat } from '../../kit/repeat.ts';
import type { Store } from '../../kit/store.ts';
import { type CompiledRule, compileRule, type Ground } from './compile.ts';
import { createLists } from './lists.ts';
import type { Definition } from './rule.ts';
import { readRules, ruleOf } from './store.ts';
import { readLists, type WordListKind } from './word-store.ts';

/** The rules that are in force, compiled, in the order in which they are tried. */
export interface RuleBook {
  readonly rules: readonly CompiledRule[];
  /** For trying a rule without its lists. */
  readonly empty: Ground;
  /** The lists in memory: for trying a rule that is not kept yet. */
  groundFor(definition: Definition): Promise<Ground>;
  /** To be told after each change: this node has it when it resolves, the others a moment later. */
  changed(): Promise<void>;
  stop(): Promise<void>;
}

export interface RuleBookParts extends Omit<Ground, 'lists'> {
  readonly db: Knex;
  readonly store: Store;
  readonly log: Logger;
}

const CHANNEL = 'moderation:rules';
/** A change that no node was told of, because the store was down, is found at the next look. */
const LOOK_MS = 15_000;

export async function openRuleBook({ db, store, log, ...ground }: RuleBookParts): Promise<RuleBook> {
  let rules: readonly CompiledRule[] = [];
  const lists = createLists(db);
  let seen = '';
  let loading: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    const now = await stateOf(db);
    if (now === seen) return;
    const rows = (await readRules(db)).filter(({ definition }) => definition.state !== 'OFF');
    const used = await lists.load(new Set(rows.flatMap(({ definition }) => listsIn(definition))));
    const compiled = rows.flatMap((row) => {
      try {
        return [compileRule(ruleOf(row), { ...ground, lists: used })];
      } catch (err) {
        // It was compiled when it was written: only another release could think otherwise. The others hold all the same.
        log.error({ err, rule: row.id }, 'a rule cannot be compiled');
        return [];
      }
    });
    rules = compiled.sort((a, b) => a.rule.definition.order - b.rule.definition.order);
    seen = now;
  }

  /** One after the other, each with what is there when its turn comes. */
  const reload = (): Promise<void> => {
    loading = loading.catch(() => undefined).then(load);
    return loading;
  };
  const failed = (err: unknown): void => log.error({ err }, 'the rules could not be loaded; those of before hold');

  const end = await hear(store, CHANNEL, () => void reload().catch(failed));
  await reload();
  const looking = repeat(LOOK_MS, reload, failed);
  return {
    get rules() {
      return rules;
    },
    empty: { ...ground, lists: new Map() },
    groundFor: async (definition) => ({ ...ground, lists: await lists.borrow(new Set(listsIn(definition))) }),
    async changed() {
      await reload();
      await store.publish(CHANNEL, '').catch(failed);
    },
    async stop() {
      await end();
      await looking.stop();
      await loading.catch(() => undefined);
    },
  };
}

const wordListsIn = ({ conditions }: Definition): readonly string[] =>
  conditions.flatMap((condition) => (condition.kind === 'keywords' ? condition.listIDs : []));

const domainListsIn = ({ conditions }: Definition): readonly string[] =>
  conditions.flatMap((condition) => (condition.kind === 'links' ? (condition.listIDs ?? []) : []));

/** Lists of words and of domains that it looks into. */
export const listsIn = (definition: Definition): readonly string[] => [
  ...wordListsIn(definition),
  ...domainListsIn(definition),
];

/** Another text whenever a rule or a list is another. */
async function stateOf(db: Knex): Promise<string> {
  const { rows } = await db.raw<{ rows: { state: string }[] }>(`
    select concat_ws(' ',
      (select concat_ws(' ', count(*), sum(version), max(updated_at)) from moderation.rules),
      (select concat_ws(' ', count(*), sum(version), max(updated_at)) from moderation.word_lists)) as state`);
  return rows[0]?.state ?? '';
}

export const mediaListsIn = ({ conditions }: Definition): readonly string[] =>
  conditions.flatMap((condition) => (condition.kind === 'media' ? condition.listIDs : []));

/** Whether it can hold only for messages whose files were read. */
export const looksAtMedia = ({ conditions }: Definition): boolean => conditions.some(({ kind }) => kind === 'media');

/** Whether it can hold only for messages that a classifier was asked about. */
export const looksAtLabels = ({ conditions }: Definition): boolean =>
  conditions.some(({ kind }) => kind === 'classifier');

/** NOT_FOUND where a rule names a list that there is not. */
export async function checkLists(
  definition: Definition,
  { db, findings }: { readonly db: Knex; readonly findings: Pick<MediaFindings, 'unknownLists'> },
): Promise<void> {
  const [unread] = await findings.unknownLists(mediaListsIn(definition));
  if (unread !== undefined) throw new Fault('NOT_FOUND', { what: `The list of hashes ${unread}` });
  if (listsIn(definition).length === 0) return;
  const lists = await readLists(db);
  const unknownOf = (kind: WordListKind, ids: readonly string[]): string | undefined =>
    ids.find((id) => !lists.some((list) => list.id === id && list.kind === kind));
  const words = unknownOf('WORDS', wordListsIn(definition));
  if (words !== undefined) throw new Fault('NOT_FOUND', { what: `The list of words ${words}` });
  const domains = unknownOf('DOMAINS', domainListsIn(definition));
  if (domains !== undefined) throw new Fault('NOT_FOUND', { what: `The list of domains ${domains}` });
}
