import { createHash } from 'node:crypto';

/** An entry as the chain has it. */
export interface Link {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly target: string | null;
  readonly details_hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of what may be erased: without the salt nobody finds out by trying what it was. */
export const hashOfDetails = (salt: string, details: string): string => sha256(`${salt}\n${details}`);

/** Of an entry and all before it. JSON of a list leaves no doubt where one value ends. */
export const hashOf = (before: string, { seq, at, actor, action, target, details_hash }: Link): string =>
  sha256(JSON.stringify([before, seq, at.toISOString(), actor, action, target, details_hash]));
