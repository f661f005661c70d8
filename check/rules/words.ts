import { basename } from 'node:path';
import { Visitor } from 'oxc-parser';
import type { Rule, SourceFile } from '../tree.ts';

/** Errors without a row of `kit/faults.ts` are for settings, which are told before anybody can be refused. */
const BARE_ERRORS_ALLOWED = /^(test|gateway\/config)\//;

export const bareErrors: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => !BARE_ERRORS_ALLOWED.test(path))
    .flatMap((source) =>
      thrownErrors(source).map(
        (line) => `${source.path}:${line}: throws a bare Error; throw a Fault, or an error of its own class.`,
      ),
    );

function thrownErrors({ program, text }: SourceFile): number[] {
  const found: number[] = [];
  new Visitor({
    ThrowStatement: ({ argument, start }) => {
      const made = argument.type === 'NewExpression' || argument.type === 'CallExpression' ? argument.callee : null;
      if (made?.type === 'Identifier' && made.name === 'Error') found.push(text.slice(0, start).split('\n').length);
    },
  }).visit(program);
  return found;
}

/** Spelled in two parts, so that this file does not find itself. */
const UNFINISHED = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
const SILENCED = new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}|@ts-${'expect-error'}|biome-${'ignore'}`);

/** Words that put something off, and comments that silence the compiler or the linter. */
export const unfinished: Rule = ({ sources }) =>
  sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const word = UNFINISHED.exec(line)?.[0] ?? SILENCED.exec(line)?.[0];
      return word === undefined ? [] : [`${path}:${at + 1}: ${word}.`];
    }),
  );

const HOMELESS = new Set(['utils', 'util', 'common', 'lib', 'types', 'helpers', 'misc', 'shared']);

/** kebab-case files; no folder for what fits nowhere. */
export const names: Rule = ({ sources, folders }) => [
  ...sources
    .filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.ts$/.test(basename(path)))
    .map(({ path }) => `${path}: file names are kebab-case.`),
  ...folders
    .filter((folder) => HOMELESS.has(basename(folder)))
    .map((folder) => `${folder}/: a file that fits nowhere is a missing idea.`),
];
