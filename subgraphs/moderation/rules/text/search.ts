import { follow } from './automaton.ts';
import { type Folded, fold } from './fold.ts';
import { isUnspaced, isWord, type Reading, spelledApart, written } from './reading.ts';
import { APART, LETTERS, type WordList } from './word-list.ts';

/** Where a word was found: UTF-16 offsets in the text as it was written. */
export interface Found {
  /** Its place in the list. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
  /** Not a part of a longer word. */
  readonly whole: boolean;
}

/** A text, read in every way that words are looked for in it. */
export interface Read {
  readonly folded: Folded;
  readonly readings: readonly Reading[];
}

export function readText(text: string): Read {
  const folded = fold(text);
  const apart = spelledApart(folded);
  return { folded, readings: apart === null ? [written(folded)] : [written(folded), apart] };
}

/** A text that is full of words is one find from there on, to its end. */
const MOST_FOUND = 10_000;

/** Every place where a word of the list stands, by where it ends; twice where two ways of reading find the same. */
export function search(list: WordList, { folded, readings }: Read): Found[] {
  return readings.flatMap((reading) => searchReading({ list, folded, reading }));
}

function searchReading(place: Place): Found[] {
  const { list, reading, folded } = place;
  const found: Found[] = [];
  let state = 0;
  for (let run = 0; run < reading.units.length; run++) {
    state = follow(list.automaton, state, reading.units[run] ?? 0);
    for (let at = state; at > 0; at = list.automaton.outputs[at] ?? 0) found.push(...endingIn(at, run, place));
    const last = found.at(-1);
    if (last === undefined || found.length < MOST_FOUND) continue;
    found.push({ ...last, end: folded.ends.at(-1) ?? last.end });
    break;
  }
  return found;
}

interface Place {
  readonly list: WordList;
  readonly folded: Folded;
  readonly reading: Reading;
}

function endingIn(state: number, lastRun: number, place: Place): Found[] {
  const first = place.list.automaton.firsts[state] ?? 0;
  const count = place.list.automaton.counts[state] ?? 0;
  const found: Found[] = [];
  for (let pattern = first; pattern < first + count && found.length < MOST_FOUND; pattern++) {
    const one = standsAt(pattern, lastRun, place);
    if (one !== null) found.push(one);
  }
  return found;
}

function standsAt(pattern: number, lastRun: number, { list, folded, reading }: Place): Found | null {
  const marks = list.marks[pattern] ?? 0;
  if ((marks & APART) !== 0 && !reading.apart) return null;
  const runStart = list.runStarts[pattern] ?? 0;
  const wanted = list.runs.subarray(runStart, list.runStarts[pattern + 1]);
  const span = spanOf(wanted, lastRun, { folded, reading });
  if (span === null) return null;
  const [first, last] = [reading.members[span.start] ?? 0, reading.members[span.end - 1] ?? 0];
  // Nothing stands between: it was found as it is written, or is no word of its own.
  if (reading.apart && last - first === span.end - 1 - span.start) return null;
  if (hasLetter(folded, first, last) !== ((marks & LETTERS) !== 0)) return null;
  return {
    word: list.words[pattern] ?? 0,
    start: folded.starts[first] ?? 0,
    end: folded.ends[last] ?? 0,
    whole: isEdge(folded, first - 1, first) && isEdge(folded, last, last + 1),
  };
}

/** From three of a letter on, nobody spells: "fuuuck" is "fuck", and "good" is not "god". */
const DRAWN_OUT = 3;

/** Positions among the reading's members, or null where a run is too short, or longer without being drawn out. */
function spanOf(
  wanted: Uint16Array,
  lastRun: number,
  { folded, reading }: Omit<Place, 'list'>,
): { start: number; end: number } | null {
  const firstRun = lastRun - wanted.length + 1;
  let start = reading.from[firstRun] ?? 0;
  let end = (reading.from[lastRun] ?? 0) + (reading.lengths[lastRun] ?? 0);
  for (let at = 0; at < wanted.length; at++) {
    const run = firstRun + at;
    const [has, wants] = [reading.lengths[run] ?? 0, wanted[at] ?? 0];
    if (has < wants) return null;
    const member = reading.members[reading.from[run] ?? 0] ?? 0;
    if (has === wants || (has >= DRAWN_OUT && !folded.digits[member])) continue;
    // At its ends a word may be part of a longer one: it takes what it needs of the run.
    if (at === 0) start += wanted.length === 1 ? 0 : has - wants;
    if (at === wanted.length - 1) end -= has - wants;
    if (at > 0 && at < wanted.length - 1) return null;
  }
  return { start, end };
}

function hasLetter({ units, digits }: Folded, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (!digits[at] && isWord(units[at] ?? 0)) return true;
  return false;
}

/** Between two neighbours: not both of one word. */
function isEdge({ units }: Folded, left: number, right: number): boolean {
  const [a, b] = [units[left], units[right]];
  return a === undefined || b === undefined || !isWord(a) || !isWord(b) || isUnspaced(a) || isUnspaced(b);
}
