import type { Knex } from 'knex';
import type { ActionKind } from './actions/kinds.ts';
import type { StrikeRule } from './strikes/consequence.ts';

/** How the house moderates; admins set it. */
export interface ModerationSettings {
  /** What one moderator proposes and another confirms; a ban with an end needs nobody else. */
  readonly secondOpinion: readonly ActionKind[];
  /** How long a strike counts. */
  readonly strikeDays: number;
  readonly strikeRules: readonly StrikeRule[];
  /** How long after a decision it may be appealed. */
  readonly appealDays: number;
}

const NAME = 'moderation';
const DEFAULTS: ModerationSettings = {
  secondOpinion: ['BAN_USER', 'DISMISS_GROUP'],
  strikeDays: 90,
  strikeRules: [
    { strikes: 3, consequence: 'MUTE_MEMBER', hours: 24 },
    { strikes: 5, consequence: 'BAN_USER', hours: 7 * 24 },
  ],
  appealDays: 14,
};

export async function readSettings(db: Knex): Promise<ModerationSettings> {
  const row = await db.table('moderation.settings').where({ name: NAME }).first<{ value: object } | undefined>('value');
  return { ...DEFAULTS, ...row?.value };
}

export async function writeSettings(settings: ModerationSettings, on: Knex.Transaction): Promise<void> {
  await on
    .table('moderation.settings')
    .insert({ name: NAME, value: JSON.stringify(settings) })
    .onConflict('name')
    .merge({ value: JSON.stringify(settings), updated_at: on.fn.now() });
}
