import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { HeldMessageResolvers, MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { adminOf, audited } from '../context.ts';
import { decideHeld } from '../holds/decide.ts';
import { type HeldRow, held, letterOf, sightingOf } from '../holds/hold.ts';
import { readRule } from '../rules/store.ts';
import { isID, wordsOf } from '../words.ts';
import { referenceTo } from './reference.ts';

const LONGEST_EXPLANATION = 1_000;

const listName = (state: string): string => `held messages ${state}`;

export const heldQueries = {
  heldMessages: async (_, { state, first, after }, { db, audit, scope }) => {
    const rows = rowsAsked(first);
    const asked = state ?? 'WAITING';
    const of = () => held(db).where({ state: asked });
    const found = of()
      .orderBy('id')
      .limit(rows + 1)
      .select<HeldRow[]>();
    const position = after == null ? null : positionOf(listName(asked), after);
    if (position !== null && isID(position)) found.where('id', '>', position);
    const [page, [counted]] = await Promise.all([found, of().count<{ count: string }[]>('id')]);
    const shown = page.slice(0, rows);
    const looks = shown.map(({ id }) => ({ action: 'held.look', target: `held:${id}`, reason: null }));
    if (looks.length > 0) await audit.record({ viewer: scope.viewer, from: scope.ip }, looks);
    return connection(
      shown.map((node) => ({ cursor: cursorOf(listName(asked), node.id), node })),
      { next: page.length > rows, previous: position !== null, total: Number(counted?.count ?? 0) },
    );
  },
} satisfies QueryResolvers;

export const decidingHeld = {
  decideHeldMessages: async (_, { input, reason }, context) => {
    const by = adminOf(context);
    const explanation = wordsOf(input.explanation, 'input.explanation', LONGEST_EXPLANATION);
    const decision = { ids: [...new Set(input.ids)], release: input.release, explanation };
    const { rows } = await audited(context, reasonOf(reason), async (on) => ({
      rows: await decideHeld(decision, by, { on, announce: context.announce }),
      entry: { action: input.release ? 'held.release' : 'held.decline', target: null, after: decision },
    }));
    context.held.now();
    if (!input.release) context.notices.now();
    return rows;
  },
} satisfies MutationResolvers;

export const HeldMessage: HeldMessageResolvers = {
  sender: ({ user_id }) => ({ id: user_id }),
  recipient: ({ recipient_id }) => referenceTo(recipient_id),
  group: ({ group_id }) => referenceTo(group_id),
  message: (row) => ({ raw: sightingOf(letterOf(row), row.created_at) }),
  rule: async ({ rule_id }, _, { db }) => (await readRule(rule_id, db)) ?? null,
  case: ({ case_id }, _, { caseByID }) => caseByID.load(case_id),
  createdAt: ({ created_at }) => created_at,
  decidedBy: ({ decided_by }) => referenceTo(decided_by),
  decidedAt: ({ decided_at }) => decided_at,
  sent: ({ message_id }) => referenceTo(message_id),
};
