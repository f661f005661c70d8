import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';
import { StartRefused } from '../start-refused.ts';
import type { Account } from './account.ts';
import { HERE, settingsFor } from './settings.ts';
import { watchOver } from './watchdog.ts';

const READY = 'database system is ready to accept connections';
/** Long, because after a power cut the log of writes is replayed first. */
const READY_MS = 120_000;
const FAST_STOP_MS = 30_000;

export interface Server {
  /** Resolves when no process of it is left. */
  stop(): Promise<void>;
}

interface Launch {
  readonly postgres: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly marker: string;
  readonly account: Account;
  readonly log: Logger;
}

/** Starts the server and resolves once it takes connections. */
export async function launchServer(launch: Launch): Promise<Server> {
  const { postgres, cluster, account, log } = launch;
  const child = spawn(postgres, ['-D', HERE, ...settingsFor(launch)], {
    ...account,
    cwd: cluster,
    env: { TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A session of its own: Ctrl-C is for us, who then stop it in its turn.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await ready(child, log);
  const dismiss = watchOver(child.pid as number, launch);
  let stopping = false;
  void ended.then(() => {
    dismiss();
    if (!stopping) log.error('the embedded Postgres ended by itself; restart this program');
  });
  return {
    async stop() {
      stopping = true;
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

async function ready(child: ChildProcess, log: Logger): Promise<void> {
  const said: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refuse = (what: string, cause?: unknown): void =>
    reject(new StartRefused(`The embedded Postgres did not start (${what}). ${said.slice(-5).join(' ')}`, { cause }));

  const late = setTimeout(() => child.kill('SIGQUIT'), READY_MS);
  child.once('error', (error) => refuse(error.message, error));
  child.once('close', (code, signal) => refuse(`it ended with ${signal ?? code}`));
  if (child.stderr !== null)
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      tell(log, line);
      if (line.includes(READY)) resolve();
    });
  await promise.finally(() => clearTimeout(late));
}

/** `LOG:  text`, as Postgres writes it. Its FATAL is one connection's end, not the server's. */
function tell(log: Logger, line: string): void {
  const level = line.startsWith('PANIC') ? 'error' : line.startsWith('WARNING') ? 'warn' : 'debug';
  log[level]({ postgres: line }, 'embedded Postgres');
}
