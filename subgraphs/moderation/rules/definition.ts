import { badInput } from '../../kit/fault.ts';
import type { RuleActionInput, RuleConditionInput, RuleInput } from '../__generated__/resolvers.ts';
import { STANDS_SOMEWHERE } from './compile.ts';
import type { Condition, ConditionKind, Definition, RuleAction, RulePlace } from './rule.ts';
import { wordsOf } from './word-store.ts';

const MOST_IDS = 1_000;
const MOST_CONDITIONS = 10;
const MOST_LABELS = 100;
const MOST_COUNTED = 1_000;
const LONGEST_WINDOW = 86_400;
const EVERYWHERE: readonly RulePlace[] = ['SINGLE_CHATS', 'GROUPS'];

/** What an author asked for, whole and within its bounds; INPUT_INVALID at the field that is not. */
export function definitionOf(input: RuleInput): Definition {
  const definition: Definition = {
    name: words(input.name, 'input.name', 100),
    description: input.description ? words(input.description, 'input.description', 1_000) : null,
    state: input.state ?? 'DRY_RUN',
    order: within(input.order ?? 100, 'input.order', { least: 0, most: 1_000_000 }),
    places: input.places ?? EVERYWHERE,
    groupIDs: input.groupIDs ? idsOf(input.groupIDs, 'input.groupIDs') : null,
    exemptUserIDs: idsOf(input.exemptUserIDs ?? [], 'input.exemptUserIDs'),
    exemptGroupIDs: idsOf(input.exemptGroupIDs ?? [], 'input.exemptGroupIDs'),
    exemptGroupRoles: [...new Set(input.exemptGroupRoles ?? [])],
    conditions: input.conditions.map((each, at) => conditionOf(each, `input.conditions[${at}]`)),
    actions: input.actions.map((each, at) => actionOf(each, `input.actions[${at}]`)),
    pastDeadline: input.pastDeadline ?? 'PASS',
  };
  const { conditions } = definition;
  if (conditions.length === 0 || conditions.length > MOST_CONDITIONS)
    throw badInput('input.conditions', `1 to ${MOST_CONDITIONS} conditions are expected`);
  if (definition.places.length === 0) throw badInput('input.places', 'at least one place is expected');
  checkActions(definition);
  JSON.stringify(definition, keepable);
  return definition;
}

/** What Postgres takes: any text but NUL and halves of characters. */
function keepable(name: string, value: unknown): unknown {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw badInput(`input…${name}`, 'text without NUL and halves of characters is expected');
  return value;
}

const NOTHING_STANDS: ReadonlySet<ConditionKind> = new Set(['flood', 'repeated', 'media']);

function checkActions({ actions, conditions, places }: Definition): void {
  const kinds = new Set(actions.map(({ kind }) => kind));
  if (actions.length === 0) throw badInput('input.actions', 'at least one action is expected');
  if (kinds.size < actions.length) throw badInput('input.actions', 'each kind is expected once');
  if (kinds.has('PASS') && kinds.size > 1) throw badInput('input.actions', 'PASS is expected alone');
  if (kinds.has('MASK') && kinds.has('REFUSE'))
    throw badInput('input.actions', 'either MASK or REFUSE is expected: what is refused goes nowhere');
  if (actions.every(({ kind }) => AFTER.has(kind)) && !places.some((place) => MESSAGES.has(place)))
    throw badInput('input.actions', 'REFUSE is expected: a name is held to the rules before it is taken, not after');
  if (kinds.has('REFUSE') && conditions.some(({ kind }) => kind === 'media'))
    throw badInput('input.actions', 'REVOKE is expected: a file is read after its message was sent');
  if (kinds.has('HOLD')) checkHeld({ kinds, conditions, places });
  if (conditions.some(({ kind }) => kind === 'classifier')) checkAsked({ kinds, conditions, places });
  if (!kinds.has('MASK')) return;
  if (!conditions.some(({ kind }) => STANDS_SOMEWHERE.has(kind)))
    throw badInput(
      'input.actions',
      'MASK goes with a condition of keywords, a pattern or links: there is nothing to mask',
    );
  if (conditions.some(({ kind }) => NOTHING_STANDS.has(kind)))
    throw badInput('input.actions', 'MASK does not go with conditions that count messages, or look at files');
}

