import type { Caller } from '../http/route.ts';
import { Refusal } from '../refusal.ts';

const MOST_BYTES = 1024;

/** Users name objects below their own userID, admins as they like. */
export const checkName = (name: string, caller: Caller): void => {
  if (name === '') throw new Refusal('ArgsError', 'name is empty');
  if (name.startsWith('/')) throw new Refusal('ArgsError', 'name cannot start with `/`');
  if (name.trim() === '') throw new Refusal('ArgsError', 'object name cannot be empty');
  if (Buffer.byteLength(name) > MOST_BYTES)
    throw new Refusal('ArgsError', 'object name cannot be longer than 1024 characters');
  if (!caller.isAdmin && !name.startsWith(`${caller.userID}/`))
    throw new Refusal('NoPermissionError', `name must start with \`${caller.userID}/\``);
};

/** Where clients reach an object: below what the request says of itself, which the server believes of anybody. */
export const addressOf = (name: string, { headers }: Caller): string => {
  const given = headers['x-request-api'];
  const base = typeof given === 'string' && given !== '' ? given : `http://${String(headers.host)}`;
  return `${base.endsWith('/') ? base.slice(0, -1) : base}/object/${name}`;
};
