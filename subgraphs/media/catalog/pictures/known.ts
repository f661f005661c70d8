import type { Knex } from 'knex';
import { type MediaReference, mediaReference } from '../../../kit/media-claim.ts';
import type { StickerRow } from '../rows.ts';

const AT_ONCE = 500;

type Picture = Pick<
  StickerRow,
  'file' | 'mime_type' | 'size' | 'width' | 'height' | 'animated' | 'thumb_hash' | 'colour'
>;

/** A sticker's picture, as any `Media`. */
export const pictureOf = ({ file, mime_type, size, width, height }: Picture, filesURL: string): MediaReference =>
  mediaReference({ kind: 'picture', url: `${filesURL}/${file}`, mimeType: mime_type, size, width, height });

/**
 * Our own pictures need no reading: what is to be known of them is, from when they come into the catalog. Their addresses
 * are those of this gateway, so that another `PUBLIC_URL` makes other files of them.
 */
export async function knowPictures(pictures: readonly Picture[], filesURL: string, on: Knex): Promise<void> {
  const now = new Date();
  const rows = pictures.map((picture) => {
    const { mime_type, size, width, height, animated, thumb_hash, colour } = picture;
    const { id, claim } = pictureOf(picture, filesURL);
    const known = { mime_type, size, width, height, animated, thumb_hash, colour };
    return { id, url: claim.url as string, kind: 'picture', state: 'READY', seen_at: now, read_at: now, ...known };
  });
  // In one order on every node, so that no two wait for each other.
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < unique.length; at += AT_ONCE)
    await on
      .table('media.files')
      .insert(unique.slice(at, at + AT_ONCE))
      .onConflict('id')
      .merge()
      .whereRaw(`files.state in ('PENDING', 'FAILED')`);
}

/** All of the catalog, at the address under which this gateway is reached now. */
export async function knowCatalog(filesURL: string, db: Knex): Promise<void> {
  const columns = ['file', 'mime_type', 'size', 'width', 'height', 'animated', 'thumb_hash', 'colour'] as const;
  await knowPictures(await db.table('media.stickers').select<Picture[]>(...columns), filesURL, db);
}
