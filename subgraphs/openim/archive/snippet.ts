import { MOST_SEARCHED } from './entry.ts';
import { spelledWithPlaces } from './spelling.ts';

/** Characters before and after the place that matched. */
const BEFORE = 40;
const AFTER = 100;

/** The place in a text where one of the terms stands, on one line, with a bit around it; else how the text begins. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const line = text
    .slice(0, MOST_SEARCHED)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const spelled = spelledWithPlaces(line);
  const places = terms.map((term) => spelled.text.indexOf(term)).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : spelled.placeOf(Math.min(...places));
  const before = [...line.slice(0, at)];
  const after = [...line.slice(at)];
  return [
    before.length > BEFORE ? '…' : '',
    ...before.slice(-BEFORE),
    ...after.slice(0, AFTER),
    after.length > AFTER ? '…' : '',
  ].join('');
}
