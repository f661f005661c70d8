import { classifierTest } from './conditions/classifier.ts';
import { floodTest, repeatTest } from './conditions/counting.ts';
import { attachmentTest, customFieldTest, mentionTest, newAccountTest } from './conditions/facts.ts';
import { keywordTest } from './conditions/keywords.ts';
import { domainOf, linkTest } from './conditions/links.ts';
import { mediaTest } from './conditions/media.ts';
import { compilePattern, patternTest } from './conditions/pattern.ts';
import type { Finding, Met, Subject, Test } from './conditions/subject.ts';
import type { Tally } from './conditions/tally.ts';
import { isOfDomains, isOfWords, type LoadedList } from './lists.ts';
import type { Condition, ConditionKind, Rule } from './rule.ts';
import { compileWords } from './text/word-list.ts';

/** What conditions are tried with. */
export interface Ground {
  readonly lists: ReadonlyMap<string, LoadedList>;
  readonly tally: Tally;
  readonly registeredAt: (userID: string) => number | null;
}

/** A rule, ready to be tried. */
export interface CompiledRule {
  readonly rule: Rule;
  /** It counts what it sees, so it must see each thing once. */
  readonly counts: boolean;
  /** Why it holds, or null where it does not; never waits. */
  test(subject: Subject): readonly Met[] | null;
}

/** Conditions whose matches stand somewhere, so that they can be masked. */
export const STANDS_SOMEWHERE: ReadonlySet<ConditionKind> = new Set(['keywords', 'pattern', 'links']);
const COUNTS: ReadonlySet<ConditionKind> = new Set(['flood', 'repeated']);

/** INPUT_INVALID naming the condition, below `field`, where one cannot be compiled. */
export function compileRule(rule: Rule, ground: Ground, field = 'rule'): CompiledRule {
  const { conditions } = rule.definition;
  const tests = conditions.map((condition, at) => ({
    at,
    // What counts comes last, and counts only what meets the other conditions.
    counts: COUNTS.has(condition.kind),
    test: testOf(condition, { ...ground, name: `${rule.id}\n${at}`, field: `${field}.conditions[${at}]` }),
  }));
  const inTurn = [...tests.filter(({ counts }) => !counts), ...tests.filter(({ counts }) => counts)];
  return {
    rule,
    counts: tests.some(({ counts }) => counts),
    test: (subject) => allHold(inTurn, subject),
  };
}

function allHold(tests: readonly { at: number; test: Test }[], subject: Subject): readonly Met[] | null {
  const evidence: Met[] = [];
  for (const { at, test } of tests) {
    const found: readonly Finding[] | null = test(subject);
    if (found === null) return null;
    evidence.push(...found.map((each) => ({ condition: at, ...each })));
  }
  return evidence;
}

interface Place extends Ground {
  readonly name: string;
  readonly field: string;
}

function testOf(condition: Condition, place: Place): Test {
  const { lists, tally, name, field, registeredAt } = place;
  switch (condition.kind) {
    case 'keywords': {
      const used = condition.listIDs.flatMap((id) => lists.get(id) ?? []).filter(isOfWords);
      return keywordTest(condition, used, condition.words.length > 0 ? compileWords(condition.words) : null);
    }
    case 'pattern':
      return patternTest(condition, compilePattern(condition, `${field}.pattern.pattern`));
    case 'links': {
      const domains = condition.domains.map((each, at) => domainOf(each, `${field}.links.domains[${at}]`));
      const listIDs = condition.listIDs ?? [];
      const used = listIDs.flatMap((id) => lists.get(id) ?? []).filter(isOfDomains);
      return linkTest({ ...condition, domains }, used.length < listIDs.length ? null : used);
    }
    case 'mentions':
      return mentionTest(condition);
    case 'flood':
      return floodTest(condition, { tally, name });
    case 'repeated':
      return repeatTest(condition, { tally, name });
    case 'newAccount':
      return newAccountTest(condition, registeredAt);
    case 'attachment':
      return attachmentTest(condition);
    case 'classifier':
      return classifierTest(condition);
    case 'media':
      return mediaTest(condition);
    case 'customField':
      return customFieldTest(
        condition,
        condition.pattern === null
          ? null
          : compilePattern({ pattern: condition.pattern, ignoreCase: false }, `${field}.customField.pattern`),
      );
  }
}
