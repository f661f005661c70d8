import { percentile } from '../sample.ts';
import { MARKS, type Mark } from './marks.ts';
import type { Round } from './measure.ts';

/** Of an operation: each contender's rounds, in the order in which they were run. */
export type Rounds = ReadonlyMap<string, readonly Round[]>;

/** The middle of what was seen in the rounds, and the least and the most. */
export interface Figure {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

export interface Row {
  readonly contender: string;
  readonly figures: Readonly<Record<keyof Round, Figure>>;
  /** Requests a second and p99 to those of the same round of the other. */
  readonly against: Readonly<Record<string, { readonly rate: Figure; readonly p99: Figure; readonly cpu: Figure }>>;
  /** Why its figures say little; null where they can be believed. */
  readonly noise: string | null;
}

const KEYS = [
  'rate',
  'p50',
  'p99',
  'cpu',
  'cpuBelow',
  'rss',
  'calls',
  'unknown',
  'disturbed',
] as const satisfies readonly (keyof Round)[];
/** Of the contender's cores, that others may have in the middle round; and how far a half of the ratios may lie apart. */
const MOST_DISTURBED = 0.05;
const MOST_SPREAD = 0.2;

const figure = (values: readonly number[]): Figure => ({
  middle: percentile(values, 0.5),
  low: Math.min(...values),
  high: Math.max(...values),
});

const ratios = (mine: readonly Round[], theirs: readonly Round[], key: keyof Round): number[] =>
  mine.map((round, nth) => round[key] / (theirs[nth]?.[key] ?? Number.NaN));

function noiseIn(mine: readonly Round[], floor: readonly Round[]): string | null {
  const unknown = mine.reduce((sum, round) => sum + round.unknown, 0);
  if (unknown > 0) return `OpenIM itself was asked ${unknown} times`;
  const disturbed = percentile(
    mine.map((round) => round.disturbed),
    0.5,
  );
  if (disturbed > MOST_DISTURBED) return `others had ${(disturbed * 100).toFixed(0)} % of its cores`;
  const seen = ratios(mine, floor, 'rate');
  const spread = (percentile(seen, 0.75) - percentile(seen, 0.25)) / percentile(seen, 0.5);
  return spread > MOST_SPREAD ? `half of its rounds lie ${(spread * 100).toFixed(0)} % apart` : null;
}

export function rowsOf(rounds: Rounds): Row[] {
  const floor = rounds.get('rest') ?? [];
  return [...rounds].map(([contender, mine]) => ({
    contender,
    figures: Object.fromEntries(KEYS.map((key) => [key, figure(mine.map((round) => round[key]))])) as Row['figures'],
    against: Object.fromEntries(
      [...rounds].map(([name, theirs]) => {
        const of = (key: keyof Round): Figure => figure(ratios(mine, theirs, key));
        return [name, { rate: of('rate'), p99: of('p99'), cpu: of('cpu') }];
      }),
    ),
    noise: noiseIn(mine, floor),
  }));
}

const WIDE = 24;
const COLUMNS = ['rps', 'p50 ms', 'p99 ms', 'CPU µs', 'RSS MB', 'calls'];

const ratio = (seen: Figure | undefined): string =>
  seen === undefined ? '' : `×${seen.middle.toFixed(2)} (${seen.low.toFixed(2)}–${seen.high.toFixed(2)})`;

/** A table for a person. */
export function tableOf(operation: string, rows: readonly Row[]): string {
  const heads = ['rps : rest', 'rps : apollo', 'p99 : rest'].map((head) => head.padStart(WIDE)).join('');
  const title = `${operation.padEnd(12)}${COLUMNS.map((column) => column.padStart(9)).join('')}${heads}`;
  const lines = rows.map(({ contender, figures, against, noise }) => {
    const { rate, p50, p99, cpu, rss, calls } = figures;
    const cells = [
      ...[rate.middle.toFixed(0), p50.middle.toFixed(2), p99.middle.toFixed(2), cpu.middle.toFixed(0)],
      ...[(rss.middle / 1e6).toFixed(0), calls.middle.toFixed(2)],
    ];
    const others = [against.rest?.rate, against.apollo?.rate, against.rest?.p99].map(ratio);
    const said = noise === null ? '' : `   noisy: ${noise}`;
    return `${contender.padEnd(12)}${cells.map((cell) => cell.padStart(9)).join('')}${others.map((cell) => cell.padStart(WIDE)).join('')}${said}`;
  });
  return [title, ...lines].join('\n');
}

/** What was set as a mark for ours, and where it is. */
export function marksOf(found: Readonly<Record<string, readonly Row[]>>): readonly string[] {
  return MARKS.flatMap((mark) => {
    const seen = found[mark.operation]?.find(({ contender }) => contender === 'ours')?.against[mark.against]?.[mark.of];
    return seen === undefined ? [] : [lineOf(mark, seen.middle)];
  });
}

/** Whether ours is below this share of a mark that it can be held to here. */
export const fallsBelow = (found: Readonly<Record<string, readonly Row[]>>, share: number): boolean =>
  MARKS.filter(({ of }) => of === 'rate').some(({ operation, against, least }) => {
    const seen = found[operation]?.find(({ contender }) => contender === 'ours')?.against[against]?.rate.middle;
    return seen !== undefined && seen < least * share;
  });

function lineOf({ operation, of, against, least, aim, below }: Mark, seen: number): string {
  const reaches = (bound: number): boolean => (below ? seen <= bound : seen >= bound);
  const verdict = reaches(aim) ? 'reaches the aim' : reaches(least) ? 'reaches the least' : 'misses';
  const what = `${of === 'rate' ? 'rps' : of} of ${operation}, ours : ${against}`;
  return `${what.padEnd(36)} ×${seen.toFixed(2)}  ${verdict} (${below ? 'at most' : 'at least'} ${least}, aim ${aim})`;
}
