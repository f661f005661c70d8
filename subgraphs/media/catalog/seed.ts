import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';

const FOLDER = join(import.meta.dirname, 'files');
const PACK = { id: 'faces', title: 'Faces', author: 'openim-graphql', published: true, position: 1 };
const PIXELS = 160;

/** Our own stickers, drawn for this project: the ones that are always there. Each is `files/<name>.png`. */
const STICKERS: readonly { readonly name: string; readonly keywords: readonly string[] }[] = [
  { name: 'smile', keywords: ['happy', 'hello', '微笑', '开心'] },
  { name: 'laugh', keywords: ['fun', 'haha', '大笑', '哈哈'] },
  { name: 'wink', keywords: ['joke', 'flirt', '眨眼'] },
  { name: 'cry', keywords: ['sad', 'tears', '哭', '难过'] },
  { name: 'love', keywords: ['adore', 'eyes', '喜欢', '爱'] },
  { name: 'wow', keywords: ['surprise', 'oh', '惊讶'] },
  { name: 'heart', keywords: ['love', 'thanks', '心', '爱'] },
  { name: 'broken', keywords: ['heartbreak', 'sad', '心碎'] },
];

/** The bytes of each sticker's picture, by the name under which the gateway serves it. */
export const readFiles = (): ReadonlyMap<string, Buffer> =>
  new Map(STICKERS.map(({ name }) => [`${name}.png`, readFileSync(join(FOLDER, `${name}.png`))]));

/** Puts our own pack into the catalog; what an operator changed of it since stays. */
export async function seedCatalog(db: Knex, files: ReadonlyMap<string, Buffer>): Promise<void> {
  await db.table('media.sticker_packs').insert(PACK).onConflict('id').ignore();
  const rows = STICKERS.map(({ name, keywords }, at) => ({
    id: `${PACK.id}-${name}`,
    pack_id: PACK.id,
    name,
    keywords,
    file: `${name}.png`,
    mime_type: 'image/png',
    size: files.get(`${name}.png`)?.length ?? 0,
    width: PIXELS,
    height: PIXELS,
    position: at + 1,
  }));
  await db.table('media.stickers').insert(rows).onConflict('id').ignore();
}
