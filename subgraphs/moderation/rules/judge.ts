import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Intent, Judge, Verdict } from '../../kit/decisions.ts';
import type { CompiledRule } from './compile.ts';
import type { Subject } from './conditions/subject.ts';
import { maskedContent } from './content/mask.ts';
import { does, type Match, matchesOf } from './evaluate.ts';
import { type Destination, destinationOf, guessed, messageSubject, nameSubjects } from './intents.ts';
import type { NewMatch } from './matches.ts';
import type { RuleActionKind } from './rule.ts';
import type { RuleBook } from './rule-book.ts';

export interface JudgeParts {
  readonly book: Pick<RuleBook, 'rules'>;
  /** OpenIM's admin, in whose name this service speaks. */
  readonly serviceUserID: string;
  /** To be told to the other nodes: any of them may be asked for the content. */
  readonly tell: (sending: Sending) => void;
  /** What is to be kept of it: what becomes a message is met again when it is there. */
  readonly note: (match: NewMatch) => void;
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
export function createJudge({ book, serviceUserID, tell, note }: JudgeParts): RuleJudge {
  const sendings = new LRUCache<string, Destination>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  const keyOf = ({ userID, clientMsgID }: { userID: string; clientMsgID: string }) => `${userID} ${clientMsgID}`;
  const learn = (sending: Sending): void => void sendings.set(keyOf(sending), sending);

  function send(intent: Extract<Intent, { kind: 'SEND' }>): Verdict {
    const destination = destinationOf(intent);
    const subject = messageSubject(intent, destination);
    const verdict = refusalOf(subject, `sent:${keyOf(intent)}`);
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
    if (content === null) return PASS;
    for (const match of matches) note(noteOf(match, subject, { key: `sent:${keyOf(intent)}`, done: ['MASK'] }));
    return { kind: 'MASK', content };
  }

  function name(intent: Exclude<Intent, { kind: 'SEND' | 'MODIFY' }>): Verdict {
    for (const [at, subject] of nameSubjects(intent).entries()) {
      const verdict = refusalOf(subject, `name:${randomUUID()}:${at}`);
      if (verdict !== PASS) return verdict;
    }
    return PASS;
  }

  function refusalOf(subject: Subject, key: string): Verdict {
    const matches = matchesOf(book.rules, subject);
    const refusal = matches.find(acts('REFUSE'));
    // A name is never met again; a message that goes through is.
    const isName = subject.happening.contentType === 0;
    for (const match of matches)
      if (match === refusal || isName) note(noteOf(match, subject, { key, done: match === refusal ? ['REFUSE'] : [] }));
    return refusal === undefined
      ? PASS
      : { kind: 'REFUSE', reason: refusal.counted ? 'TOO_FAST' : 'RULE_REFUSED', until: null };
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
      return name(intent);
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

function noteOf(
  { rule, evidence }: Match,
  { happening: { userID, groupID } }: Subject,
  told: { readonly key: string; readonly done: readonly RuleActionKind[] },
): NewMatch {
  const of = { rule_id: rule.id, rule_version: rule.version, dry_run: rule.definition.state !== 'ON' };
  return { ...of, ...told, evidence, user_id: userID, group_id: groupID, message_id: null };
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
