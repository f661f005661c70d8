import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * UTS #39: what a character looks like, as the characters that it is read as. ASCII stands for itself, so that "pom" is
 * not read as "porn" (m looks like rn); only the digits 0 and 1 are the letters that they imitate.
 */
export const lookAlikes = (): ReadonlyMap<string, string> => {
  read ??= parse(readFileSync(join(import.meta.dirname, 'confusables.txt'), 'utf8'));
  return read;
};

let read: ReadonlyMap<string, string> | undefined;

function parse(file: string): ReadonlyMap<string, string> {
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const pairs = lines.flatMap((line) => {
    const [prototype = '', sources = ''] = line.split(';');
    const meant = charactersOf(prototype);
    return sources.split(' ').map((source): [string, string] => [charactersOf(source), meant === 'rn' ? 'm' : meant]);
  });
  return new Map(pairs.filter(([source]) => /[01\u0080-\u{10ffff}]/u.test(source)));
}

const charactersOf = (codes: string): string =>
  String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16)));
