import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { BanDesk } from '../../kit/ban-desk.ts';
import { type Enforcement, isFinal } from '../../kit/enforcement.ts';
import type { ChatEvent, Consumer, KeptMessage } from '../../kit/events.ts';
import type { Flags } from '../../kit/flags.ts';
import type { MediaFinding, MediaFindings, MediaOf } from '../../kit/media-findings.ts';
import type { MessageHistory } from '../../kit/message-history.ts';
import type { ActionRow } from '../actions/action.ts';
import { type RuledAction, recordRuled } from '../actions/by-rule.ts';
import type { CaseChanged } from '../cases/case.ts';
import type { Held, Holding } from '../holds/hold.ts';
import type { Asked } from './classifier/consumer.ts';
import type { CompiledRule } from './compile.ts';
import type { TextLabel } from './conditions/subject.ts';
import { does, looksAtRoles, type Match, matchesOf } from './evaluate.ts';
import { holdingOf, letterOfSaved } from './holding.ts';
import { isPeoples, messageIDOf, savedSubject } from './kept-messages.ts';
import { insertMatches, knownMatches } from './matches.ts';
import { startMediaWatch } from './media-watch.ts';
import type { Definition, Rule, RuleAction, RuleActionKind } from './rule.ts';
import { looksAtLabels, looksAtMedia, type RuleBook } from './rule-book.ts';
import type { RoleInGroup, Staff } from './staff.ts';

export interface AutomodParts {
  readonly db: Knex;
  readonly book: Pick<RuleBook, 'rules'>;
  readonly enforcement: Pick<Enforcement, 'revokeMessage' | 'muteMember'>;
  readonly flags: Flags;
  readonly changed: CaseChanged;
  readonly bans: BanDesk;
  readonly serviceUserID: string;
  readonly mediaOf: MediaOf;
  readonly history: Pick<MessageHistory, 'around'>;
  readonly findings: Pick<MediaFindings, 'of'>;
  readonly staff: Pick<Staff, 'role'>;
  /** Keeps what should have waited for a moderator; RELEASED: one let it go on. */
  readonly hold: (holding: Holding) => Promise<Held>;
  readonly log: Logger;
}

