import type { ModerationActionResolvers, MutationResolvers } from '../__generated__/resolvers.ts';
import type { ActionRow } from '../actions/action.ts';
import { confirm, decline } from '../actions/opinions.ts';
import { type Taken, take } from '../actions/take.ts';
import type { CaseRow } from '../cases/case.ts';
import { adminOf, audited, type ModerationContext } from '../context.ts';
import { wordsOf } from '../words.ts';
import { referenceTo } from './reference.ts';

const LONGEST_NOTE = 2_000;
const LONGEST_EXPLANATION = 500;

/** What is decided is done at once, as far as what does it answers; the rest is tried until it is. */
export async function carriedOut({ row, made }: Omit<Taken, 'entry'>, context: ModerationContext): Promise<CaseRow> {
  for (const { ban_id, user_id } of made) if (ban_id !== null && user_id !== null) await context.bans.pay(user_id);
  await Promise.all(made.filter(({ state }) => state === 'OWED').map((action) => context.carrying.attempt(action)));
  context.actionsByCase.clear(row.id);
  context.notices.now();
  return (await context.caseByID.clear(row.id).load(row.id)) ?? row;
}

export const deciding = {
  takeModerationAction: async (_, { input }, context) => {
    const by = adminOf(context);
    const wanted = {
      caseID: input.caseID,
      kind: input.kind,
      note: wordsOf(input.note, 'input.note', LONGEST_NOTE),
      explanation: wordsOf(input.explanation, 'input.explanation', LONGEST_EXPLANATION),
      until: input.until ?? null,
      groupID: input.groupID ?? null,
      version: input.version ?? null,
      keepOpen: input.keepOpen ?? false,
      strike: input.strike ?? false,
    };
    return carriedOut(await audited(context, null, (on) => take(wanted, by, { ...context, on })), context);
  },
  confirmModerationAction: async (_, { id }, context) => {
    const by = adminOf(context);
    return carriedOut(await audited(context, null, (on) => confirm(id, by, { ...context, on })), context);
  },
  declineModerationAction: async (_, given, context) => {
    const by = adminOf(context);
    const note = wordsOf(given.note, 'note', LONGEST_NOTE);
    const { row } = await audited(context, null, (on) => decline(given.id, by, { ...context, on, note }));
    return row;
  },
} satisfies MutationResolvers;

const STATES = {
  PROPOSED: 'PROPOSED',
  DECLINED: 'DECLINED',
  OWED: 'PENDING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  REVERSED: 'REVERSED',
} as const satisfies Record<ActionRow['state'], string>;

export const ModerationAction: ModerationActionResolvers = {
  by: ({ decided_by }) => referenceTo(decided_by),
  group: ({ group_id }) => referenceTo(group_id),
  state: ({ state }) => STATES[state],
  doneAt: ({ done_at }) => done_at,
  opinionBy: ({ opinion_by }) => referenceTo(opinion_by),
  opinionAt: ({ opinion_at }) => opinion_at,
  opinionNote: ({ opinion_note }) => opinion_note,
  createdAt: ({ created_at }) => created_at,
};
