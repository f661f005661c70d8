import { LRUCache } from 'lru-cache';
import type { Intent, Judge, Verdict } from '../../kit/decisions.ts';
import type { CompiledRule } from './compile.ts';
import type { Subject } from './conditions/subject.ts';
import { maskedContent } from './content/mask.ts';
import { does, type Match, matchesOf } from './evaluate.ts';
import { type Destination, destinationOf, guessed, messageSubject, nameSubjects } from './intents.ts';
import type { RuleBook } from './rule-book.ts';

export interface JudgeParts {
  readonly book: Pick<RuleBook, 'rules'>;
  /** OpenIM's admin, in whose name this service speaks. */
  readonly serviceUserID: string;
  /** To be told to the other nodes: any of them may be asked for the content. */
  readonly tell: (sending: Sending) => void;
}

/** Where a message goes that a mask is for. */
export interface Sending extends Destination {
  readonly userID: string;
  readonly clientMsgID: string;
}

export interface RuleJudge extends Judge {
  /** What another node was asked. */
  learn(sending: Sending): void;
}

const PASS: Verdict = { kind: 'PASS' };
const REMEMBERED = 10_000;
const REMEMBERED_MS = 60_000;

/** Holds what is about to happen to the rules, before it does. */
export function createJudge({ book, serviceUserID, tell }: JudgeParts): RuleJudge {
  const sendings = new LRUCache<string, Destination>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  const keyOf = ({ userID, clientMsgID }: { userID: string; clientMsgID: string }) => `${userID}\n${clientMsgID}`;
  const learn = (sending: Sending): void => void sendings.set(keyOf(sending), sending);

  function send(intent: Extract<Intent, { kind: 'SEND' }>): Verdict {
    const destination = destinationOf(intent);
    const subject = messageSubject(intent, destination);
    const verdict = refusalOf(book.rules, [subject]);
    // Whether or not it is masked here: the node that is asked for the content has to know where it goes.
    if (verdict === PASS && book.rules.some((each) => masks(each) && each.test(subject) !== null)) {
      const sending = { ...destination, userID: intent.userID, clientMsgID: intent.clientMsgID };
      learn(sending);
      tell(sending);
    }
    return verdict;
  }

  function modify(intent: Extract<Intent, { kind: 'MODIFY' }>): Verdict {
    const subject = messageSubject(intent, sendings.get(keyOf(intent)) ?? guessed(intent));
    // What counts has counted this message when it was about to be sent.
    const matches = matchesOf(
      book.rules.filter(({ counts }) => !counts),
      subject,
    ).filter(acts('MASK'));
    const content = matches.length === 0 ? null : maskOf(subject, matches);
    return content === null ? PASS : { kind: 'MASK', content };
  }

  return {
    name: 'rules',
    get otherwise() {
      return book.rules.some(
        ({ rule: { definition } }) => definition.state === 'ON' && definition.pastDeadline === 'REFUSE',
      )
        ? 'REFUSE'
        : 'PASS';
    },
    kinds: new Set(['SEND', 'MODIFY', 'REGISTER', 'RENAME', 'ADD_FRIEND', 'CREATE_GROUP', 'CHANGE_GROUP']),
    decide(intent) {
      if ('userID' in intent && intent.userID === serviceUserID) return PASS;
      if (intent.kind === 'SEND') return send(intent);
      if (intent.kind === 'MODIFY') return modify(intent);
      return refusalOf(book.rules, nameSubjects(intent));
    },
    learn,
  };
}

const masks = ({ rule: { definition } }: CompiledRule): boolean =>
  definition.state === 'ON' && does(definition, 'MASK');

const acts =
  (kind: 'MASK' | 'REFUSE') =>
  ({ rule: { definition } }: Match): boolean =>
    definition.state === 'ON' && does(definition, kind);

function refusalOf(rules: readonly CompiledRule[], subjects: readonly Subject[]): Verdict {
  for (const subject of subjects) {
    const refusal = matchesOf(rules, subject).find(acts('REFUSE'));
    if (refusal !== undefined) return { kind: 'REFUSE', reason: 'RULE_REFUSED', until: null };
  }
  return PASS;
}

function maskOf(subject: Subject, matches: readonly Match[]): string | null {
  const where = matches.flatMap(({ evidence }) => evidence.flatMap((each) => each.where ?? []));
  const parts = subject.texts.map(({ path, text }) => ({
    path,
    text,
    spans: where.filter((each) => each.path === path),
  }));
  return maskedContent(
    subject.happening.content,
    parts.filter(({ spans }) => spans.length > 0),
  );
}