/** Only what is about to be sent can be held back. */
function checkHeld({ kinds, conditions, places }: Asking): void {
  if (kinds.has('REFUSE') || kinds.has('MASK') || kinds.has('REVOKE'))
    throw badInput(
      'input.actions',
      'HOLD is expected without REFUSE, MASK and REVOKE: a moderator decides what becomes of it',
    );
  if (!places.every((place) => MESSAGES.has(place)))
    throw badInput('input.places', 'SINGLE_CHATS or GROUPS are expected: only messages wait for a moderator');
  if (conditions.some(({ kind }) => kind === 'media' || kind === 'flood' || kind === 'repeated'))
    throw badInput('input.actions', 'HOLD does not go with conditions that count messages, or look at files');
}

type Asking = Pick<Definition, 'conditions' | 'places'> & { readonly kinds: ReadonlySet<string> };

/** Whoever is asked about texts answers when the message is there. */
function checkAsked({ kinds, conditions, places }: Asking): void {
  if (![...kinds].every((kind) => AFTER.has(kind)))
    throw badInput(
      'input.actions',
      'FLAG, REVOKE, MUTE or STRIKE are expected: the classifier is asked after a message was sent',
    );
  if (!places.every((place) => MESSAGES.has(place)))
    throw badInput('input.places', 'SINGLE_CHATS or GROUPS are expected: the classifier is asked about messages');
  if (conditions.some(({ kind }) => kind === 'media'))
    throw badInput('input.conditions', 'either classifier or media is expected: they are known at different times');
}

const LONGEST_MUTE = 365 * 24 * 60;

function actionOf({ kind, reason, minutes }: RuleActionInput, field: string): RuleAction {
  if (reason != null && kind !== 'FLAG') throw badInput(`${field}.reason`, 'nothing is expected: only FLAG has one');
  if ((minutes != null) !== (kind === 'MUTE'))
    throw badInput(
      `${field}.minutes`,
      kind === 'MUTE' ? 'minutes are expected' : 'nothing is expected: only MUTE has them',
    );
  return {
    kind,
    reason: kind === 'FLAG' ? (reason ?? 'OTHER') : null,
    minutes: minutes == null ? null : within(minutes, `${field}.minutes`, { least: 1, most: LONGEST_MUTE }),
  };
}

const AFTER: ReadonlySet<string> = new Set(['FLAG', 'REVOKE', 'MUTE', 'STRIKE']);
const MESSAGES: ReadonlySet<RulePlace> = new Set(['SINGLE_CHATS', 'GROUPS']);

