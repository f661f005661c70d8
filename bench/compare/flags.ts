import { parseArgs } from 'node:util';
import { CONTENDERS } from './contenders.ts';
import { OPERATIONS, type Operation } from './operations.ts';

export interface Flags {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly only: readonly string[];
  readonly operations: readonly Operation[];
  readonly cores: string;
  readonly json: string | undefined;
  readonly profile: string | undefined;
}

/** A flag that is wrong: what it is, and what is expected. */
class WrongFlag extends Error {}

const OPTIONS = {
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '2' },
  connections: { type: 'string', default: '32' },
  only: { type: 'string', default: Object.keys(CONTENDERS).join() },
  operations: { type: 'string', default: OPERATIONS.map(({ name }) => name).join() },
  cores: { type: 'string', default: '2' },
  json: { type: 'string' },
  profile: { type: 'string' },
} as const;

function numberIn(flag: string, text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new WrongFlag(`--${flag} must be a number above 0, not "${text}"`);
}

function namesIn(flag: string, text: string, known: readonly string[]): readonly string[] {
  const names = text.split(',');
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return names;
  throw new WrongFlag(`--${flag} knows no "${stranger}"; there are ${known.join(', ')}`);
}

export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const operations = namesIn(
    'operations',
    values.operations,
    OPERATIONS.map(({ name }) => name),
  );
  return {
    rounds: numberIn('rounds', values.rounds),
    seconds: numberIn('seconds', values.seconds),
    connections: numberIn('connections', values.connections),
    only: namesIn('only', values.only, Object.keys(CONTENDERS)),
    operations: OPERATIONS.filter(({ name }) => operations.includes(name)),
    cores: values.cores,
    json: values.json,
    profile: values.profile,
  };
}
