import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import type { Announce, KeptMessage } from '../../kit/events.ts';
import type { Flags } from '../../kit/flags.ts';
import type { MessageHistory } from '../../kit/message-history.ts';
import type { HeldLetter } from '../../kit/send-held.ts';
import { announcedWaiting } from './announced.ts';

export type HeldState = 'WAITING' | 'RELEASING' | 'RELEASED' | 'DECLINED' | 'EXPIRED' | 'FAILED';

/** A row of `moderation.held_messages`. */
export interface HeldRow {
  readonly id: string;
  readonly user_id: string;
  readonly recipient_id: string | null;
  readonly group_id: string | null;
  readonly platform_id: number;
  readonly content_type: number;
  readonly content: string;
  readonly at_user_ids: readonly string[];
  readonly ex: string;
  readonly digest: string;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly case_id: string;
  readonly state: HeldState;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly explanation: string | null;
  readonly message_id: string | null;
  readonly problem: string | null;
  readonly tries: number;
  readonly created_at: Date;
}

export interface Holding {
  readonly letter: HeldLetter;
  /** What the rule read of it. */
  readonly texts: readonly string[];
  readonly rule: { readonly id: string; readonly version: number; readonly name: string };
}

/** What becomes of a message: it waits, or it may go on because a moderator has let it. */
export type Held = 'WAITING' | 'RELEASED';

export const held = (db: Knex) => db.table('moderation.held_messages');

/** One at a time of the same thing. */
const WAITS: readonly HeldState[] = ['WAITING', 'RELEASING'];

const digestOf = ({ letter: { userID, recipientID, groupID, contentType }, texts }: Holding): string =>
  createHash('sha256')
    .update(JSON.stringify([userID, recipientID, groupID, contentType, texts]))
    .digest('base64url');

export interface HoldParts {
  readonly db: Knex;
  readonly flags: Flags;
  readonly announce: Announce;
  readonly history: Pick<MessageHistory, 'newest'>;
  readonly released: readonly HeldState[];
}

/**
 * Resolves once it is kept, with a case; what waits already is kept once. `released`: in which states it may go on; a
 * message that is met after it was sent was let go before.
 */
export async function hold(holding: Holding, { db, flags, announce, history, released }: HoldParts): Promise<Held> {
  const digest = digestOf(holding);
  return db.transaction(async (on) => {
    // The same thing said twice at once waits for the first to be kept.
    await on.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [digest]);
    const met = [...released, ...WAITS];
    const states: HeldState[] = await held(on).where({ digest }).whereIn('state', met).pluck('state');
    if (states.some((state) => released.includes(state))) return 'RELEASED';
    if (states.length > 0) return 'WAITING';
    const id = sortableID();
    const { caseID } = await flags.flag(flagOf(id, holding, await history.newest(holding.letter)), on);
    const { letter, rule } = holding;
    await held(on).insert({
      ...{ id, digest, rule_id: rule.id, rule_version: rule.version, case_id: caseID },
      ...{ user_id: letter.userID, recipient_id: letter.recipientID, group_id: letter.groupID },
      ...{ platform_id: letter.platformID, content_type: letter.contentType, content: letter.content },
      ...{ at_user_ids: letter.atUserIDs, ex: letter.ex },
    });
    await announce(on, [announcedWaiting({ id, case_id: caseID, user_id: letter.userID })]);
    return 'WAITING';
  });
}

/** The case is about who writes: there is no message yet. */
const flagOf = (id: string, { letter, rule }: Holding, said: readonly KeptMessage[]) => ({
  key: `held:${id}`,
  subject: { kind: 'USER', id: letter.userID } as const,
  reason: 'OTHER' as const,
  source: `rule:${rule.name}`,
  note: `A message waits to be looked at (version ${rule.version} of the rule).`,
  weight: null,
  evidence: {
    message: sightingOf(letter, new Date()),
    neighbours: said.map((message) => ({ ...message })),
    profile: null,
    accusedID: letter.userID,
    groupID: letter.groupID,
    reach: 1,
  },
});

const GROUP_CHAT = 3;
const SINGLE_CHAT = 1;

/** As OpenIM would tell it, had it been sent. */
export const sightingOf = (letter: HeldLetter, at: Date): Readonly<Record<string, unknown>> => ({
  ...{ conversationID: '', seq: 0, serverMsgID: '', clientMsgID: '', sendID: letter.userID },
  ...{ recvID: letter.recipientID ?? '', groupID: letter.groupID ?? '', senderPlatformID: letter.platformID },
  ...{ senderNickname: '', senderFaceURL: '', sessionType: letter.groupID === null ? SINGLE_CHAT : GROUP_CHAT },
  ...{ msgFrom: 100, contentType: letter.contentType, content: letter.content, sendTime: at.getTime() },
  ...{ createTime: at.getTime(), status: 1, atUserIDList: letter.atUserIDs, ex: letter.ex },
});

export const letterOf = (row: HeldRow): HeldLetter => ({
  ...{ userID: row.user_id, recipientID: row.recipient_id, groupID: row.group_id, platformID: row.platform_id },
  ...{ contentType: row.content_type, content: row.content, atUserIDs: row.at_user_ids, ex: row.ex },
});
