import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../../../kit/fault.ts';
import type { StickerUploads } from '../../../kit/sticker-files.ts';
import type { Pool } from '../../workers/pool.ts';
import type { Prepared } from '../pictures/prepare.ts';
import type { PackKind, StickerRow, Words } from '../rows.ts';
import { ArchiveFault, readArchive } from './archive.ts';
import { readManifest } from './manifest.ts';

/** A picture that lies in `media.sticker_files`, as a row of a sticker names it. */
export type KeptPicture = Pick<
  StickerRow,
  'file' | 'mime_type' | 'size' | 'width' | 'height' | 'animated' | 'colour'
> & {
  /** Base64: it stands in JSON. */
  readonly thumb_hash: string;
};

export interface UploadedSticker {
  readonly name: string;
  readonly words: Readonly<Record<string, Words>>;
  readonly picture: KeptPicture;
}

/** What was made of an upload. */
export type Content =
  | { readonly kind: 'PICTURE'; readonly picture: KeptPicture }
  | {
      readonly kind: 'PACK';
      readonly pack: { readonly kind: PackKind; readonly title: string; readonly author: string | null };
      readonly stickers: readonly UploadedSticker[];
    };

const LIFE_MS = 3_600_000;
const MOST_OPEN = 20;
const PICTURE_MS = 30_000;
/** Pictures of an archive that are in work together. */
const AT_ONCE = 2;
const MIME_TYPE = 'image/webp';

/** `prepare` runs in the pool; one archive at a time is in memory. */
export function createUploads({ db, pool }: { db: Knex; pool: Pool }): StickerUploads {
  const turn = pLimit(1);

  async function prepared(name: string, bytes: Buffer): Promise<Prepared> {
    const made = await pool.run('prepareSticker', { bytes }, { timeout: PICTURE_MS }).catch((error: unknown) => {
      if ((error as Error).name === 'AbortError')
        return { refused: `takes more than ${PICTURE_MS / 1000} s to be read` };
      throw error;
    });
    if ('refused' in made) throw new ArchiveFault(`${name}: ${made.refused}`);
    return made;
  }

  async function keep(name: string, bytes: Buffer): Promise<KeptPicture> {
    const { bytes: made, thumb_hash, ...facts } = await prepared(name, bytes);
    const file = `${createHash('sha256').update(made).digest('base64url').slice(0, 32)}.webp`;
    await db
      .table('media.sticker_files')
      .insert({ name: file, mime_type: MIME_TYPE, bytes: Buffer.from(made), kept_at: new Date() })
      .onConflict('name')
      .merge(['kept_at']);
    const hash = Buffer.from(thumb_hash).toString('base64');
    return { file, mime_type: MIME_TYPE, size: made.length, thumb_hash: hash, ...facts };
  }

  async function contentOf(bytes: Buffer): Promise<Content> {
    if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
      return { kind: 'PICTURE', picture: await keep('the file', bytes) };
    const { manifest, pictures } = readManifest(await readArchive(bytes));
    const limit = pLimit(AT_ONCE);
    const kept = await Promise.allSettled([...pictures].map(([name, each]) => limit(() => keep(name, each))));
    const faults = kept.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    const unexpected = faults.find((fault) => !(fault instanceof ArchiveFault));
    if (unexpected !== undefined) throw unexpected;
    if (faults.length > 0) throw new ArchiveFault(faults.map((fault) => (fault as Error).message).join('; '));
    const { kind, title, author = null, stickers } = manifest;
    return {
      kind: 'PACK',
      pack: { kind, title, author },
      stickers: stickers.map(({ name, words }, nth) => ({ name, words, picture: fulfilled(kept[nth]) })),
    };
  }

  return {
    take: (bytes, adminID) =>
      turn(async () => {
        await refuseMore(adminID, db);
        const content = await contentOf(bytes).catch((error: unknown) => {
          throw error instanceof ArchiveFault ? new Fault('STICKER_UPLOAD_REFUSED', { detail: told(error) }) : error;
        });
        const row = { id: sortableID(), admin_id: adminID, expires_at: new Date(Date.now() + LIFE_MS) };
        await db.table('media.sticker_uploads').insert({ ...row, content: JSON.stringify(content) });
        const stickers = content.kind === 'PACK' ? content.stickers.length : 1;
        return { id: row.id, kind: content.kind, stickers, expiresAt: row.expires_at };
      }),
  };
}

const MOST_TOLD = 2_000;
const told = ({ message }: Error): string => (message.length > MOST_TOLD ? `${message.slice(0, MOST_TOLD)}…` : message);

function fulfilled(kept: PromiseSettledResult<KeptPicture> | undefined): KeptPicture {
  if (kept?.status !== 'fulfilled') throw new TypeError('A picture of the manifest was not prepared.');
  return kept.value;
}

async function refuseMore(adminID: string, db: Knex): Promise<void> {
  const open = db.table('media.sticker_uploads').where({ admin_id: adminID }).where('expires_at', '>', new Date());
  const [counted] = await open.count<{ count: string }[]>({ count: '*' });
  if (Number(counted?.count ?? 0) >= MOST_OPEN) throw new Fault('STICKER_UPLOADS_OPEN', { most: MOST_OPEN });
}

/** What an admin has uploaded; it is used up by that, in the transaction that uses it. */
export async function takeUpload<Kind extends Content['kind']>(
  { id, adminID, kind }: { readonly id: string; readonly adminID: string; readonly kind: Kind },
  on: Knex.Transaction,
): Promise<Extract<Content, { kind: Kind }>> {
  const [row] = await on
    .table('media.sticker_uploads')
    .where({ id, admin_id: adminID })
    .where('expires_at', '>', new Date())
    .delete('content');
  const content = (row as { content: Content } | undefined)?.content;
  if (content?.kind !== kind)
    throw badInput(
      'uploadID',
      `the id that POST /stickers/uploads gave for ${kind === 'PACK' ? 'an archive' : 'a picture'}, not used yet and not older than an hour, is expected`,
    );
  return content as Extract<Content, { kind: Kind }>;
}

/** Uploads that nobody used in time, and pictures that no sticker shows. */
export async function sweepUploads(db: Knex): Promise<void> {
  await db.table('media.sticker_uploads').where('expires_at', '<=', new Date()).delete();
  await db
    .table('media.sticker_files as f')
    .where('f.kept_at', '<', new Date(Date.now() - 24 * LIFE_MS))
    .whereRaw('not exists (select from media.stickers s where s.file = f.name)')
    .delete();
}
