import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { badInput } from '../../kit/fault.ts';

const SHORTEST = 12;
/** Longer ones are no safer, and hashing takes memory. */
const LONGEST = 256;

const nobody = hash(randomBytes(16));

/** argon2id, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** The same work where there is nothing to compare with: how long it takes tells nobody who is an admin. */
export const passwordMatches = async (known: string | null | undefined, password: string): Promise<boolean> =>
  (await verify(known ?? (await nobody), password.slice(0, LONGEST))) && known != null;

export const newPassword = (): string => randomBytes(15).toString('base64url');

/** Throws INPUT_INVALID for what nobody should protect this with. */
export function acceptablePassword(password: string, field: string): string {
  const { length } = Array.from(password);
  if (length < SHORTEST || length > LONGEST)
    throw badInput(field, `${SHORTEST} to ${LONGEST} characters are expected: a few words are better than a few signs`);
  if (new Set(password).size < 5) throw badInput(field, 'more than a few different characters are expected');
  return password;
}
