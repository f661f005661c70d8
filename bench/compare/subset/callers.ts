import { readFileSync } from 'node:fs';
import type { World } from '../world.ts';
import type { Caller } from './chat.ts';

/** Who has which bearer token, from the file that the comparison wrote; and OpenIM's admin token. */
export function readCallers(path: string): { callerOf: (authorization: string) => Caller | null; adminToken: string } {
  const { people, adminToken } = JSON.parse(readFileSync(path, 'utf8')) as World;
  const byToken = new Map(people.map((person) => [`Bearer ${person.bearer}`, person]));
  return { callerOf: (authorization) => byToken.get(authorization) ?? null, adminToken };
}
