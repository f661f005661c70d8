import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { createRedisStore } from '../../subgraphs/kit/redis-store.ts';
import { log, span } from '../openim-rest/double.ts';
import { openWorld, type World } from '../openim-rest/world.ts';
import { startRedis } from './servers.ts';

const PROGRAM = new URL('../openim-rest/node.ts', import.meta.url).pathname;

/** Two processes of ours ask OpenIM fifty times each, all at once, as Ann. */
async function askFromTwoProcesses(world: World, redisURL: string): Promise<string[]> {
  const children = [1, 2].map(() => spawn(process.execPath, [PROGRAM, world.apiURL, redisURL, 'ann', '50']));
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  const answers = children.map(lastWords);
  for (const child of children) child.stdin.write('go\n');
  return Promise.all(answers);
}

async function lastWords(child: ChildProcess): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return Buffer.concat(chunks).toString('utf8').trim();
}

test('a hundred calls from two processes, on a token that OpenIM forgot, make one new token', async (t) => {
  await using redis = await startRedis();
  await using world = await openWorld();
  const store = await createRedisStore(redis.url, log);
  t.after(() => store.close());
  await Promise.all(['im:token:ann', 'im:admin:imAdmin'].map((key) => store.delete(key)));

  assert.deepEqual(await askFromTwoProcesses(world, redis.url), ['50 answered', '50 answered']);
  assert.equal(world.calls('/auth/get_user_token'), 1);
  assert.equal(world.calls('/auth/get_admin_token'), 1);

  const { token } = await world.node(store).tokens.token('ann', 5, span());
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  world.refuse(token, 1507);
  assert.deepEqual(await askFromTwoProcesses(world, redis.url), ['50 answered', '50 answered']);
  assert.equal(world.calls('/auth/get_user_token'), 2);
});
