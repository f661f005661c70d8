/** What most file systems take, in characters. */
const LONGEST = 255;
/** Longer ones are no endings. */
const LONGEST_ENDING = 16;
/** Control characters, and those that turn the direction of what stands beside them: `fdp.exe` that reads `exe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A file's name under which it can be saved wherever it is: one that names no folder, hides nothing, and is not too long.
 * Any other character stays what it is. Empty where there is none.
 */
export function fileNameOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/[/\\]/g, '_').trim();
  if (/^\.+$/.test(plain)) return 'file';
  const characters = [...plain];
  if (characters.length <= LONGEST) return plain;
  const ending = /\.[^.\s]+$/.exec(plain)?.[0] ?? '';
  const kept = [...ending].length <= LONGEST_ENDING ? ending : '';
  return characters.slice(0, LONGEST - [...kept].length).join('') + kept;
}