const READERS: {
  readonly [Kind in ConditionKind]: (
    given: NonNullable<RuleConditionInput[Kind]>,
    field: string,
  ) => Omit<Extract<Condition, { kind: Kind }>, 'kind'>;
} = {
  keywords: (given, field) => {
    const listIDs = idsOf(given.listIDs ?? [], `${field}.listIDs`);
    const own = wordsOf(given.words ?? [], `${field}.words`);
    if (own.length > MOST_IDS) throw badInput(`${field}.words`, `at most ${MOST_IDS} words are expected; make a list`);
    if (listIDs.length + own.length === 0) throw badInput(field, 'words, or lists of words, are expected');
    return { listIDs, words: own, match: given.match ?? 'WHOLE_WORD' };
  },
  // Compiled, and refused where it cannot be, with the rule.
  pattern: ({ pattern, ignoreCase }) => ({ pattern, ignoreCase: ignoreCase ?? true }),
  links: (given, field) => {
    const domains = [...new Set(given.domains ?? [])];
    const listIDs = idsOf(given.listIDs ?? [], `${field}.listIDs`);
    if (domains.length > MOST_COUNTED)
      throw badInput(`${field}.domains`, `at most ${MOST_COUNTED} domains are expected`);
    if (domains.length + listIDs.length === 0 && given.links === 'LISTED')
      throw badInput(`${field}.domains`, 'at least one domain, or list of domains, is expected');
    return { listIDs, domains, links: given.links };
  },
  classifier: ({ label, atLeast }, field) => {
    if (!(atLeast >= 0 && atLeast <= 1)) throw badInput(`${field}.atLeast`, 'a number from 0 to 1 is expected');
    return { label: words(label, `${field}.label`, 100), atLeast };
  },
  mentions: ({ moreThan, everyone }, field) => {
    if (moreThan == null && everyone !== true) throw badInput(field, 'moreThan, everyone or both are expected');
    const limit = moreThan == null ? null : within(moreThan, `${field}.moreThan`, { least: 0, most: MOST_COUNTED });
    return { moreThan: limit, everyone: everyone ?? false };
  },
  flood: (given, field) => ({ ...windowOf(given, field), by: given.by ?? 'USER' }),
  repeated: (given, field) => ({ ...windowOf(given, field), by: given.by ?? 'ONE_USER' }),
  newAccount: ({ youngerThanHours }, field) => ({
    youngerThanHours: within(youngerThanHours, `${field}.youngerThanHours`, { least: 1, most: 24 * 365 }),
  }),
  attachment: ({ kinds, extensions, mimeTypes }, field) => {
    const given = { kinds: kinds ?? [], extensions: extensions ?? [], mimeTypes: mimeTypes ?? [] };
    const all = [...given.extensions, ...given.mimeTypes];
    if (all.length > MOST_IDS) throw badInput(field, `at most ${MOST_IDS} extensions and types are expected`);
    if (given.kinds.length + all.length === 0) throw badInput(field, 'kinds, extensions or mimeTypes are expected');
    return given;
  },
  media: (given, field) => {
    const listIDs = idsOf(given.listIDs ?? [], `${field}.listIDs`);
    const labels = given.labels ?? [];
    if (labels.length > MOST_LABELS) throw badInput(`${field}.labels`, `at most ${MOST_LABELS} labels are expected`);
    if (listIDs.length + labels.length === 0) throw badInput(field, 'listIDs, labels or both are expected');
    for (const [at, { name, atLeast }] of labels.entries()) {
      words(name, `${field}.labels[${at}].name`, 100);
      if (!(atLeast >= 0 && atLeast <= 1))
        throw badInput(`${field}.labels[${at}].atLeast`, 'a number from 0 to 1 is expected');
    }
    return { listIDs, labels: labels.map(({ name, atLeast }) => ({ name, atLeast })) };
  },
  customField: ({ pointer, equals, pattern }, field) => {
    if (!/^(\/([^~/]|~[01])*)+$/.test(pointer) || pointer.length > 500)
      throw badInput(`${field}.pointer`, 'a JSON pointer is expected, as in /order/kind');
    if ((equals == null) === (pattern == null)) throw badInput(field, 'either equals or pattern is expected');
    return { pointer, equals: equals ?? null, pattern: pattern ?? null };
  },
};

function conditionOf(input: RuleConditionInput, field: string): Condition {
  const [kind] = (Object.keys(READERS) as ConditionKind[]).filter((each) => input[each] != null);
  if (kind === undefined) throw badInput(field, 'one kind of condition is expected');
  // The reader of a kind is given what the input holds of that kind; the compiler does not follow it through the name.
  const read = READERS[kind] as (given: unknown, field: string) => object;
  return { kind, ...read(input[kind], `${field}.${kind}`) } as Condition;
}

const windowOf = (given: { readonly moreThan: number; readonly seconds: number }, field: string) => ({
  moreThan: within(given.moreThan, `${field}.moreThan`, { least: 1, most: MOST_COUNTED - 1 }),
  seconds: within(given.seconds, `${field}.seconds`, { least: 1, most: LONGEST_WINDOW }),
});

function within(value: number, field: string, { least, most }: { least: number; most: number }): number {
  if (value < least || value > most) throw badInput(field, `a number from ${least} to ${most} is expected`);
  return value;
}

function words(value: string, field: string, most: number): string {
  const text = value.trim();
  if (text === '' || text.length > most) throw badInput(field, `1 to ${most} characters are expected`);
  return text;
}

function idsOf(ids: readonly string[], field: string): readonly string[] {
  if (ids.length > MOST_IDS) throw badInput(field, `at most ${MOST_IDS} ids are expected`);
  if (ids.some((id) => id === '' || id.length > 200)) throw badInput(field, 'ids are expected');
  return [...new Set(ids)];
}
