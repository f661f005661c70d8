import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

/** The path of a socket has 107 bytes at most; this much of it is ours, below the temporary folder. */
const SOCKET_BYTES = Buffer.byteLength('/openim-graphql-XXXXXX/.s.PGSQL.5432');
const LONGEST = 107 - SOCKET_BYTES;

/** initdb runs postgres through the shell, with nothing but double quotes around its path. */
export const isPlain = (path: string): boolean => !/["$`\\\n]/.test(path);

/**
 * The temporary folder, unless its path is too long for a socket, is read otherwise by a shell, or leads where the
 * account cannot go (root's own TMPDIR).
 */
export async function tempFolder(account: Account): Promise<string> {
  const folder = tmpdir();
  const usable = Buffer.byteLength(folder) <= LONGEST && isPlain(folder);
  return usable && (account === null || (await isOpen(folder))) ? folder : '/tmp';
}

/** Whether everybody may pass through a folder and all above it (of a file: whether everybody may run it). */
export async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return folder === dirname(folder) || isOpen(dirname(folder));
}
