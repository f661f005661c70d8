import type { Knex } from 'knex';
import type { AuditActor, AuditLog } from '../../kit/audit.ts';
import { Fault } from '../../kit/fault.ts';
import { asAdmin, type Span } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Scope } from '../admins/scopes.ts';
import { banOf } from '../bans/ban.ts';
import type { Bans } from '../bans/bans.ts';
import type { LeavingParts } from '../rights/leaving.ts';
import { leave } from '../rights/leaving.ts';

export type JobKind = 'BAN' | 'UNBAN' | 'END_SESSIONS' | 'ADD_TO_GROUP' | 'REMOVE_FROM_GROUP' | 'ERASE';

/** What a kind needs to know besides the users. */
export interface JobDetails {
  readonly groupID: string | null;
  /** RFC 3339; null: for good. */
  readonly until: string | null;
}

export interface Task {
  readonly userID: string;
  readonly details: JobDetails;
  /** The admin who asked for it, and why. */
  readonly by: string;
  readonly reason: string;
  /** Nothing is changed: only whether it would be done. */
  readonly dryRun: boolean;
}

/** One thing done to one user. Resolves with whether there was anything to do; a Fault says why it cannot be done. */
export type Operation = (task: Task, span: Span) => Promise<'DONE' | 'SKIPPED'>;

export interface OperationParts extends LeavingParts {
  readonly db: Knex;
  readonly audit: AuditLog;
  readonly bans: Bans;
  readonly openim: Pick<OpenIM, 'groups' | 'users'>;
}

/** The scope that each kind takes. */
export const SCOPE_OF: Readonly<Record<JobKind, Scope>> = {
  BAN: 'users:ban',
  UNBAN: 'users:ban',
  END_SESSIONS: 'sessions:end',
  ADD_TO_GROUP: 'groups:write',
  REMOVE_FROM_GROUP: 'groups:write',
  ERASE: 'users:erase',
};

export function createOperations(parts: OperationParts): Readonly<Record<JobKind, Operation>> {
  const { db, openim, sessions, endings, erasures } = parts;

  const accountExists = async (userID: string): Promise<void> => {
    const found = await db.table('identity.accounts').where({ user_id: userID }).first('user_id');
    if (found === undefined) throw new Fault('NOT_FOUND', { what: 'The user' });
  };
  const isMember = async (groupID: string, userID: string, span: Span): Promise<boolean> => {
    const [user] = await openim.users.byIDs([userID], asAdmin(span));
    if (user === undefined) throw new Fault('NOT_FOUND', { what: 'The user' });
    return (await openim.groups.membersByIDs(groupID, [userID], asAdmin(span))).length > 0;
  };

  return {
    ...banOperations(parts, accountExists),
    async END_SESSIONS({ userID, dryRun }) {
      await accountExists(userID);
      const alive = db.table('identity.sessions').where({ user_id: userID }).whereNull('ended_at');
      if (dryRun) return (await alive.first('id')) === undefined ? 'SKIPPED' : 'DONE';
      const ended = await db.transaction(async (on) => {
        const rows = await sessions.end((query) => query.where({ user_id: userID }), on);
        await endings.owe(rows, on);
        return rows;
      });
      await endings.pay(userID);
      return ended.length === 0 ? 'SKIPPED' : 'DONE';
    },
    async ADD_TO_GROUP({ userID, details, dryRun }, span) {
      const groupID = details.groupID ?? '';
      if (await isMember(groupID, userID, span)) return 'SKIPPED';
      if (!dryRun) await openim.groups.invite(groupID, [userID], asAdmin(span));
      return 'DONE';
    },
    async REMOVE_FROM_GROUP({ userID, details, dryRun }, span) {
      const groupID = details.groupID ?? '';
      if (!(await isMember(groupID, userID, span))) return 'SKIPPED';
      if (!dryRun) await openim.groups.kick({ groupID, kickedUserIDs: [userID], reason: '' }, asAdmin(span));
      return 'DONE';
    },
    async ERASE({ userID, dryRun }) {
      await accountExists(userID);
      const before = await db.table('identity.erasures').where({ user_id: userID }).first('id');
      if (before !== undefined) return 'SKIPPED';
      if (dryRun) return 'DONE';
      await db.transaction((on) => leave(userID, parts, on));
      erasures.soon();
      await endings.pay(userID);
      return 'DONE';
    },
  };
}

/** The same as `banUser` and `unbanUser`, each with its own entry in the audit log. */
function banOperations(
  { db, audit, bans, endings }: OperationParts,
  accountExists: (userID: string) => Promise<void>,
): Record<'BAN' | 'UNBAN', Operation> {
  const isBanned = async (userID: string): Promise<boolean> => (await banOf(db, userID)) !== null;
  const asked = ({ by }: Task): AuditActor => ({ viewer: { kind: 'admin', id: by, scopes: NO_SCOPES }, from: null });

  return {
    async BAN(task) {
      const { userID, details, by, reason, dryRun } = task;
      await accountExists(userID);
      if (await isBanned(userID)) return 'SKIPPED';
      if (dryRun) return 'DONE';
      const until = details.until === null ? null : new Date(details.until);
      await db.transaction(async (on) => {
        await bans.ban({ userID, reason, until, evidence: null, by }, on);
        const after = { until: details.until };
        await audit.record(asked(task), { action: 'user.ban', target: `user:${userID}`, reason, after }, on);
      });
      await endings.pay(userID);
      return 'DONE';
    },
    async UNBAN(task) {
      const { userID, by, reason, dryRun } = task;
      await accountExists(userID);
      if (!(await isBanned(userID))) return 'SKIPPED';
      if (dryRun) return 'DONE';
      await db.transaction(async (on) => {
        await bans.lift(userID, by, on);
        await audit.record(asked(task), { action: 'user.unban', target: `user:${userID}`, reason }, on);
      });
      return 'DONE';
    },
  };
}

const NO_SCOPES: ReadonlySet<string> = new Set();
