import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { createRedisStore } from '../../subgraphs/kit/redis-store.ts';
import { storeContract } from '../store/contract.ts';
import { openFirewall } from './firewall.ts';
import { startCluster } from './redis-cluster.ts';
import { startRedis } from './servers.ts';

const silent = pino({ level: 'silent' });

describe('the contract, on a Redis server', () => {
  const stack = new AsyncDisposableStack();
  after(() => stack.disposeAsync());
  storeContract('redis', async () => createRedisStore(stack.use(await startRedis()).url, silent));
});

describe('the contract, on a Redis Cluster of three', () => {
  const stack = new AsyncDisposableStack();
  after(() => stack.disposeAsync());
  storeContract('cluster', async () => createRedisStore(stack.use(await startCluster()).url, silent));
});

test('of a Cluster whose node dies, the keys of the others stay in reach', async () => {
  await using cluster = await startCluster();
  const store = await createRedisStore(cluster.url, silent);
  const keys = Array.from({ length: 30 }, (_, i) => `key:${i}`);
  for (const key of keys) await store.set(key, 'value');
  await cluster.nodes[2]?.crash();
  const answers = await Promise.allSettled(keys.map((key) => store.get(key)));
  const lost = answers.filter((answer) => answer.status === 'rejected');
  assert.ok(lost.length > 0 && lost.length < keys.length, `${lost.length} of ${keys.length}`);
  for (const { reason } of lost) assert.equal((reason as Fault).reason, 'STORE_UNAVAILABLE');
  await cluster.nodes[2]?.restart();
  await until(async () =>
    (await Promise.allSettled(keys.map((key) => store.get(key)))).every((a) => a.status === 'fulfilled'),
  );
  await store.close();
});

test('a password is sent, and stands in no line of the log', async () => {
  await using redis = await startRedis(['--requirepass', 'a p@ss%word']);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) });
  const url = redis.url.replace('//', `//:${encodeURIComponent('a p@ss%word')}@`);
  const store = await createRedisStore(url, log);
  await store.set('key', 'value');
  assert.equal(await store.get('key'), 'value');
  await store.set('otp:ann@example.org', 'secret-code');
  await store.hashSet('otp:ann@example.org', { code: 'secret-code' }, 1000).then(
    () => assert.fail('a text is no hash'),
    (error) => log.error({ err: error }),
  );
  await redis.crash();
  await refused(store.set('otp:ann@example.org', 'secret-code'), log);
  await store.close();
  const wrong = await createRedisStore(redis.url.replace('//', '//:wrong-guess@'), log);
  await refused(wrong.get('key'), log);
  await wrong.close();
  assert.ok(lines.length > 0);
  assert.doesNotMatch(lines.join(), /p@ss|p%40ss|wrong-guess|secret-code|ann@example/);
});

test('a Redis that dies is told in an instant, and used again when it is back', async () => {
  await using redis = await startRedis();
  const store = await createRedisStore(redis.url, silent);
  const heard: string[] = [];
  await store.subscribe('news', (message) => heard.push(message));
  await redis.crash();
  await refusedWithin(300, store.get('key'));
  await refusedWithin(
    300,
    store.subscribe('more', () => {}),
  );
  await redis.restart();
  await until(() => store.set('key', 'value').catch(() => false));
  await until(async () => {
    await store.publish('news', 'back');
    return heard.includes('back');
  });
  await store.close();
});

test('a Redis that hangs costs a second, and afterwards nothing', async () => {
  await using redis = await startRedis();
  const store = await createRedisStore(redis.url, silent);
  await store.set('key', 'value');
  redis.signal('SIGSTOP');
  const early = refusedWithin(1200, store.get('key'));
  await sleep(200);
  await Promise.all([early, refusedWithin(1200, store.get('key')), refusedWithin(1200, store.count('hits', 1000))]);
  await sleep(700);
  await refusedWithin(100, store.get('key'));
  redis.signal('SIGCONT');
  await until(async () => (await store.get('key').catch(() => null)) === 'value');
  await store.close();
});

test('subscriptions whose connection a firewall has dropped without a word hear again within seconds', async () => {
  await using redis = await startRedis();
  await using firewall = await openFirewall(redis.port);
  const store = await createRedisStore(`redis://127.0.0.1:${firewall.port}`, silent);
  const heard: string[] = [];
  await store.subscribe('news', (message) => heard.push(message));
  firewall.drop();
  await until(async () => {
    await store.publish('news', 'again').catch(() => {});
    return heard.includes('again');
  });
  await store.close();
});

test('a thousand commands of one tick travel together', async () => {
  await using redis = await startRedis();
  const store = await createRedisStore(redis.url, silent);
  const begin = performance.now();
  await Promise.all(Array.from({ length: 1000 }, (_, i) => store.count(`hits:${i % 10}`, 60_000)));
  assert.ok(performance.now() - begin < 500);
  assert.equal((await store.count('hits:0', 60_000)).count, 101);
  await store.close();
});

test('a start without Redis is a start: the store answers as soon as Redis does', async () => {
  await using redis = await startRedis();
  await redis.crash();
  const begin = performance.now();
  const store = await createRedisStore(redis.url, silent);
  assert.ok(performance.now() - begin < 2500);
  await refusedWithin(100, store.ping());
  await redis.restart();
  await until(() =>
    store.ping().then(
      () => true,
      () => false,
    ),
  );
  await store.close();
});

test('scripts that the server has forgotten are sent again', async () => {
  await using redis = await startRedis();
  const store = await createRedisStore(redis.url, silent);
  const other = await createRedisStore(redis.url, silent);
  await store.count('hits', 60_000);
  await store.count('hits', 60_000);
  await redis.crash();
  await redis.restart();
  await until(() =>
    store.ping().then(
      () => true,
      () => false,
    ),
  );
  assert.deepEqual((await store.count('hits', 60_000)).count, 1);
  await Promise.all([store.close(), other.close()]);
});

async function refused(asked: Promise<unknown>, log = silent): Promise<void> {
  await assert.rejects(asked, (error) => {
    log.error({ err: error }, 'refused');
    return error instanceof Fault && error.reason === 'STORE_UNAVAILABLE';
  });
}

async function refusedWithin(milliseconds: number, asked: Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await refused(asked);
  const took = performance.now() - begin;
  assert.ok(took < milliseconds, `refused after ${Math.round(took)} ms`);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    assert.ok(tries < 200, 'it did not recover within ten seconds');
    await sleep(50);
  }
}
