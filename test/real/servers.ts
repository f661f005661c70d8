import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bench/free-port.ts';

/** A private server of the machine's own packages: on a free port of the loopback, with data that goes with it. */
export interface RealServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly folder: string;
  signal(name: NodeJS.Signals): void;
  /** Kills it, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
}

export const startRedis = (args: readonly string[] = []): Promise<RealServer> =>
  start({
    program: find('redis-server', []),
    args: (port, folder) => [...`--port ${port} --bind 127.0.0.1 --dir ${folder} --save`.split(' '), '', ...args],
    ready: /Ready to accept connections/,
    url: (port) => `redis://127.0.0.1:${port}`,
  });

export async function startDebianPostgres(): Promise<RealServer> {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const folders = versions.map((version) => `/usr/lib/postgresql/${version}/bin`);
  const initdb = find('initdb', folders);
  return start({
    program: find('postgres', folders),
    prepare: (folder, account) => {
      execFileSync(initdb, ['-D', join(folder, 'data'), '-U', 'tester', '--auth=trust', '-N'], {
        ...account,
        cwd: '/',
      });
    },
    args: (port, folder) => ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, '-h', '127.0.0.1'],
    ready: /ready to accept connections/,
    url: (port) => `postgresql://tester@127.0.0.1:${port}/postgres`,
  });
}

function childrenOf({ pid = 0 }: ChildProcess): readonly string[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean) : [];
}

interface Recipe {
  readonly program: string;
  readonly prepare?: (folder: string, account: { uid?: number; gid?: number }) => void;
  readonly args: (port: number, folder: string) => string[];
  readonly ready: RegExp;
  readonly url: (port: number) => string;
}

async function start(recipe: Recipe): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), 'real-server-'));
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid);
  recipe.prepare?.(folder, account);
  const port = await freePort();
  const launch = () => launchServer(recipe, { args: recipe.args(port, folder), account });
  let child = await launch();
  const crash = async (): Promise<void> => {
    const gone = once(child, 'exit');
    if (child.exitCode !== null || child.signalCode !== null) return;
    const workers = childrenOf(child);
    child.kill('SIGKILL');
    await gone;
    // What a Postgres has started notices a moment later, and answers until then.
    while (workers.some((pid) => existsSync(`/proc/${pid}`))) await pause(5);
  };
  return {
    port,
    url: recipe.url(port),
    folder,
    signal: (name) => child.kill(name),
    crash,
    async restart() {
      child = await launch();
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGCONT');
      await crash();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function launchServer(
  { program, ready }: Recipe,
  { args, account }: { args: string[]; account: { uid?: number; gid?: number } },
): Promise<ChildProcess> {
  const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const input of [child.stdout, child.stderr])
      createInterface(input).on('line', (line) => {
        said.push(line);
        if (ready.test(line)) resolve();
      });
    child.once('error', reject);
    child.once('exit', () => reject(new TypeError(`${program} did not start: ${said.join('\n')}`)));
  });
  return child;
}

function find(program: string, folders: readonly string[]): string {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', ...folders];
  const found = places.map((place) => join(place, program)).find((file) => existsSync(file));
  if (found === undefined)
    throw new TypeError(`${program} is not installed: these tests need it (apt-get install redis-server postgresql)`);
  return found;
}
