/** What cannot be seen, or turns round what stands beside it: nothing of a foreign page does that in our list. */
const UNSEEN =
  /[\p{Cc}\p{Co}\p{Cn}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Marks that pile up on one letter until they cover the lines around it. */
const PILE = /(\p{M}{4})\p{M}+/gu;
/** As much of a text is looked at, whatever is kept of it. */
const MOST_READ = 20_000;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One line of at most `most` characters, as people count them; null where nothing is left. */
export function lineOf(text: string | null | undefined, most: number): string | null {
  if (text == null) return null;
  const line = text
    .slice(0, MOST_READ)
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(PILE, '$1')
    .replace(/ +/g, ' ')
    .trim();
  return line === '' ? null : shortened(line, most);
}

function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  let kept = '';
  let count = 0;
  for (const { segment } of segmenter.segment(line)) {
    count += 1;
    if (count > most) return `${kept.trimEnd()}…`;
    // One that is long by itself is no letter.
    if (segment.length <= 32) kept += segment;
  }
  return kept;
}
