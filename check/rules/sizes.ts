import type { Rule, SourceFile } from '../tree.ts';
import { type FunctionSpan, functionsOf } from './functions.ts';

/** Lines. The median shows the habit; the tail is what hurts whoever reads. */
export const FILE_BUDGET = { median: 80, p90: 150, most: 300 };
export const FUNCTION_BUDGET = { median: 10, p90: 35, most: 60 };
const MOST_PARAMETERS = 3;

interface Sized {
  readonly name: string;
  readonly lines: number;
}

/** Tests are lists of sentences: they are held to the largest size only, and a list counts without what it lists. */
const isTest = (path: string): boolean => path.startsWith('test/');

export const fileSizes: Rule = ({ sources }) =>
  over(
    sources.map(({ path, lines }) => ({ name: path, lines })),
    { what: 'files', budget: FILE_BUDGET },
  );

export const functionSizes: Rule = ({ sources }) =>
  over(
    sources.flatMap((source) =>
      functionsOf(source).map((span) => ({
        name: placeOf(source, span),
        lines: isTest(source.path) ? span.ownLines : span.lines,
      })),
    ),
    { what: 'functions', budget: FUNCTION_BUDGET },
  );

/** Named functions only: how many a callback takes is for whoever calls it to say. */
export const parameters: Rule = ({ sources }) =>
  sources.flatMap((source) =>
    functionsOf(source)
      .filter((span) => span.named && span.parameters > MOST_PARAMETERS)
      .map(
        (span) =>
          `${placeOf(source, span)}: ${span.parameters} parameters; take an object from ${MOST_PARAMETERS + 1} on.`,
      ),
  );

const placeOf = ({ path }: SourceFile, { line }: FunctionSpan): string => `${path}:${line}`;

function over(all: readonly Sized[], { what, budget }: { what: string; budget: typeof FILE_BUDGET }): string[] {
  const counted = all.filter(({ name }) => !isTest(name)).map(({ lines }) => lines);
  const sizes = counted.sort((a, b) => a - b);
  const at = (share: number): number => sizes[Math.ceil(sizes.length * share) - 1] ?? 0;
  return [
    ...all
      .filter(({ lines }) => lines > budget.most)
      .map(({ name, lines }) => `${name}: ${lines} lines, ${budget.most} are the most.`),
    ...(at(0.5) > budget.median ? [`${what}: the median is ${at(0.5)} lines, ${budget.median} are the most.`] : []),
    ...(at(0.9) > budget.p90 ? [`${what}: one in ten is over ${at(0.9)} lines, ${budget.p90} are the most.`] : []),
  ];
}
