import type { Knex } from 'knex';
import type { ActionKind } from './actions/kinds.ts';

/** How the house moderates; admins set it. */
export interface ModerationSettings {
  /** What one moderator proposes and another confirms; a ban with an end needs nobody else. */
  readonly secondOpinion: readonly ActionKind[];
}

const NAME = 'moderation';
const DEFAULTS: ModerationSettings = { secondOpinion: ['BAN_USER', 'DISMISS_GROUP'] };

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
