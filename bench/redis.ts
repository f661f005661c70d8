import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';
import { pinned } from './program.ts';

/** Debian's. */
const PROGRAM = '/usr/bin/redis-server';

export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** An installed Redis on a free port of the loopback, that writes nothing to disk. `cores`: as `taskset` names them. */
export async function startRedis(cores?: string): Promise<RedisServer> {
  if (!existsSync(PROGRAM)) throw new TypeError('no Redis is installed (apt-get install redis-server)');
  const folder = await mkdtemp(join(tmpdir(), 'bench-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const [program = PROGRAM, ...words] = [...pinned(cores), PROGRAM, ...args];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('Ready to accept')) break;
  child.stdout.resume();
  return {
    pid: child.pid ?? 0,
    url: `redis://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
