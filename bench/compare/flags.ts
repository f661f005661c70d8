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
  /** What grows from round to round, in place of a comparison. */
  readonly grow: Growing | undefined;
  /** For CI: a few seconds, and a failure where ours is far below its marks. */
  readonly short: boolean;
  readonly json: string | undefined;
  readonly profile: string | undefined;
}

export type Growing = 'page' | 'connections';

/** A flag that is wrong: what it is, and what is expected. */
class WrongFlag extends Error {}

const OPTIONS = {
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '2' },
  connections: { type: 'string', default: '32' },
  only: { type: 'string', default: Object.keys(CONTENDERS).join() },
  operations: { type: 'string', default: OPERATIONS.map(({ name }) => name).join() },
  cores: { type: 'string', default: '2' },
  grow: { type: 'string' },
  short: { type: 'boolean', default: false },
  json: { type: 'string' },
  profile: { type: 'string' },
} as const;

const SHORT = { rounds: '3', seconds: '1', only: 'rest,apollo,ours', operations: 'page,me' } as const;

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

function growing(text: string | undefined): Growing | undefined {
  if (text === undefined || text === 'page' || text === 'connections') return text;
  throw new WrongFlag(`--grow must be page or connections, not "${text}"`);
}

export function readFlags(args: readonly string[]): Flags {
  const { values: given } = parseArgs({ args: [...args], options: OPTIONS });
  const values = given.short ? { ...given, ...SHORT } : given;
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
    grow: growing(values.grow),
    short: values.short,
    json: values.json,
    profile: values.profile,
  };
}
