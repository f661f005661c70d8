import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { StartRefused } from '../start-refused.ts';
import { findProcesses } from './processes.ts';

const FAST_MS = 20_000;
const IMMEDIATE_MS = 5_000;

/**
 * What every process of a cluster carries in its command line: the folder itself, by device and inode, so that a
 * copy of the folder is another cluster and a moved one is the same.
 */
export async function markerOf(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster);
  return `openim-graphql-${dev.toString(16)}-${ino.toString(16)}`;
}

/**
 * Stops a server that outlived the process which had started it. Only called by whoever holds the folder's lock:
 * whatever still runs on this cluster is nobody's. Afterwards nothing runs on it, and its pid file is gone.
 */
export async function stopOrphan(cluster: string, log: Logger): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const marker = await markerOf(cluster);
  const { uid } = await stat(cluster);
  const left = () => findProcesses(uid, marker);

  const orphans = await left();
  if (orphans.length > 0) {
    const postmaster = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    log.info({ pid: postmaster }, 'stopping the embedded Postgres that an earlier run left behind');
    if (orphans.includes(postmaster)) signal(postmaster, 'SIGINT');
    if (!(await gone(left, FAST_MS))) for (const pid of await left()) signal(pid, 'SIGQUIT');
    if (!(await gone(left, IMMEDIATE_MS)))
      throw new StartRefused(
        `A Postgres of an earlier run still uses ${cluster} and does not stop: end the processes ${(await left()).join(', ')} first.`,
      );
  }
  // Postgres itself takes any living process with that number for its own, and would refuse to start.
  await rm(pidFile, { force: true });
}

async function gone(left: () => Promise<readonly number[]>, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while ((await left()).length > 0) {
    if (performance.now() > end) return false;
    await sleep(25);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
