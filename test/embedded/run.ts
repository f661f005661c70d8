import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { markerOf } from '../../embedded/postgres/orphan.ts';
import { findProcesses } from '../../embedded/postgres/processes.ts';

/** One start of the program. */
export interface Run {
  readonly pid: number;
  /** Null when the start was refused. */
  readonly url: string | null;
  /** What it told the person who started it. */
  said(): string;
  /** Sends a signal to it and to whatever shares its terminal, and waits for its end; its exit code or signal. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

interface Program {
  readonly node: string;
  readonly program: string;
  readonly dataDir: string;
  readonly temp: string;
  readonly cwd: string;
  readonly account: { uid?: number; gid?: number };
  /** An argument of the shell's `ulimit`. */
  readonly limit: string | undefined;
}

/** Starts the program and resolves when it is ready, or has ended. */
export async function runProgram(options: Program): Promise<Run> {
  const { node, program, dataDir, temp, cwd, account, limit } = options;
  const shell = ['-c', `${limit ? `ulimit ${limit};` : ''} exec "$@"`, 'sh', node, program, dataDir];
  const child = spawn('/bin/sh', shell, { ...account, cwd, env: { TMPDIR: temp }, detached: true });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  );
  const first = new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
  const line = await Promise.race([first, ended.then(() => null)]);
  const pid = child.pid ?? 0;
  return {
    pid,
    url: line === null ? null : (JSON.parse(line) as { url: string }).url,
    said: () => said,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, signal);
      return ended;
    },
  };
}

/** One statement on a connection of its own. */
export async function query(url: string | null, sql: string): Promise<Record<string, unknown>[]> {
  if (url === null) throw new TypeError('the start was refused: there is nothing to ask');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The processes of the Postgres that runs on a data folder. */
export async function serversOf(dataDir: string): Promise<readonly number[]> {
  const cluster = join(dataDir, 'postgres', 'cluster');
  return findProcesses((await stat(cluster)).uid, await markerOf(cluster));
}

/** Waits until no process of it is left. */
export async function untilGone(dataDir: string): Promise<void> {
  for (let tries = 0; (await serversOf(dataDir)).length > 0; tries += 1) {
    if (tries > 200) throw new TypeError(`still running after ten seconds: ${await serversOf(dataDir)}`);
    await sleep(50);
  }
}
