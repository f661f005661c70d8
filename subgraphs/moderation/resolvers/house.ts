import { reasonOf } from '../../kit/reason.ts';
import type { MutationResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
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
      const given = Object.entries(input).filter(([, value]) => value != null);
      const settings = { ...before, ...Object.fromEntries(given) };
      await writeSettings(settings, on);
      const entry = { action: 'setting.change', target: 'setting:moderation', before, after: settings };
      return { after: settings, entry };
    });
    return after;
  },
} satisfies MutationResolvers;
