import { Counter, type Registry } from 'prom-client';
import type { ChatEvent, Consumer, EventSpan, KeptMessage } from '../../../kit/events.ts';
import type { TextLabel } from '../conditions/subject.ts';
import { looksAt } from '../evaluate.ts';
import { isPeoples, savedSubject } from '../kept-messages.ts';
import { looksAtLabels, type RuleBook } from '../rule-book.ts';
import { NoLabels, type TextClassifier } from './ask.ts';

export interface TextWatchParts {
  readonly book: Pick<RuleBook, 'rules'>;
  readonly serviceUserID: string;
  readonly classifier: TextClassifier;
  /** Holds a message to the rules that look at labels; changes nothing the second time. */
  readonly judge: (asked: Asked, labels: readonly TextLabel[], span: EventSpan) => Promise<void>;
  readonly register: Registry;
}

export interface Asked extends Pick<ChatEvent, 'key' | 'at'> {
  readonly message: KeptMessage;
}

const AT_ONCE = 32;
const LONGEST_TEXT = 10_000;
/** From when a message was sent: after that, no answer is that the condition does not hold. */
const PATIENCE_MS = 120_000;

/**
 * Asks what messages say, where a rule would hold for them otherwise. It has a place of its own among the events: while the
 * classifier does not answer, what other rules say goes on.
 */
export function createTextWatch({ book, serviceUserID, classifier, judge, register }: TextWatchParts): Consumer {
  const counter = new Counter({
    name: 'moderation_text_classifier_total',
    help: 'Texts that the classifier was to be asked about: answered, or given_up after two minutes without an answer.',
    labelNames: ['outcome'],
    registers: [register],
  });

  async function handleSome(some: readonly (Asked & { readonly text: string })[], span: EventSpan): Promise<void> {
    const texts = some.map(({ key, text }) => ({ id: key, text }));
    const labels = await classifier.ask(texts, span.signal).catch((error: unknown) => {
      const isOver = some.every(({ at }) => Date.now() - at.getTime() > PATIENCE_MS);
      if (!(error instanceof NoLabels) || !isOver) throw error;
      span.log.warn({ problem: error.code }, 'the classifier of texts did not answer');
      return null;
    });
    counter.inc({ outcome: labels === null ? 'given_up' : 'answered' }, some.length);
    for (const asked of labels === null ? [] : some) await judge(asked, labels?.get(asked.key) ?? [], span);
  }

  return {
    name: 'text-classifier',
    kinds: new Set(['MESSAGE_SAVED']),
    async handle(events, span) {
      const rules = book.rules.filter(({ rule }) => looksAtLabels(rule.definition));
      const asked = events.flatMap(({ fact, key, at }) => {
        if (fact.kind !== 'MESSAGE_SAVED' || !isPeoples(fact.message, serviceUserID)) return [];
        const subject = savedSubject(fact.message, { key, at, media: null, labels: 'ANY', role: null });
        const text = subject.texts
          .map((each) => each.text)
          .join('\n')
          .slice(0, LONGEST_TEXT)
          .toWellFormed();
        const wanted =
          text !== '' &&
          rules.some((each) => looksAt(each.rule.definition, subject.happening) && each.test(subject) !== null);
        return wanted ? [{ key, at, message: fact.message, text }] : [];
      });
      for (let from = 0; from < asked.length; from += AT_ONCE)
        await handleSome(asked.slice(from, from + AT_ONCE), span);
    },
  };
}
