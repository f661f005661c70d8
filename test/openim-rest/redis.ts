import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
}

/** A Redis of the test's own on loopback; null on a machine that has none and names none in `REDIS_URL`. */
export async function openRedis(): Promise<OwnRedis | null> {
  const { REDIS_URL } = process.env;
  if (REDIS_URL) return { url: REDIS_URL, async [Symbol.asyncDispose]() {} };
  const folder = await mkdtemp(join(tmpdir(), 'openim-rest-redis-'));
  const port = await freePort();
  const server = spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', folder]);
  const found = await Promise.race([
    once(server.stdout, 'data').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (!found) {
    await rm(folder, { recursive: true });
    return null;
  }
  server.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
