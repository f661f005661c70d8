import { Fault } from '../../kit/fault.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import type { UserViewer } from '../../kit/viewer.ts';
import type {
  AppealResolvers,
  DecisionResolvers,
  MutationResolvers,
  QueryResolvers,
  StrikeResolvers,
} from '../__generated__/resolvers.ts';
import { decideAppeal } from '../appeals/decide.ts';
import { decisionsAbout } from '../appeals/decisions.ts';
import { makeAppeal } from '../appeals/make.ts';
import { adminOf, audited, type ModerationContext } from '../context.ts';
import { isID, wordsOf } from '../words.ts';
import { carriedOut } from './action.ts';

const LIST = 'decisions';
const LONGEST_ANSWER = 500;
const HOUR = 3_600_000;
const MOST_TRIES = 30;

function userOf({ scope: { viewer } }: ModerationContext): UserViewer {
  if (viewer.kind !== 'user') throw new Fault('USERS_ONLY');
  return viewer;
}

export const appealQueries = {
  decisionsAboutMe: async (_, { first, after }, context) => {
    const { id } = userOf(context);
    const limit = rowsAsked(first);
    const before = after == null ? null : positionOf(LIST, after);
    if (before !== null && !isID(before)) throw new Fault('CURSOR_INVALID', { field: 'after' });
    const found = await decisionsAbout(context.db, id, { limit: limit + 1, before });
    const page = found.slice(0, limit).map((node) => ({ cursor: cursorOf(LIST, node.id), node }));
    return connection(page, { next: found.length > limit, previous: before !== null });
  },
} satisfies QueryResolvers;

export const appealing = {
  appealDecision: (_, { decisionID, text }, context) => {
    const { id: userID } = userOf(context);
    const { changed } = context;
    return context.db.transaction((on) => makeAppeal({ decisionID, userID, text }, { on, changed }));
  },

  appealBan: async (_, { ticket, text }, context) => {
    const { db, store, tickets, changed, scope } = context;
    const { count, resetsIn } = await store.count(`moderation:appeals:${scope.ip}`, HOUR);
    if (count > MOST_TRIES)
      throw new Fault('RATE_LIMITED', { retryAfter: new Date(Date.now() + resetsIn).toISOString() });
    return db.transaction(async (on) => makeAppeal({ ...(await tickets.redeem(ticket, on)), text }, { on, changed }));
  },

  decideAppeal: async (_, { caseID, granted, answer }, context) => {
    const by = adminOf(context);
    const verdict = { caseID, granted, answer: wordsOf(answer, 'answer', LONGEST_ANSWER) };
    return carriedOut(await audited(context, null, (on) => decideAppeal(verdict, by, { ...context, on })), context);
  },
} satisfies MutationResolvers;

export const Appeal: AppealResolvers = {
  createdAt: ({ created_at }) => created_at,
  // Who hears an appeal is the house's business.
  decidedBy: ({ decided_by: id }, _, { scope: { viewer } }) => (id === null || viewer.kind !== 'admin' ? null : { id }),
  decidedAt: ({ decided_at }) => decided_at,
};

export const Decision: DecisionResolvers = {
  createdAt: ({ created_at }) => created_at,
  group: ({ group_id }) => (group_id === null ? null : { id: group_id }),
  reversed: ({ state }) => state === 'REVERSED',
  appealableUntil: ({ appeal, appealableUntil, state }) =>
    appeal === null && state !== 'REVERSED' && appealableUntil.getTime() > Date.now() ? appealableUntil : null,
};

export const Strike: StrikeResolvers = {
  createdAt: ({ created_at }) => created_at,
  expiresAt: ({ expires_at }) => expires_at,
  removedAt: ({ removed_at }) => removed_at,
  case: ({ case_id }, _, { caseByID }) => caseByID.load(case_id),
};
