import { badInput } from '../kit/fault.ts';

/** What somebody wrote, without the spaces around it; null for nothing. Postgres keeps no NUL in a text. */
export function wordsOf(text: string | null | undefined, field: string, most: number): string | null {
  const words = text?.trim() ?? '';
  if (words.length > most || words.includes('\0'))
    throw badInput(field, `at most ${most} characters are expected, none of them NUL`);
  return words === '' ? null : words;
}

/** The same where something is expected. */
export function wordsIn(text: string, field: string, most: number): string {
  const words = wordsOf(text, field, most);
  if (words === null) throw badInput(field, `1 to ${most} characters are expected`);
  return words;
}

/** Ids of ours; whatever else a client names is nothing of ours, and never reaches the database. */
export const isID = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
