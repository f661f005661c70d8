import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { factsOf } from './pictures/facts.ts';
import { findableBy } from './words.ts';

const FOLDER = join(import.meta.dirname, 'files');
const PACK = { id: 'faces', title: 'Faces', author: 'openim-graphql', kind: 'STICKERS', position: 1 };
const PIXELS = 160;
const MIME_TYPE = 'image/png';

interface Drawn {
  readonly name: string;
  readonly en: readonly string[];
  readonly zh: { readonly name: string; readonly keywords: readonly string[] };
}

/** Our own stickers, drawn for this project: the ones that are always there. Each is `files/<name>.png`. */
const STICKERS: readonly Drawn[] = [
  { name: 'smile', en: ['happy', 'hello'], zh: { name: '微笑', keywords: ['微笑', '开心'] } },
  { name: 'laugh', en: ['fun', 'haha'], zh: { name: '大笑', keywords: ['大笑', '哈哈'] } },
  { name: 'wink', en: ['joke', 'flirt'], zh: { name: '眨眼', keywords: ['眨眼'] } },
  { name: 'cry', en: ['sad', 'tears'], zh: { name: '哭', keywords: ['哭', '难过'] } },
  { name: 'love', en: ['adore', 'eyes'], zh: { name: '喜欢', keywords: ['喜欢', '爱'] } },
  { name: 'wow', en: ['surprise', 'oh'], zh: { name: '惊讶', keywords: ['惊讶'] } },
  { name: 'heart', en: ['love', 'thanks'], zh: { name: '心', keywords: ['心', '爱'] } },
  { name: 'broken', en: ['heartbreak', 'sad'], zh: { name: '心碎', keywords: ['心碎'] } },
];

/** Puts our own pack into the catalog; what an admin changed of it since stays. */
export async function seedCatalog(db: Knex): Promise<void> {
  const known = await db.table('media.sticker_files').whereLike('name', '%.png').pluck<string[]>('name');
  if (STICKERS.every(({ name }) => known.includes(`${name}.png`))) return;
  const drawn = await Promise.all(STICKERS.map(rowsOf));
  await db.transaction(async (on) => {
    const pack = { ...PACK, state: 'PUBLISHED', published_at: new Date() };
    await on.table('media.sticker_packs').insert(pack).onConflict('id').ignore();
    await on
      .table('media.sticker_files')
      .insert(drawn.map(({ file }) => file))
      .onConflict('name')
      .ignore();
    await on
      .table('media.stickers')
      .insert(drawn.map(({ sticker }, at) => ({ ...sticker, position: at + 1 })))
      .onConflict('id')
      .ignore();
    const words = drawn.flatMap(({ sticker: { id, name, words } }) =>
      findableBy({ name, words: JSON.parse(words) }).map((word) => ({ sticker_id: id, word })),
    );
    await on.table('media.sticker_words').insert(words).onConflict(['sticker_id', 'word']).ignore();
  });
}

async function rowsOf({ name, en, zh }: Drawn) {
  const bytes = await readFile(join(FOLDER, `${name}.png`));
  const sticker = {
    ...{ id: `${PACK.id}-${name}`, pack_id: PACK.id, name, file: `${name}.png`, ...(await factsOf(bytes)) },
    ...{ mime_type: MIME_TYPE, size: bytes.length, width: PIXELS, height: PIXELS },
    words: JSON.stringify({ en: { keywords: en }, zh }),
  };
  return { sticker, file: { name: `${name}.png`, mime_type: MIME_TYPE, bytes } };
}
