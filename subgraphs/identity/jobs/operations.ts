import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { asAdmin, type Span } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Scope } from '../admins/scopes.ts';
import type { LeavingParts } from '../rights/leaving.ts';
import { leave } from '../rights/leaving.ts';

export type JobKind = 'END_SESSIONS' | 'ADD_TO_GROUP' | 'REMOVE_FROM_GROUP' | 'ERASE';

/** What a kind needs to know besides the users. */
export interface JobDetails {
  readonly groupID: string | null;
}

export interface Task {
  readonly userID: string;
  readonly details: JobDetails;
  /** Nothing is changed: only whether it would be done. */
  readonly dryRun: boolean;
}

/** One thing done to one user. Resolves with whether there was anything to do; a Fault says why it cannot be done. */
export type Operation = (task: Task, span: Span) => Promise<'DONE' | 'SKIPPED'>;

export interface OperationParts extends LeavingParts {
  readonly db: Knex;
  readonly openim: Pick<OpenIM, 'groups' | 'users'>;
}

/** The scope that each kind takes. */
export const SCOPE_OF: Readonly<Record<JobKind, Scope>> = {
  END_SESSIONS: 'sessions:end',
  ADD_TO_GROUP: 'groups:write',
  REMOVE_FROM_GROUP: 'groups:write',
  ERASE: 'users:erase',
};

export function createOperations(parts: OperationParts): Readonly<Record<JobKind, Operation>> {
  const { db, openim, sessions, endings } = parts;

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
      await endings.pay(userID);
      return 'DONE';
    },
  };
}
