const ASCII = /^[\x20-\x7e]*$/;

/**
 * What is compared when messages are searched: compatible forms made one (NFKC), one case, no accents. Characters of
 * Chinese, Japanese and Korean stay what they are.
 */
export function spelling(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replaceAll(ACCENTS, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize();
}

/** Of Latin, Greek and Cyrillic letters; in other scripts a mark may be a vowel. */
const ACCENTS = /[\u0300-\u036f]/g;

/** A text, spelled, and where each of its characters stood. */
export interface Spelled {
  readonly text: string;
  /** By place in `text`: the place in what it was made from, of the character that it came from. */
  placeOf(at: number): number;
}

/** The same, so that a match is found again in what somebody wrote. */
export function spelledWithPlaces(text: string): Spelled {
  const spelled = spelling(text);
  // Almost always each character is spelled as one. What is not is taken character by character, which takes longer.
  return spelled.length === text.length ? { text: spelled, placeOf: (at) => at } : characterByCharacter(text);
}

function characterByCharacter(text: string): Spelled {
  const places: number[] = [];
  let spelled = '';
  let at = 0;
  for (const character of text) {
    const piece = spelling(character);
    for (let unit = 0; unit < piece.length; unit += 1) places.push(at);
    spelled += piece;
    at += character.length;
  }
  return { text: spelled, placeOf: (place) => places[place] ?? text.length };
}
