import type { StickerRow, Words } from './rows.ts';

/** Where the viewer's own language has nothing: what most people read, then what nobody named. */
const FALLBACKS = ['en', 'und'];

/** The first of the viewer's language, the same without its region and script, and the fallbacks that has something. */
function pick<Value>(
  words: StickerRow['words'],
  language: string,
  valueIn: (words: Words) => Value | null,
): Value | null {
  const parts = language.split('-');
  const own = parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
  for (const tag of [...own, ...FALLBACKS, ...Object.keys(words).sort()]) {
    const value = Object.hasOwn(words, tag) ? valueIn(words[tag] as Words) : null;
    if (value !== null) return value;
  }
  return null;
}

/** In the viewer's language; where nobody gave that, as the sticker is called. */
export const nameIn = ({ name, words }: Pick<StickerRow, 'name' | 'words'>, language: string): string => {
  const [base = ''] = language.split('-');
  const named = Object.fromEntries(Object.entries(words).filter(([tag]) => tag.split('-', 1)[0] === base));
  return pick(named, language, (each) => each.name ?? null) ?? name;
};

/** In the viewer's language, else in English, else in whichever there is. */
export const keywordsIn = ({ words }: Pick<StickerRow, 'words'>, language: string): readonly string[] =>
  pick(words, language, ({ keywords }) => (keywords.length > 0 ? keywords : null)) ?? [];

/** As it is compared: case and width of letters make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Everything that a sticker is found by, in any language: whole, and word by word. */
export function findableBy({ name, words }: Pick<StickerRow, 'name' | 'words'>): string[] {
  const said = Object.values(words).flatMap((each) => [each.name ?? '', ...each.keywords]);
  const whole = [name, ...said].map(folded).filter((text) => text !== '');
  return [...new Set(whole.flatMap((text) => [text, ...text.split(' ')]))];
}
