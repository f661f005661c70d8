import type { Folded } from './fold.ts';

/** Units with each run of the same unit as one: what an automaton walks along. */
export interface Reading {
  /** One for each run; 0 is a gap that no word reaches over. */
  readonly units: readonly number[];
  /** Where each run begins in `folded`'s units, and how long it is. */
  readonly from: readonly number[];
  readonly lengths: readonly number[];
  /** Positions in the folded text of the run's members: they need not be neighbours where separators were left out. */
  readonly members: readonly number[];
  readonly apart: boolean;
}

const GAP = 0;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const remembered = (pattern: RegExp): ((unit: number) => boolean) => {
  const known = new Map<number, boolean>();
  return (unit) => {
    const found = known.get(unit);
    if (found !== undefined) return found;
    const is = unit > 0 && pattern.test(String.fromCodePoint(unit));
    known.set(unit, is);
    return is;
  };
};

/** Letters, digits and the signs that belong to them; everything else separates. */
export const isWord = remembered(WORD);
/** Of scripts that put no spaces between words: any place may be a word's end. */
export const isUnspaced = remembered(UNSPACED);

const isSpace = (unit: number | undefined): boolean => unit === 0x20;

/** As it is written. */
export const written = ({ units }: Folded): Reading =>
  collapse(
    units,
    units.map((_, at) => at),
    false,
  );

/**
 * What is spelled apart, without what stands between: pieces that only punctuation joins ("f.u.c.k", "fu-ck"), and
 * single letters in a row, whatever is between them ("f u c k"). Null where nothing is.
 */
export function spelledApart({ units }: Folded): Reading | null {
  const members: number[] = [];
  const read: number[] = [];
  for (const cluster of clustersOf(units)) {
    if (cluster.length < 2) continue;
    for (const { start, end } of cluster)
      for (let at = start; at < end; at++) {
        members.push(at);
        read.push(units[at] ?? GAP);
      }
    members.push(units.length);
    read.push(GAP);
  }
  return read.length === 0 ? null : collapse(read, members, true);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function clustersOf(units: readonly number[]): Piece[][] {
  const clusters: Piece[][] = [];
  let last: Piece | null = null;
  for (const piece of piecesOf(units)) {
    const joined = last !== null && belong(last, piece, units);
    if (joined) clusters.at(-1)?.push(piece);
    else clusters.push([piece]);
    last = piece;
  }
  return clusters;
}

function* piecesOf(units: readonly number[]): Iterable<Piece> {
  let start = 0;
  for (let at = 0; at <= units.length; at++) {
    if (at < units.length && isWord(units[at] ?? GAP)) continue;
    if (at > start) yield { start, end: at };
    start = at + 1;
  }
}

/** What may stand between two letters of one word; a wider gap is a gap. */
const WIDEST = 8;

function belong(left: Piece, right: Piece, units: readonly number[]): boolean {
  const between = units.slice(left.end, Math.min(right.start, left.end + WIDEST + 1));
  if (between.length > WIDEST) return false;
  return !between.some(isSpace) || (left.end - left.start === 1 && right.end - right.start === 1);
}

function collapse(units: readonly number[], members: readonly number[], apart: boolean): Reading {
  const runs: number[] = [];
  const from: number[] = [];
  const lengths: number[] = [];
  units.forEach((unit, at) => {
    const last = runs.length - 1;
    if (runs[last] === unit) lengths[last] = (lengths[last] ?? 0) + 1;
    else {
      runs.push(unit);
      from.push(at);
      lengths.push(1);
    }
  });
  return { units: runs, from, lengths, members, apart };
}
