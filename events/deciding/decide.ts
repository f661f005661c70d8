import type { Logger } from 'pino';
import type { Intent, Judge, Verdict } from '../../subgraphs/kit/decisions.ts';

/** ms from the callback's arrival; OpenIM waits for five seconds by its own default, and fails the user's action then. */
const DEADLINE_MS = 1_000;

export type Decide = (intent: Intent, arrived: number) => Verdict;

export interface DecideParts {
  /** In the order in which they are heard. */
  readonly judges: readonly Judge[];
  readonly now: () => number;
  readonly log: Logger;
}

const PASS: Verdict = { kind: 'PASS' };

/**
 * Hears the judges, who all decide from memory. The first who refuses or holds back has said it; what one masks, the
 * next one reads masked. Who is too late, or breaks, has said beforehand what holds then.
 */
export function createDecide({ judges, now, log }: DecideParts): Decide {
  const otherwise = ({ otherwise: said }: Judge): Verdict =>
    said === 'PASS' ? PASS : { kind: 'REFUSE', reason: 'NOT_ALLOWED', until: null };

  function ask(judge: Judge, intent: Intent, arrived: number): Verdict {
    if (now() - arrived > DEADLINE_MS) return otherwise(judge);
    try {
      return judge.decide(intent);
    } catch (error) {
      log.error({ err: error, judge: judge.name, intent: intent.kind }, 'a judge failed');
      return otherwise(judge);
    }
  }

  return (asked, arrived) => {
    let intent = asked;
    let verdict = PASS;
    for (const judge of judges) {
      if (!judge.kinds.has(intent.kind)) continue;
      const said = ask(judge, intent, arrived);
      if (said.kind === 'REFUSE' || said.kind === 'HOLD') return said;
      if (said.kind !== 'MASK' || intent.kind !== 'MODIFY') continue;
      verdict = said;
      intent = { ...intent, content: said.content };
    }
    return verdict;
  };
}
