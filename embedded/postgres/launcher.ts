import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { FolderInUse, refusalOf, StartRefused } from '../start-refused.ts';
import { type Account, chooseAccount, ownerOf } from './account.ts';
import { findBinaries } from './binaries.ts';
import { checkMajor, createCluster, majorOf } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import { markerOf, stopOrphan } from './orphan.ts';
import { launchServer } from './server.ts';
import { DATABASE, SUPERUSER } from './settings.ts';
import { tempFolder } from './temp-folder.ts';

export interface EmbeddedPostgres {
  /** With the password in it: not for logs. */
  readonly url: string;
  /** Resolves when no process is left; the data stays. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded Postgres on the data in `DATA_DIR/postgres`, making it at the first start. Rejects with
 * StartRefused, whose message says what to do, and leaves nothing running then.
 */
export async function startPostgres({ dataDir, log }: { dataDir: string; log: Logger }): Promise<EmbeddedPostgres> {
  const place = resolve(dataDir);
  const undo = new AsyncDisposableStack();
  try {
    const folder = await openFolder(place);
    undo.defer(lockFolder(folder, place));
    const cluster = join(folder, 'cluster');
    const account = await chooseAccount(cluster);
    const binaries = await findBinaries(account);
    const socketFolder = await createSocketFolder(account);
    undo.defer(() => rm(socketFolder, { recursive: true, force: true }));

    const major = await majorOf(cluster);
    if (major === null) {
      const password = await createPassword(folder);
      await createCluster({ folder, cluster, binaries, account, password, scratch: socketFolder });
    } else checkMajor(major, binaries, place);
    const password = await readPassword(folder);

    await stopOrphan(cluster, log);
    const marker = await markerOf(cluster);
    const server = await launchServer({ postgres: binaries.postgres, cluster, socketFolder, marker, account, log });
    undo.defer(() => server.stop());
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= undo.disposeAsync());
    return { url: urlOf(socketFolder, password), stop };
  } catch (error) {
    await undo.disposeAsync();
    throw refusalOf(error, place);
  }
}

/**
 * For commands that need the same data as a gateway that may be running: its Postgres while it runs, else one of their
 * own, which stops with them.
 */
export async function joinPostgres(options: { dataDir: string; log: Logger }): Promise<EmbeddedPostgres> {
  try {
    return await startPostgres(options);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const folder = join(resolve(options.dataDir), 'postgres');
    const socketFolder = await socketFolderOf(join(folder, 'cluster'));
    if (socketFolder === null) throw error;
    return { url: urlOf(socketFolder, await readPassword(folder)), stop: async () => {} };
  }
}

async function openFolder(place: string): Promise<string> {
  if (process.platform === 'win32')
    throw new StartRefused(
      'There is no embedded Postgres on Windows. Set DATABASE_URL to a database of yours, or use WSL.',
    );
  const folder = join(place, 'postgres');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder, constants.W_OK);
  return folder;
}

/** In the temporary folder, because the path of a socket must be short, and one in DATA_DIR need not be. */
async function createSocketFolder(account: Account): Promise<string> {
  const folder = await mkdtemp(join(await tempFolder(account), 'openim-graphql-'));
  const { uid, gid } = ownerOf(account);
  await chown(folder, uid, gid);
  return folder;
}

async function createPassword(folder: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await rm(join(folder, 'password'), { force: true });
  await writeFile(join(folder, 'password'), password, { mode: 0o600, flag: 'wx' });
  return password;
}

async function readPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  return readFile(file, 'utf8').catch((cause) => {
    throw new StartRefused(
      `The password of the embedded Postgres cannot be read from ${file}: put it back, or set DATA_DIR to an empty folder.`,
      { cause },
    );
  });
}

/** Where a running server listens: the fifth line of its pid file. Null while it is starting. */
async function socketFolderOf(cluster: string): Promise<string | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[4] || null;
}

const urlOf = (socketFolder: string, password: string): string =>
  `postgresql://${SUPERUSER}:${password}@localhost/${DATABASE}?host=${encodeURIComponent(socketFolder)}`;
