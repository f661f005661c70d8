import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from '../start-refused.ts';
import { type Account, ownerOf } from './account.ts';
import type { Binaries } from './binaries.ts';
import { HERE, SUPERUSER } from './settings.ts';

/** Half-made clusters of a start that was cut off. */
const UNFINISHED = 'unfinished-';

/** The Postgres major that wrote a cluster; null when there is none yet. */
export async function majorOf(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : Number.parseInt(text, 10);
}

export function checkMajor(found: number, binaries: Binaries, dataDir: string): void {
  if (found === binaries.major) return;
  throw new StartRefused(
    `${dataDir} holds data of PostgreSQL ${found}, and the embedded one is ${binaries.major}. Start the release that made it and dump the data with pg_dump, or set DATA_DIR to an empty folder, or DATABASE_URL to a database of yours.`,
  );
}

/**
 * Makes a cluster whose text sorts and compares the same on every machine (Postgres' own C.UTF-8). It gets its
 * name when it is complete.
 */
export async function createCluster(options: {
  folder: string;
  cluster: string;
  binaries: Binaries;
  account: Account;
  password: string;
  /** A folder that the account can read. */
  scratch: string;
}): Promise<void> {
  const { folder, account, scratch } = options;
  await removeUnfinished(folder);
  const growing = await mkdtemp(join(folder, UNFINISHED));
  const passwordFile = join(scratch, 'password');
  const { uid, gid } = ownerOf(account);
  try {
    await chown(growing, uid, gid);
    await writeFile(passwordFile, options.password, { mode: 0o600 });
    await chown(passwordFile, uid, gid);
    await runInitdb({ initdb: options.binaries.initdb, passwordFile, cwd: growing, account });
    await rename(growing, options.cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(growing, { recursive: true, force: true });
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true, force: true });
}

async function runInitdb(run: { initdb: string; passwordFile: string; cwd: string; account: Account }): Promise<void> {
  // macOS has no C.UTF-8 in its C library; only the classes of characters come from there.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`];
  const auth = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${run.passwordFile}`];
  const rest = ['--encoding=UTF8', '--no-instructions', '--pgdata', HERE];
  try {
    const as = { ...run.account, cwd: run.cwd, env: { TZ: 'UTC' } };
    await promisify(execFile)(run.initdb, [...locale, ...auth, ...rest], as);
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw initdbRefusal(stderr?.trim() ?? '', error);
  }
}

function initdbRefusal(stderr: string, cause: unknown): unknown {
  if (stderr.includes('could not look up effective user ID'))
    return new StartRefused(
      `The embedded Postgres needs a user that /etc/passwd names, and uid ${process.getuid?.()} is none. Start this program as a named user, or set DATABASE_URL to a database of yours.`,
      { cause },
    );
  if (stderr === '') return cause;
  return new StartRefused(
    `The embedded Postgres could not be set up: ${stderr.split('\n').slice(0, 3).join(' ')}. Set DATA_DIR to another folder, or DATABASE_URL to a database of yours.`,
    { cause },
  );
}
