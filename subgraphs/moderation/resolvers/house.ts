import { badInput } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { ModerationSettingsInput, MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { cannedNotes, removeCannedNote, saveCannedNote } from '../canned-notes.ts';
import { audited } from '../context.ts';
import { readSettings, writeSettings } from '../settings.ts';

export const houseQueries = {
  cannedNotes: (_, __, { db }) => cannedNotes(db),
  moderationSettings: (_, __, { db }) => readSettings(db),
} satisfies QueryResolvers;

export const house = {
  saveCannedNote: async (_, { reason, ...given }, context) => {
    const { note } = await audited(context, reasonOf(reason), async (on) => {
      const saved = await saveCannedNote(given, on);
      return { note: saved, entry: { action: 'moderation.save-note', target: `note:${saved.id}`, after: saved } };
    });
    return note;
  },
  removeCannedNote: async (_, { id, reason }, context) => {
    await audited(context, reasonOf(reason), async (on) => {
      await removeCannedNote(id, on);
      return { entry: { action: 'moderation.remove-note', target: `note:${id}` } };
    });
    return cannedNotes(context.db);
  },
  setModerationSettings: async (_, { input, reason }, context) => {
    const { after } = await audited(context, reasonOf(reason), async (on) => {
      const before = await readSettings(on);
      assertSettings(input);
      const given = Object.entries(input).filter(([, value]) => value != null);
      const settings = { ...before, ...Object.fromEntries(given) };
      await writeSettings(settings, on);
      const entry = { action: 'setting.change', target: 'setting:moderation', before, after: settings };
      return { after: settings, entry };
    });
    return after;
  },
} satisfies MutationResolvers;

const TEN_YEARS = 3_650;
const MOST_RULES = 10;
const MOST_STRIKES = 100;

/** Numbers that mean something: nobody is muted for minus an hour, or after no strike at all. */
function assertSettings({ strikeDays, strikeRules, appealDays }: ModerationSettingsInput): void {
  within(strikeDays, 'input.strikeDays', [1, TEN_YEARS]);
  within(appealDays, 'input.appealDays', [0, 365]);
  if ((strikeRules?.length ?? 0) > MOST_RULES)
    throw badInput('input.strikeRules', `at most ${MOST_RULES} are expected`);
  for (const [at, { strikes, hours }] of (strikeRules ?? []).entries()) {
    within(strikes, `input.strikeRules.${at}.strikes`, [1, MOST_STRIKES]);
    within(hours, `input.strikeRules.${at}.hours`, [1, TEN_YEARS * 24]);
  }
}

function within(value: number | null | undefined, field: string, [least, most]: readonly [number, number]): void {
  if (value != null && (value < least || value > most))
    throw badInput(field, `a number from ${least} to ${most} is expected`);
}
