import { bounded } from '../../../kit/bounded.ts';
import { lookAlikes } from './confusables.ts';

/** A text as it is read, unit by unit, and where each unit stands in the text as it was written (UTF-16 offsets). */
export interface Folded {
  /** Code points: small letters, look-alikes as what they imitate; any white space is one space. */
  readonly units: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether the unit was written as a digit: 0 is read as o, and "100" is no "loo" for that. */
  readonly digits: readonly boolean[];
}

const SPACE = 0x20;
/** What is one character to who reads it: a letter with its marks, a syllable of Hangul. */
const CHUNKS = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;
/** A Braille pattern without dots is nothing but a space. */
const WHITE = /^[\s\p{Z}\u2800]+$/u;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cn}]/gu;
/** Accents and what "zalgo" piles up; the vowel signs of Indic scripts are letters, and of those scripts. */
const ACCENTS = /\p{Script=Inherited}/gu;
const HANGUL = /\p{Script=Hangul}/u;
const ASCII = /^[\0-\x7f]*$/;

/** Reads a text as a person would: NFKC, without case, accents, what is not seen, and what only looks different. */
export function fold(text: string): Folded {
  const folded = { units: [] as number[], starts: [] as number[], ends: [] as number[], digits: [] as boolean[] };
  const add = (unit: number, start: number, end: number, digit: boolean): void => {
    const last = folded.units.length - 1;
    if (unit === SPACE && folded.units[last] === SPACE) folded.ends[last] = end;
    else {
      folded.units.push(unit);
      folded.starts.push(start);
      folded.ends.push(end);
      folded.digits.push(digit);
    }
  };
  if (ASCII.test(text)) {
    for (let at = 0; at < text.length; at++) {
      const unit = ASCII_UNITS[text.charCodeAt(at)] ?? -1;
      if (unit >= 0) add(unit, at, at + 1, isDigit(text.charCodeAt(at)));
    }
    return folded;
  }
  for (const { 0: chunk, index } of text.matchAll(CHUNKS)) {
    const read = chunk.length === 1 && chunk < '\x80' ? asciiChunk(chunk.charCodeAt(0)) : readChunk(chunk);
    for (const { unit, digit } of read) add(unit, index, index + chunk.length, digit);
  }
  return folded;
}

interface Unit {
  readonly unit: number;
  readonly digit: boolean;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const known = bounded<string, readonly Unit[]>(20_000);

function readChunk(chunk: string): readonly Unit[] {
  const found = known.get(chunk);
  if (found !== undefined) return found;
  const read = unitsOf(chunk);
  // A pile of marks is somebody's game, and not met again.
  if (chunk.length <= 8) known.set(chunk, read);
  return read;
}

function unitsOf(chunk: string): readonly Unit[] {
  if (WHITE.test(chunk)) return [{ unit: SPACE, digit: false }];
  // Lowered through the capital, which is what makes ß "ss" and ς "σ".
  const plain = (text: string): string => text.normalize('NFKC').toUpperCase().toLowerCase();
  const digit = /^\p{Nd}/u.test(chunk);
  const seen = plain(chunk.replace(UNSEEN, ''));
  const read = plain([...seen].map(meant).join('')).replace(UNSEEN, '');
  return [...read].map((each) => ({ unit: WHITE.test(each) ? SPACE : (each.codePointAt(0) ?? SPACE), digit }));
}

/** What a character is taken for; of one with accents, the letter below them. A syllable of Hangul is one letter. */
function meant(character: string): string {
  if (HANGUL.test(character)) return lookAlikes().get(character) ?? character;
  const bare = character.normalize('NFD').replace(ACCENTS, '');
  return [...bare]
    .map((each) => lookAlikes().get(each) ?? each)
    .join('')
    .normalize('NFD')
    .replace(ACCENTS, '');
}

/** By code: what is read, or -1 for what is not seen. */
const ASCII_UNITS = Array.from({ length: 128 }, (_, code) => unitsOf(String.fromCharCode(code))[0]?.unit ?? -1);

function asciiChunk(code: number): readonly Unit[] {
  const unit = ASCII_UNITS[code] ?? -1;
  return unit < 0 ? [] : [{ unit, digit: isDigit(code) }];
}
