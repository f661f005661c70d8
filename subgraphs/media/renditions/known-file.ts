import type { Knex } from 'knex';

/** What is known of a file, as far as a copy of it needs it. */
export interface KnownFile {
  readonly id: string;
  readonly url: string;
  readonly state: string;
  readonly mime_type: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly animated: boolean | null;
  readonly version: number;
}

const COLUMNS = ['id', 'url', 'state', 'mime_type', 'width', 'height', 'animated', 'version'] as const;

export const findFile = async (db: Knex, id: string): Promise<KnownFile | null> =>
  (await db.table('media.files').where({ id }).first<KnownFile | undefined>(COLUMNS)) ?? null;
