import { createHash, randomUUID } from 'node:crypto';
import { bounded } from '../../kit/bounded.ts';
import type { Intent, Judge, Verdict } from '../../kit/decisions.ts';
import type { Held, Holding } from '../holds/hold.ts';
import type { CompiledRule } from './compile.ts';
import type { Subject } from './conditions/subject.ts';
import { maskedContent } from './content/mask.ts';
import { does, looksAtRoles, type Match, matchesOf } from './evaluate.ts';
import { holdingOf, letterIn } from './holding.ts';
import { type Destination, destinationOf, guessed, messageSubject, nameSubjects } from './intents.ts';
import type { NewMatch } from './matches.ts';
import type { RuleActionKind } from './rule.ts';
import type { RuleBook } from './rule-book.ts';
import type { RoleInGroup, Staff } from './staff.ts';

export interface JudgeParts {
  readonly book: Pick<RuleBook, 'rules'>;
  readonly staff: Pick<Staff, 'roleNow'>;
  /** OpenIM's admin, in whose name this service speaks. */
  readonly serviceUserID: string;
  /** To be told to the other nodes: any of them may be asked for the content. */
  readonly tell: (sending: Sending) => void;
  /** What is to be kept of it: what becomes a message is met again when it is there. */
  readonly note: (match: NewMatch) => void;
  /** Keeps what waits for a moderator. */
  readonly hold: (holding: Holding) => Promise<Held>;
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

type Send = Extract<Intent, { kind: 'SEND' }>;
type Modify = Extract<Intent, { kind: 'MODIFY' }>;

const PASS: Verdict = { kind: 'PASS' };
const KINDS: Judge['kinds'] = new Set<Intent['kind']>([
  'SEND',
  'MODIFY',
  'REGISTER',
  'RENAME',
  'ADD_FRIEND',
  'CREATE_GROUP',
  'CHANGE_GROUP',
]);
const REMEMBERED = 10_000;
const REMEMBERED_MS = 60_000;

/** Holds what is about to happen to the rules, before it does. */
export function createJudge(parts: JudgeParts): RuleJudge {
  const { book } = parts;
  const sendings = bounded<string, Destination>(REMEMBERED, REMEMBERED_MS);
  const learn = (sending: Sending): void => void sendings.set(keyOf(sending), sending);

  function send(intent: Send): Verdict {
    const destination = destinationOf(intent);
    const subject = messageSubject(intent, destination, roleOf(intent.userID, destination, parts));
    const verdict = refusalOf(subject, keyOf(intent), { ...parts, intent });
    // Whether or not it is masked here: the node that is asked for the content has to know where it goes.
    if (verdict === PASS && book.rules.some((each) => masks(each) && each.test(subject) !== null)) {
      const sending = { ...destination, userID: intent.userID, clientMsgID: intent.clientMsgID };
      learn(sending);
      parts.tell(sending);
    }
    return verdict;
  }

  return {
    name: 'rules',
    get otherwise() {
      return book.rules.some(isStrict) ? 'REFUSE' : 'PASS';
    },
    kinds: KINDS,
    decide(intent) {
      if ('userID' in intent && intent.userID === parts.serviceUserID) return PASS;
      if (intent.kind === 'SEND') return send(intent);
      if (intent.kind === 'MODIFY') return maskFor(intent, sendings.get(keyOf(intent)) ?? guessed(intent), parts);
      return refusalOfNames(nameSubjects(intent), parts);
    },
    learn,
  };
}

/** A client makes its ids of anything, at any length. */
const keyOf = ({ userID, clientMsgID }: { readonly userID: string; readonly clientMsgID: string }): string =>
  `sent:${createHash('sha256').update(`${userID}\n${clientMsgID}`).digest('base64url')}`;

const isStrict = ({ rule: { definition } }: CompiledRule): boolean =>
  definition.state === 'ON' && definition.pastDeadline === 'REFUSE';

const masks = ({ rule: { definition } }: CompiledRule): boolean =>
  definition.state === 'ON' && does(definition, 'MASK');

const acts =
  (kind: 'MASK' | 'REFUSE' | 'HOLD') =>
  ({ rule: { definition } }: Match): boolean =>
    definition.state === 'ON' && does(definition, kind);

type Deciding = Pick<JudgeParts, 'book' | 'note' | 'staff' | 'hold'>;

/** Null where no rule asks for it. */
function roleOf(
  userID: string,
  { groupID }: Destination,
  { book, staff }: Pick<JudgeParts, 'book' | 'staff'>,
): RoleInGroup | null {
  const isAsked = groupID !== null && book.rules.some(({ rule }) => looksAtRoles(rule.definition));
  return isAsked ? staff.roleNow(groupID, userID) : null;
}

function refusalOfNames(subjects: readonly Subject[], parts: Deciding): Verdict {
  for (const subject of subjects) {
    const verdict = refusalOf(subject, `name:${randomUUID()}`, parts);
    if (verdict !== PASS) return verdict;
  }
  return PASS;
}

function refusalOf(
  subject: Subject,
  key: string,
  { book, note, hold, intent }: Deciding & { readonly intent?: Send },
): Verdict {
  const matches = matchesOf(book.rules, subject);
  const refusal = matches.find(acts('REFUSE'));
  // A name is never met again; a message that goes through is.
  const isName = subject.happening.contentType === 0;
  for (const match of matches)
    if (match === refusal || isName) note(noteOf(match, subject, { key, done: match === refusal ? ['REFUSE'] : [] }));
  const holding = refusal === undefined && intent !== undefined ? matches.find(acts('HOLD')) : undefined;
  if (holding !== undefined && intent !== undefined) {
    const { rule } = holding;
    note(noteOf(holding, subject, { key, done: ['HOLD'] }));
    return { kind: 'HOLD', keep: () => hold(holdingOf(letterIn(intent), subject, rule)) };
  }
  if (refusal === undefined) return PASS;
  return { kind: 'REFUSE', reason: refusal.counted ? 'TOO_FAST' : 'RULE_REFUSED', until: null };
}

function maskFor(intent: Modify, destination: Destination, { book, note, staff }: Omit<Deciding, 'hold'>): Verdict {
  const subject = messageSubject(intent, destination, roleOf(intent.userID, destination, { book, staff }));
  // What counts has counted this message when it was about to be sent.
  const rules = book.rules.filter(({ counts }) => !counts);
  const matches = matchesOf(rules, subject).filter(acts('MASK'));
  const content = matches.length === 0 ? null : maskOf(subject, matches);
  if (content === null) return PASS;
  for (const match of matches) note(noteOf(match, subject, { key: keyOf(intent), done: ['MASK'] }));
  return { kind: 'MASK', content };
}

function maskOf(subject: Subject, matches: readonly Match[]): string | null {
  const where = matches.flatMap(({ evidence }) => evidence.flatMap((each) => each.where ?? []));
  const parts = subject.texts.map(({ path, text }) => ({
    ...{ path, text },
    spans: where.filter((each) => each.path === path),
  }));
  return maskedContent(
    subject.happening.content,
    parts.filter(({ spans }) => spans.length > 0),
  );
}

function noteOf(
  { rule, evidence }: Match,
  { happening: { userID, groupID } }: Subject,
  told: { readonly key: string; readonly done: readonly RuleActionKind[] },
): NewMatch {
  const of = { rule_id: rule.id, rule_version: rule.version, dry_run: rule.definition.state !== 'ON' };
  return { ...of, ...told, evidence, user_id: userID, group_id: groupID, message_id: null };
}
