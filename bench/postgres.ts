import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pinned } from './program.ts';

const VERSIONS = '/usr/lib/postgresql';

export interface Postgres extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** An installed Postgres (Debian's package) with its own defaults, on a socket in a folder that goes with it. `cores`: as `taskset` names them. */
export async function startPostgres(cores?: string): Promise<Postgres> {
  const version = existsSync(VERSIONS) ? readdirSync(VERSIONS).toSorted().at(-1) : undefined;
  if (version === undefined) throw new TypeError('no Postgres is installed (apt-get install postgresql)');
  const bin = join(VERSIONS, version, 'bin');
  const folder = await mkdtemp(join(tmpdir(), 'bench-postgres-'));
  // Postgres does not run as root.
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '--auth=trust'], { ...account, cwd: '/' });
  const args = ['-D', data, '-k', folder, '-c', 'listen_addresses='];
  const [program = '', ...words] = [...pinned(cores), join(bin, 'postgres'), ...args];
  const child = spawn(program, words, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const line of createInterface({ input: child.stderr })) if (line.includes('ready to accept')) break;
  child.stderr.resume();
  return {
    pid: child.pid ?? 0,
    url: `postgresql://bench@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
