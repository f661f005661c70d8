import type { Knex } from 'knex';
import type { OriginalReason } from '../originals/original-fault.ts';

export type MediaState = 'PENDING' | 'READY' | 'FAILED' | 'BLOCKED';

/** Why a file was not read. */
export type ReadFailure = OriginalReason | 'TOO_MANY_PIXELS' | 'TYPE_REFUSED' | 'UNREADABLE';

/** A row of `media.files`. */
export interface FileRow {
  readonly id: string;
  readonly url: string;
  readonly kind: string | null;
  readonly state: MediaState;
  /** Why it is FAILED. */
  readonly reason: ReadFailure | null;
  readonly mime_type: string | null;
  /** Bytes; as text, because Postgres' bigint is. */
  readonly size: string | null;
  /** As shown. */
  readonly width: number | null;
  readonly height: number | null;
  readonly animated: boolean | null;
  /** Seconds. */
  readonly duration: number | null;
  /** 64 numbers, 0 to 255. */
  readonly waveform: readonly number[] | null;
  readonly thumb_hash: Buffer | null;
  /** 0xRRGGBB */
  readonly colour: number | null;
  readonly codec: string | null;
  /** When somebody met it last, give or take a day. */
  readonly seen_at: Date | null;
  readonly version: number;
  readonly phash: Buffer | null;
  readonly sha256: Buffer | null;
}

/** As in `FileRow`: what the workers keep for themselves is not read with each page. */
const COLUMNS = [
  ...[
    'id',
    'url',
    'kind',
    'state',
    'reason',
    'mime_type',
    'size',
    'width',
    'height',
    'animated',
    'duration',
    'waveform',
  ],
  ...['thumb_hash', 'colour', 'codec', 'seen_at', 'version', 'phash', 'sha256'],
];
const BY_ID = `select ${COLUMNS.join(', ')} from media.files where id = any(?)`;

/** Those of these that were met before, by id. Prepared once a connection: every page of messages asks it. */
export async function filesByID(ids: readonly string[], on: Knex): Promise<ReadonlyMap<string, FileRow>> {
  const { rows } = await on.raw<{ rows: FileRow[] }>(BY_ID, [[...ids]]).options({ name: 'media.files by id' });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of these that are no longer to be read. */
export const settledFiles = (ids: readonly string[], on: Knex): Promise<string[]> =>
  on.table('media.files').whereIn('id', ids).whereNot({ state: 'PENDING' }).pluck('id');
