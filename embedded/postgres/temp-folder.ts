import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

/** The path of a socket has 107 bytes at most; this much of it is ours, below the temporary folder. */
const SOCKET_BYTES = Buffer.byteLength('/openim-graphql-XXXXXX/.s.PGSQL.5432');
const LONGEST = 107 - SOCKET_BYTES;

/** The temporary folder, unless its path is too long for a socket or the account cannot go there (root's own TMPDIR). */
export async function tempFolder(account: Account): Promise<string> {
  const folder = tmpdir();
  const short = Buffer.byteLength(folder) <= LONGEST;
  return short && (account === null || (await isOpen(folder))) ? folder : '/tmp';
}

/** Whether everybody may pass through a folder and all above it. */
async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return folder === dirname(folder) || isOpen(dirname(folder));
}
