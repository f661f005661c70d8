/**
 * Runs of a spelled text: of scripts that are written without spaces and of pictographs, and words of all others. A
 * text search configuration of Postgres would depend on the database's locale; these lexemes are the same everywhere.
 */
const RUNS =
  /(?<unspaced>[[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]&&[\p{L}\p{N}\p{M}]]\p{Extended_Pictographic}]+)|(?<word>[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]]+)/gv;

/** Letters of a word that are kept; what is longer is no word. */
const LONGEST_WORD = 64;
/** A word is found by a piece of its middle up to this length, and from so many letters on. */
const LONGEST_IN_PIECES = 32;
const SHORTEST_PIECE = 3;

/** What a text is found by: its words, the ends of its words, and pairs of characters where nothing divides words. */
export function lexemesOf(spelled: string): Set<string> {
  const found = new Set<string>();
  for (const { groups = {} } of spelled.matchAll(RUNS)) {
    const { unspaced, word } = groups;
    if (unspaced !== undefined) for (const pair of pairsOf([...unspaced])) found.add(pair);
    if (word !== undefined) addWord([...word], found);
  }
  return found;
}

/** Each character with the next one; the last alone, so that it is found, too. */
const pairsOf = (characters: readonly string[]): string[] =>
  characters.map((character, at) => character + (characters[at + 1] ?? ''));

function addWord(letters: readonly string[], found: Set<string>): void {
  found.add(letters.slice(0, LONGEST_WORD).join(''));
  if (letters.length > LONGEST_IN_PIECES) return;
  for (let from = 1; from <= letters.length - SHORTEST_PIECE; from += 1)
    found.add(pieceOf(letters.slice(from).join('')));
}

/** The end of a word, which is no word itself. */
const pieceOf = (end: string): string => `-${end}`;

/** How one term, spelled and without spaces, is looked for. */
export interface Term {
  /** For a tsquery; null where there is no letter, digit or pictograph in it. */
  readonly query: string | null;
  /** Whether what the query finds must still be looked at: it says that the parts are there, not that they are one. */
  readonly recheck: boolean;
}

export function termOf(term: string): Term {
  const runs = [...term.matchAll(RUNS)];
  // What a term begins with may be the end of a word. A short one is no lexeme: the rest is looked for, then all of it.
  const telling = runs.filter(
    ({ index, groups = {} }) => index > 0 || [...(groups.word ?? '')].length >= SHORTEST_PIECE || groups.unspaced,
  );
  const parts = (telling.length > 0 ? telling : runs).map(({ groups = {} }) =>
    groups.unspaced === undefined ? wordQuery([...(groups.word ?? '')]) : pairsQuery([...groups.unspaced]),
  );
  const alone = runs.length === 1 && runs[0]?.[0] === term;
  const long = [...term].length > (runs[0]?.groups?.unspaced === undefined ? LONGEST_WORD : 2);
  return { query: parts.length === 0 ? null : parts.join(' & '), recheck: !alone || long };
}

const wordQuery = (letters: readonly string[]): string => {
  const word = letters.slice(0, LONGEST_WORD).join('');
  const begins = `${quoted(word)}:*`;
  return letters.length < SHORTEST_PIECE ? begins : `(${begins} | ${quoted(pieceOf(word))}:*)`;
};

const pairsQuery = (characters: readonly string[]): string =>
  characters.length === 1
    ? `${quoted(characters[0] ?? '')}:*`
    : `(${pairsOf(characters).slice(0, -1).map(quoted).join(' & ')})`;

/** A lexeme in the text of a tsvector or a tsquery. */
export const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
