import { fold } from './fold.ts';

const LONGEST_WORD = 200;

/** Why a line cannot be a word of a list; null where it can, or is empty. */
export function whyNot(line: string): string | null {
  const word = line.trim();
  if (word === '') return null;
  if (word.length > LONGEST_WORD) return `at most ${LONGEST_WORD} characters are expected`;
  if (/[\r\n\0]/.test(word) || !word.isWellFormed()) return 'one line of whole characters is expected';
  const read = fold(word).units.some((unit) => unit !== 0x20);
  return read ? null : 'something that can be read is expected';
}
