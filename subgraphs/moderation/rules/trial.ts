import type { RuleTrialInput } from '../__generated__/resolvers.ts';
import { compileRule, type Ground } from './compile.ts';
import { type Met, Subject } from './conditions/subject.ts';
import { createTally } from './conditions/tally.ts';
import { masked } from './content/mask.ts';
import { does, looksAt } from './evaluate.ts';
import type { Definition } from './rule.ts';

const TEXT = 101;

export interface Trial {
  readonly holds: boolean;
  readonly found: readonly Met[];
  readonly masked: string | null;
}

/** What a rule, whatever its state, finds in a text; nothing that counts messages is told of it. */
export function tryRule(
  definition: Definition,
  { text, userID, groupID, groupRole }: RuleTrialInput,
  ground: Ground,
): Trial {
  const subject = new Subject({
    userID: userID ?? null,
    place: groupID ? 'GROUPS' : 'SINGLE_CHATS',
    groupID: groupID ?? null,
    role: groupID ? (groupRole ?? 'MEMBER') : null,
    conversation: 'trial',
    contentType: TEXT,
    content: JSON.stringify({ content: text }),
    atUserIDs: [],
    at: Date.now(),
    key: 'trial',
    saved: false,
    media: null,
    labels: null,
  });
  const rule = { id: '', version: 0, at: new Date(), definition };
  const compiled = compileRule(rule, { ...ground, tally: createTally() }, 'input');
  const evidence = looksAt(definition, subject.happening) ? compiled.test(subject) : null;
  const spans = (evidence ?? []).flatMap(({ where }) => where ?? []);
  return {
    holds: evidence !== null,
    found: evidence ?? [],
    masked: evidence !== null && does(definition, 'MASK') ? masked(text, spans) : null,
  };
}
