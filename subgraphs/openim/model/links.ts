import { addressOf } from './json.ts';

/** Addresses as people write them into a sentence: what closes the sentence is not part of them. */
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
const CLOSING = new Set('.,;:!?)]}，。；：！？）】、');
/** Of one text. */
const MOST_LINKS = 100;

/** The web addresses in a text, as they stand in it. */
export const linksIn = (text: string): { url: string }[] =>
  [...text.matchAll(ADDRESS)].slice(0, MOST_LINKS).flatMap(([found]) => {
    const url = addressOf(withoutClosing(found));
    return url === null ? [] : [{ url }];
  });

/** From its end, where a regular expression would begin at each mark of a text that is nothing but marks. */
function withoutClosing(found: string): string {
  let end = found.length;
  while (CLOSING.has(found.charAt(end - 1))) end -= 1;
  return found.slice(0, end);
}
