import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { KeptMessage } from '../../kit/events.ts';
import { badInput } from '../../kit/fault.ts';
import type { MediaFinding, MediaFindings, MediaOf } from '../../kit/media-findings.ts';
import type { MessageHistory } from '../../kit/message-history.ts';
import { type CompiledRule, compileRule, type Ground } from './compile.ts';
import type { Met } from './conditions/subject.ts';
import { createTally } from './conditions/tally.ts';
import { looksAt, looksAtRoles } from './evaluate.ts';
import { isPeoples, messageIDOf, savedSubject } from './kept-messages.ts';
import { explained } from './provenance.ts';
import type { Definition } from './rule.ts';
import { looksAtMedia } from './rule-book.ts';
import type { RoleInGroup, Staff } from './staff.ts';

export interface DryRun {
  readonly examined: number;
  /** Null: all of the time that was asked for was looked at. */
  readonly stoppedAt: Date | null;
  readonly matched: number;
  readonly users: number;
  readonly groups: number;
  /** Of the matched messages whose case is decided. */
  readonly acted: number;
  readonly notActed: number;
  readonly samples: readonly DryRunSample[];
}

export interface DryRunSample {
  readonly messageID: string;
  readonly evidence: readonly Met[];
}

export interface DryRunParts {
  readonly history: MessageHistory;
  readonly db: Knex;
  readonly ground: Ground;
  readonly serviceUserID: string;
  readonly mediaOf: MediaOf;
  readonly findings: Pick<MediaFindings, 'of'>;
  readonly staff: Pick<Staff, 'role'>;
  readonly signal: AbortSignal;
}

const LONGEST_SPAN = 92 * 86_400_000;
const PAGE = 200;
const MOST_EXAMINED = 100_000;
const MOST_MS = 5_000;
const MOST_SAMPLES = 20;
/** Ids of matched messages that are asked about; more of them change no share. */
const MOST_ASKED = 10_000;

/** What a rule would have held for in a time; writes nothing, and ends by itself. INPUT_INVALID for no or too long a time. */
export async function dryRun(
  definition: Definition,
  span: { readonly from: Date; readonly to: Date },
  parts: DryRunParts,
): Promise<DryRun> {
  const length = span.to.getTime() - span.from.getTime();
  if (!(length > 0 && length <= LONGEST_SPAN)) throw badInput('to', 'a time after `from` is expected, at most 92 days');
  const rule = { id: '', version: 0, at: new Date(), definition };
  const compiled = compileRule(rule, { ...parts.ground, tally: createTally() }, 'input');
  const run = { examined: 0, users: new Set<string>(), groups: new Set<string>(), matched: [] as DryRunSample[] };
  const asking = { media: looksAtMedia(definition), roles: looksAtRoles(definition) };
  const stoppedAt = await walk(span, { ...parts, ...asking }, (message, known) => {
    run.examined += 1;
    const evidence = metBy(compiled, message, known);
    if (evidence === null) return;
    run.matched.push({ messageID: messageIDOf(message), evidence: run.matched.length < MOST_SAMPLES ? evidence : [] });
    run.users.add(message.sendID);
    if (message.groupID) run.groups.add(message.groupID);
  });
  const { examined, users, groups, matched } = run;
  const decided = await decisionsOf(
    matched.slice(0, MOST_ASKED).map(({ messageID }) => messageID),
    parts.db,
  );
  const counts = { examined, stoppedAt, matched: matched.length, users: users.size, groups: groups.size };
  const samples = matched.slice(0, MOST_SAMPLES);
  const evidence = await explained(
    samples.map((sample) => sample.evidence),
    parts.db,
  );
  return { ...counts, ...decided, samples: samples.map((sample, at) => ({ ...sample, evidence: evidence[at] ?? [] })) };
}

type Media = readonly MediaFinding[] | null;

/** What a message does not say itself. */
interface KnownOf {
  readonly media: Media;
  /** As it is now: nobody keeps who was what. */
  readonly role: RoleInGroup | null;
}

function metBy(compiled: CompiledRule, message: KeptMessage, known: KnownOf): readonly Met[] | null {
  const at = new Date(message.sendTime || message.createTime);
  const subject = savedSubject(message, { key: messageIDOf(message), at, ...known });
  return looksAt(compiled.rule.definition, subject.happening) ? compiled.test(subject) : null;
}

/** Where it stopped before the end, in messages and in time. */
async function walk(
  span: { readonly from: Date; readonly to: Date },
  parts: DryRunParts & { readonly media: boolean; readonly roles: boolean },
  look: (message: KeptMessage, known: KnownOf) => void,
): Promise<Date | null> {
  const { history, serviceUserID, signal } = parts;
  const end = performance.now() + MOST_MS;
  let seen = 0;
  for (let after: string | null = null; ; ) {
    signal.throwIfAborted();
    const { messages, next } = await history.read(span, { after, limit: PAGE });
    const media = parts.media ? await mediaIn(messages, parts) : () => null;
    for (const message of messages) {
      if (!isPeoples(message, serviceUserID)) continue;
      const { groupID, sendID } = message;
      const role = parts.roles && groupID ? await parts.staff.role(groupID, sendID) : null;
      look(message, { media: media(message), role });
    }
    if (next === null) return null;
    seen += messages.length;
    if (seen >= MOST_EXAMINED || performance.now() > end) return new Date(messages.at(-1)?.sendTime ?? span.from);
    after = next;
    await turn();
  }
}

/** What is known of the files of these messages, asked for together. */
async function mediaIn(
  messages: readonly KeptMessage[],
  { mediaOf, findings }: DryRunParts,
): Promise<(message: KeptMessage) => Media> {
  const files = new Map(messages.map((message) => [message, mediaOf(message).map(({ id }) => id)]));
  const found = await findings.of([...new Set([...files.values()].flat())]);
  return (message) => (files.get(message) ?? []).flatMap((id) => found.get(id) ?? []);
}

/** What moderators thought of these messages, where they decided. */
async function decisionsOf(messageIDs: readonly string[], db: Knex): Promise<Pick<DryRun, 'acted' | 'notActed'>> {
  const { rows } = await db.raw<{ rows: { acted: string; decided: string }[] }>(
    `select count(*) as decided, count(*) filter (where acted) as acted from (
       select bool_or(actions.kind not in ('DISMISS', 'UNBAN_USER', 'UNMUTE_MEMBER')) as acted
         from moderation.cases
         join moderation.actions on actions.case_id = cases.id and actions.round = cases.round
        where cases.subject_kind = 'MESSAGE' and cases.state = 'RESOLVED' and cases.subject_id = any(?)
          and actions.state = 'DONE' and actions.decided_by is not null
        group by cases.id) as opinions`,
    [messageIDs as string[]],
  );
  const [row] = rows;
  const acted = Number(row?.acted ?? 0);
  return { acted, notActed: Number(row?.decided ?? 0) - acted };
}
