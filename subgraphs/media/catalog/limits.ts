import { badInput } from '../../kit/fault.ts';
import type { Words } from './rows.ts';

/** Stickers of one pack: clients load a pack whole. */
export const MOST_STICKERS = 120;
const MOST_LANGUAGES = 20;
const MOST_KEYWORDS = 30;
const LONGEST_WORD = 50;
export const LONGEST_NAME = 100;
const MOST_GROUPS = 50;

/** One line that people can read. */
export const isLine = (text: string, longest: number): boolean =>
  text.trim() === text && text !== '' && text.length <= longest && !/\p{Cc}/u.test(text);

export function readLine(text: string, field: string): string {
  if (!isLine(text.trim(), LONGEST_NAME))
    throw badInput(field, `1 to ${LONGEST_NAME} characters on one line are expected`);
  return text.trim();
}

/** What an entitlement is called, and a part of what it is granted and asked for by. */
export function readEntitlement(name: string, field: string): string {
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(name))
    throw badInput(
      field,
      'a name like `supporters-2026` is expected: a to z, 0 to 9, `.`, `-`, `_`, 64 characters at most',
    );
  return name;
}

export function readGroupIDs(ids: readonly string[], field: string): readonly string[] {
  if (ids.length > MOST_GROUPS || ids.some((id) => !isLine(id, 128)))
    throw badInput(field, `at most ${MOST_GROUPS} of OpenIM's groupIDs are expected`);
  return [...new Set(ids)];
}

/** What is wrong with a sticker's words; null for nothing. Languages are to be canonical BCP 47 tags. */
export function wrongWords(words: Readonly<Record<string, Words>>): string | null {
  const languages = Object.entries(words);
  if (languages.length > MOST_LANGUAGES) return `at most ${MOST_LANGUAGES} languages are expected`;
  for (const [language, { name, keywords }] of languages) {
    if (!isLanguage(language)) return `${language.slice(0, 30)}: a language tag like en, zh-Hant or und is expected`;
    if (name != null && !isLine(name, LONGEST_NAME))
      return `${language}: a name of 1 to ${LONGEST_NAME} characters is expected`;
    if (keywords.length > MOST_KEYWORDS || keywords.some((word) => !isLine(word, LONGEST_WORD)))
      return `${language}: at most ${MOST_KEYWORDS} keywords of 1 to ${LONGEST_WORD} characters are expected`;
  }
  return null;
}

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
