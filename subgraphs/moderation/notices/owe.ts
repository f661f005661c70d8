import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';

export interface Notice {
  readonly userID: string;
  /** By which clients know what they are told. */
  readonly key: string;
  /** JSON. */
  readonly data: string;
}

/** In the transaction of what they are about: they are told until OpenIM has taken them. */
export async function oweNotices(notices: readonly Notice[], on: Knex.Transaction): Promise<void> {
  if (notices.length === 0) return;
  const next_at = new Date();
  const rows = notices.map(({ userID, key, data }) => ({ id: sortableID(), user_id: userID, key, data, next_at }));
  await on.batchInsert('moderation.notices', rows, 1_000);
}
