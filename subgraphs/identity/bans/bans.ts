import type { Knex } from 'knex';
import type { AuditEntry, AuditLog } from '../../kit/audit.ts';
import type { Announce, Announcement } from '../../kit/events.ts';
import type { Store } from '../../kit/store.ts';
import { PLATFORMS } from '../../openim/rest/tokens/policy.ts';
import { holdPerson } from '../accounts.ts';
import { newID } from '../ids.ts';
import { type BanRow, standing } from './ban.ts';
import { announceBan } from './ban-list.ts';
import { give, type OrderParts } from './orders.ts';

/** Lifted in one transaction. */
const BATCH = 100;

export interface NewBan {
  readonly userID: string;
  readonly reason: string;
  readonly until: Date | null;
  readonly evidence: unknown;
  /** The admin; null: a rule of the service. */
  readonly by: string | null;
}

/** Who is kept out. */
export interface Bans {
  /** Bans somebody, and ends all of their sessions; an earlier ban gives way. Answers both. */
  ban(ban: NewBan, on: Knex.Transaction): Promise<{ before: BanRow | null; ban: BanRow }>;
  /** What was lifted; null where no ban stood. What is still owed to OpenIM for it is owed no more. */
  lift(userID: string, by: string | null, on: Knex.Transaction): Promise<BanRow | null>;
  /** Writes down that bans have run out: their people have not been kept out since. */
  liftDue(): Promise<void>;
}

export interface BansParts extends OrderParts {
  readonly db: Knex;
  readonly audit: AuditLog;
  readonly store: Store;
  readonly announce: Announce;
}

/** Bans that have run out, and nobody else is writing down. */
const due = (on: Knex) =>
  on
    .table('identity.bans')
    .whereNull('lifted_at')
    .where('until', '<=', new Date())
    .forUpdate()
    .skipLocked()
    .limit(BATCH)
    .select<BanRow[]>('user_id');

export function createBans({ db, audit, store, announce, ...parts }: BansParts): Bans {
  async function end(userID: string, by: string | null, on: Knex.Transaction): Promise<BanRow | null> {
    const [ban] = await on
      .table('identity.bans')
      .where({ user_id: userID })
      .whereNull('lifted_at')
      .update({ lifted_at: on.raw('least(until, ?)', [new Date()]), lifted_by: by })
      .returning<BanRow[]>('*');
    // Whoever may come back must not be signed out again by what is left of it.
    if (ban !== undefined) await on.table('identity.pending_logouts').where({ order_id: ban.id }).delete();
    announceBan(store, userID, on);
    return ban ?? null;
  }

  async function liftDue(): Promise<void> {
    // Most of the time there is none, and one statement says so.
    if ((await due(db)).length === 0) return;
    await db.transaction(async (on) => {
      const [entries, over]: [AuditEntry[], Announcement[]] = [[], []];
      for (const { user_id } of await due(on)) {
        const ban = await end(user_id, null, on);
        const [action, target] = ['user.ban-ran-out', `user:${user_id}`];
        entries.push({ action, target, reason: null, before: { ban: ban?.id ?? null } });
        if (ban !== null) over.push(unbanned(ban, 'RAN_OUT'));
      }
      await announce(on, over);
      await audit.record('system', entries, on);
    });
  }

  return {
    async ban({ userID, reason, until, evidence, by }, on) {
      await holdPerson(on, userID);
      const before = await end(userID, by, on);
      const id = newID();
      const facts = { id, user_id: userID, reason, until, evidence: JSON.stringify(evidence), banned_by: by };
      const row = { ...facts, created_at: new Date() };
      const [ban] = await on.table('identity.bans').insert(row).returning<BanRow[]>('*');
      await give({ id, userID, platforms: PLATFORMS }, parts, on);
      await announce(on, [banned({ id, userID, until })]);
      return { before, ban: ban as BanRow };
    },
    async lift(userID, by, on) {
      await holdPerson(on, userID);
      const [ban] = await on.table('identity.bans').where({ user_id: userID }).modify(standing).select<BanRow[]>('id');
      if (ban === undefined) return null;
      const lifted = await end(userID, by, on);
      await announce(on, lifted === null ? [] : [unbanned(lifted, 'LIFTED')]);
      return lifted;
    },
    liftDue,
  };
}

const streamOf = (userID: string): string => `user:${userID}`;

const banned = ({ id, userID, until }: { id: string; userID: string; until: Date | null }): Announcement => ({
  key: `ban:${id}`,
  stream: streamOf(userID),
  fact: { kind: 'USER_BANNED', userID, until: until?.toISOString() ?? null },
});

const unbanned = ({ id, user_id: userID }: BanRow, because: 'LIFTED' | 'RAN_OUT'): Announcement => ({
  key: `unban:${id}`,
  stream: streamOf(userID),
  fact: { kind: 'USER_UNBANNED', userID, because },
});
