import { type Automaton, buildAutomaton, compareUnits } from './automaton.ts';
import { type Folded, fold } from './fold.ts';
import { isWord, written } from './reading.ts';

/** A list of words, compiled: arrays only, so that it can be built in one thread and searched in another. */
export interface WordList {
  readonly automaton: Automaton;
  /** By pattern, in the automaton's order: the word that it spells, as its place in the list. */
  readonly words: Uint32Array<ArrayBuffer>;
  /** By pattern: {@link APART} and {@link LETTERS}. */
  readonly marks: Uint8Array<ArrayBuffer>;
  /** By pattern: where its runs begin in `runs`; each says how often its unit stands there. */
  readonly runStarts: Uint32Array<ArrayBuffer>;
  readonly runs: Uint16Array<ArrayBuffer>;
  /** The words as they were given, UTF-8, one after the other. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly textStarts: Uint32Array<ArrayBuffer>;
  readonly size: number;
}

/** A word of several, without what separates them: met only where a text is spelled apart. */
export const APART = 1;
/** It has a letter, so digits alone are not it. */
export const LETTERS = 2;

interface Pattern {
  readonly units: readonly number[];
  readonly runs: readonly number[];
  readonly marks: number;
  readonly word: number;
}

/** Words of which nothing is left when they are read (only accents, only what is not seen) match nothing. */
export function compileWords(words: readonly string[]): WordList {
  const patterns = words.flatMap((word, at) => patternsOf(fold(word), at));
  patterns.sort((a, b) => compareUnits(a.units, b.units) || a.word - b.word);
  const runStarts = new Uint32Array(patterns.length + 1);
  patterns.forEach(({ runs }, at) => {
    runStarts[at + 1] = (runStarts[at] ?? 0) + runs.length;
  });
  const runs = new Uint16Array(runStarts.at(-1) ?? 0);
  patterns.forEach((pattern, at) => {
    runs.set(pattern.runs, runStarts[at]);
  });
  return {
    automaton: buildAutomaton(patterns.map(({ units }) => units)),
    words: Uint32Array.from(patterns, ({ word }) => word),
    marks: Uint8Array.from(patterns, ({ marks }) => marks),
    runStarts,
    runs,
    ...packed(words),
    size: words.length,
  };
}

export const wordAt = ({ text, textStarts }: WordList, at: number): string =>
  Buffer.from(text.subarray(textStarts[at], textStarts[at + 1])).toString('utf8');

/** Its arrays' memory, which a thread may give to another. */
export function memoryOf(list: WordList): ArrayBuffer[] {
  const { automaton, size, ...arrays } = list;
  return [...Object.values(automaton), ...Object.values(arrays)].map((array: { buffer: ArrayBuffer }) => array.buffer);
}

function patternsOf(folded: Folded, word: number): Pattern[] {
  const units = trimmed(folded);
  if (units.length === 0) return [];
  const marks = folded.units.some((unit, at) => isWord(unit) && folded.digits[at] !== true) ? LETTERS : 0;
  const letters = units.filter(isWord);
  const whole = patternOf(units, marks, word);
  return letters.length > 1 && letters.length < units.length
    ? [whole, patternOf(letters, marks | APART, word)]
    : [whole];
}

function trimmed({ units }: Folded): readonly number[] {
  const isSpace = (unit: number): boolean => unit === 0x20;
  const first = units.findIndex((unit) => !isSpace(unit));
  return first < 0 ? [] : units.slice(first, units.findLastIndex((unit) => !isSpace(unit)) + 1);
}

function patternOf(units: readonly number[], marks: number, word: number): Pattern {
  const reading = written({ units, starts: [], ends: [], digits: [] });
  return { units: reading.units, runs: reading.lengths, marks, word };
}

function packed(words: readonly string[]): Pick<WordList, 'text' | 'textStarts'> {
  const text = new TextEncoder().encode(words.join(''));
  const textStarts = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    textStarts[at + 1] = (textStarts[at] ?? 0) + Buffer.byteLength(word);
  });
  return { text, textStarts };
}