interface Saved extends Pick<ChatEvent, 'key' | 'at'> {
  readonly fact: { readonly message: KeptMessage };
}
export type Judging = AutomodParts & { readonly span: Span };
interface Span {
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export interface Automod extends Consumer {
  stop(): Promise<void>;
}

/** Holds messages to the rules after they were sent: also those that nobody asked about before. */
export function createAutomod(parts: AutomodParts): Automod {
  const watch = startMediaWatch({
    ...parts,
    judge: ({ message, media, ...event }, span) =>
      judge({ ...event, fact: { message } }, { media, labels: null }, { ...parts, span }),
  });
  return {
    name: 'automod',
    kinds: new Set(['MESSAGE_SAVED']),
    async handle(events, span) {
      for (const { fact, key, at } of events) {
        if (fact.kind !== 'MESSAGE_SAVED' || !isPeoples(fact.message, parts.serviceUserID)) continue;
        const event = { key, at, fact };
        if (parts.book.rules.some(({ rule }) => looksAtMedia(rule.definition))) await watch.await(event, fact.message);
        await judge(event, NOTHING, { ...parts, span });
      }
    },
    stop: watch.stop,
  };
}

const MINUTE = 60_000;

/** Null where no rule asks for it. */
const roleIn = async (
  { groupID, sendID }: KeptMessage,
  rules: readonly CompiledRule[],
  staff: Pick<Staff, 'role'>,
): Promise<RoleInGroup | null> =>
  groupID && rules.some(({ rule }) => looksAtRoles(rule.definition)) ? staff.role(groupID, sendID) : null;

/** Null at first; when its files were read, or a classifier was asked, it is held again to the rules that look at that. */
interface Learned {
  readonly media: readonly MediaFinding[] | null;
  readonly labels: readonly TextLabel[] | null;
}

const NOTHING: Learned = { media: null, labels: null };

/** Holds a message to the rules that look at what a classifier says. */
export const judgeLabels = (
  { message, ...event }: Asked,
  labels: readonly TextLabel[],
  parts: Judging,
): Promise<void> => judge({ ...event, fact: { message } }, { media: null, labels }, parts);

async function judge(event: Saved, learned: Learned, parts: Judging): Promise<void> {
  const { message } = event.fact;
  const rules = parts.book.rules.filter(({ rule }) => sinceOf(rule) <= event.at.getTime());
  const asked = rules.filter(({ rule: { definition } }) => isAbout(learned, definition));
  const role = await roleIn(message, asked, parts.staff);
  const subject = savedSubject(message, { ...event, ...learned, role });
  const matches = matchesOf(asked, subject);
  if (matches.length === 0) return;
  const ids = matches.map(({ rule }) => rule.id);
  const known = new Set(await knownMatches(event.key, ids, parts.db));
  for (const match of matches) {
    if (known.has(match.rule.id)) continue;
    // One that a moderator let go on came here by that.
    if (isHeld(match) && (await parts.hold(holdingOf(letterOfSaved(message), subject, match.rule))) === 'RELEASED')
      continue;
    await act(match, event, parts);
  }
}

const isHeld = ({ rule: { definition } }: Match): boolean => definition.state === 'ON' && does(definition, 'HOLD');

/** And what ends the trying of rules before one of those. */
const isAbout = ({ media, labels }: Learned, definition: Definition): boolean =>
  (media === null && labels === null) ||
  (media !== null && looksAtMedia(definition)) ||
  (labels !== null && looksAtLabels(definition)) ||
  does(definition, 'PASS');

/** What was on its way while a rule was changed is told after it. */
const ON_ITS_WAY_MS = 5 * MINUTE;

/** A rule says nothing of what was written before it was. */
const sinceOf = ({ at, version }: Rule): number => at.getTime() - (version === 1 ? 0 : ON_ITS_WAY_MS);

/** First what is done in OpenIM, which may be done again; then the case and the record of it, together. */
async function act(match: Match, event: Saved, parts: Judging): Promise<void> {
  const { rule, evidence } = match;
  const { definition } = rule;
  const { message } = event.fact;
  const dryRun = definition.state !== 'ON';
  const strike = does(definition, 'STRIKE') ? [{ ...STRIKE, note: `rule:${definition.name}` }] : [];
  const ruled = dryRun ? [] : [...(await enforce(match, event, parts)), ...strike];
  const flag = dryRun ? undefined : definition.actions.find(({ kind }) => kind === 'FLAG');
  const done: RuleActionKind[] = [
    ...ruled.map(({ kind }) => KINDS[kind]),
    ...(flag === undefined ? [] : ['FLAG' as const]),
  ];
  const { bans, changed } = parts;
  // Who is muted or struck may appeal, and moderators see it; a message that is gone is in the record of matches.
  const opens = flag !== undefined || done.includes('MUTE') || done.includes('STRIKE');
  const neighbours = opens ? await parts.history.around(message) : [];
  const owed = await parts.db.transaction(async (on) => {
    let more: readonly ActionRow[] = [];
    if (opens) {
      const { caseID } = await parts.flags.flag(flagOf(match, flag?.reason ?? null, { ...event, neighbours }), on);
      more = await recordRuled(caseID, ruled, { on, changed, bans, review: flag !== undefined });
    }
    const whose = { user_id: message.sendID, group_id: message.groupID || null, message_id: messageIDOf(message) };
    const facts = { rule_id: rule.id, rule_version: rule.version, key: event.key, dry_run: dryRun, evidence, done };
    await insertMatches([{ ...facts, ...whose }], on);
    return more;
  });
  if (owed.some(({ kind }) => kind === 'BAN_USER')) await bans.pay(message.sendID);
}

const KINDS = { REVOKE_MESSAGE: 'REVOKE', MUTE_MEMBER: 'MUTE', STRIKE: 'STRIKE' } as const;
const STRIKE = { kind: 'STRIKE', until: null } as const;

async function enforce(
  { rule: { definition }, counted }: Match,
  { fact: { message }, at }: Saved,
  { enforcement, span }: Judging,
): Promise<RuledAction[]> {
  const done: RuledAction[] = [];
  const note = `rule:${definition.name}`;
  const attempt = async (what: Omit<RuledAction, 'note'>, work: () => Promise<void>): Promise<void> => {
    if (await unlessImpossible(work, span.log)) done.push({ ...what, note });
  };
  // What should have been refused or masked, and is there all the same, came past the decision.
  const slipped = !counted && (does(definition, 'REFUSE') || does(definition, 'MASK') || does(definition, 'HOLD'));
  if (does(definition, 'REVOKE') || slipped)
    await attempt({ kind: 'REVOKE_MESSAGE', until: null }, () => enforcement.revokeMessage(messageIDOf(message), span));
  const mute = definition.actions.find(({ kind }) => kind === 'MUTE');
  const until = new Date(at.getTime() + (mute?.minutes ?? 0) * MINUTE);
  const { groupID, sendID: userID } = message;
  if (groupID && until.getTime() > Date.now())
    await attempt({ kind: 'MUTE_MEMBER', until }, () => enforcement.muteMember({ groupID, userID, until }, span));
  return done;
}

/** False for what cannot be done, now or later: somebody who left the group is muted by nobody. Other failures pass. */
async function unlessImpossible(work: () => Promise<void>, log: Logger): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isFinal(error)) throw error;
    log.info({ reason: error.reason }, 'what a rule says cannot be done');
    return false;
  }
}

interface Shown extends Saved {
  readonly neighbours: readonly KeptMessage[];
}

function flagOf({ rule, evidence }: Match, reason: RuleAction['reason'], shown: Shown) {
  const { key, fact, neighbours } = shown;
  const { message } = fact;
  const entries = [...new Set(evidence.flatMap(({ entry }) => entry ?? []))].slice(0, 5);
  return {
    key: `${rule.id} ${key}`,
    subject: { kind: 'MESSAGE', id: messageIDOf(message) } as const,
    reason: reason ?? 'OTHER',
    source: `rule:${rule.definition.name}`,
    note: `Version ${rule.version}${entries.length > 0 ? `: ${entries.join(', ')}` : ''}`,
    weight: null,
    evidence: {
      message: { ...message },
      neighbours: neighbours.map((each) => ({ ...each })),
      profile: null,
      accusedID: message.sendID,
      groupID: message.groupID || null,
      reach: 1,
    },
  };
}
