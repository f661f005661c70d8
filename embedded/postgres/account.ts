import { readFile, stat } from 'node:fs/promises';
import { StartRefused } from '../start-refused.ts';

/** Whom Postgres runs as; null is whoever runs this process. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/**
 * Postgres refuses to run as root. Started by root, it runs as the owner of the data that is there already, so that
 * the same folder can be started with and without sudo; new data is given to an unprivileged user that the machine
 * has: no user is ever made. `initdb` asks for the user's name, so it has to be one of /etc/passwd.
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return unprivileged(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

function unprivileged(passwd: string): NonNullable<Account> {
  const accounts = passwd.split('\n').map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
  const found = accounts.find(({ name, uid }) => name === 'nobody' && uid > 0) ?? accounts.find(({ uid }) => uid > 0);
  if (found === undefined)
    throw new StartRefused(
      'Postgres does not run as root, and /etc/passwd names no other user that it could run as. Start this program as another user, or set DATABASE_URL to a database of yours.',
    );
  return { uid: found.uid, gid: found.gid };
}

/** Gives a new folder to the account; only ever called on folders that this process has just made. */
export const ownerOf = (account: Account): { uid: number; gid: number } => ({
  uid: account?.uid ?? -1,
  gid: account?.gid ?? -1,
});
