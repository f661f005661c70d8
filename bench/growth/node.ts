import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { heapAfterCollection } from './inspector.ts';

const START_MS = 60_000;

/** What the gateway's process takes; memory in bytes. */
export interface Usage {
  readonly rss: number;
  readonly heap: number;
  /** Seconds of processor time since it started. */
  readonly cpu: number;
}

/** The gateway in production, as a process of its own. */
export interface GatewayNode extends AsyncDisposable {
  readonly url: string;
  usage(): Promise<Usage>;
  /** Bytes of its heap that are in use after all else was collected. */
  collected(): Promise<number>;
}

/** Keys as an operator makes them. */
export function newKeys(): Record<string, string> {
  const lines = execFileSync(process.execPath, ['gateway/admin.ts', 'keys'], { encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

/** Resolves when it is ready. `core`: it runs on this one alone. */
export async function startNode(settings: Readonly<Record<string, string>>, core?: number): Promise<GatewayNode> {
  const [port, inspected] = [await freePort(), await freePort()];
  const command = [process.execPath, `--inspect-port=127.0.0.1:${inspected}`, 'gateway/main.ts'];
  const pinned = core === undefined ? command : ['taskset', '-c', String(core), ...command];
  const named = Object.entries({ ...settings, PORT: String(port) }).map(([setting, value]) => `${setting}=${value}`);
  const child = spawn('env', [...named, ...pinned], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  return {
    url,
    usage: () => usageOf(url),
    async collected() {
      child.kill('SIGUSR1');
      return heapAfterCollection(inspected);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_MS;
  while (Date.now() < limit && child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new TypeError('the gateway did not start');
}

async function usageOf(url: string): Promise<Usage> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return {
    rss: value('process_resident_memory_bytes'),
    heap: value('nodejs_heap_size_used_bytes'),
    cpu: value('process_cpu_seconds_total'),
  };
}
