import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../subgraphs/kit/store.ts';
import { pubSubContract } from './pub-sub-contract.ts';

/** What every `Store` does, whatever is behind it. `open` is called once, and keys are never used by two tests. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  let store: Store;
  before(async () => {
    store = await open();
  });
  after(() => store.close());

  const says = (what: string, body: (key: string) => Promise<void>): void => {
    test(`${name}: ${what}`, () => body(`contract:${crypto.randomUUID()}`));
  };

  says('a key that was never set is null, empty, and not deleted', async (key) => {
    assert.equal(await store.get(key), null);
    assert.equal(await store.hashGet(key, 'a'), null);
    assert.deepEqual(await store.hashAll(key), {});
    assert.equal(await store.delete(key), false);
    assert.equal(await store.deleteIf(key, ''), false);
    assert.equal(await store.hashDelete(key, 'a'), 0);
  });

  says('a value is kept byte for byte until it is deleted', async (key) => {
    const value = '{"text":"你好 \u0000 👋"}';
    assert.equal(await store.set(key, value), true);
    assert.equal(await store.get(key), value);
    assert.equal(await store.delete(key), true);
    assert.equal(await store.get(key), null);
  });

  says('a value ends with its ttl, and a later set without one makes it stay', async (key) => {
    await store.set(key, 'short', { ttl: 60 });
    await store.set(`${key}:kept`, 'short', { ttl: 60 });
    await store.set(`${key}:kept`, 'long');
    assert.equal(await store.get(key), 'short');
    await sleep(90);
    assert.equal(await store.get(key), null);
    assert.equal(await store.get(`${key}:kept`), 'long');
    await store.delete(`${key}:kept`);
  });

  says('a ttl that has passed already, or is no whole number, is no error', async (key) => {
    await store.set(key, 'gone', { ttl: -5 });
    await store.set(`${key}:b`, 'there', { ttl: 5000.25 });
    await store.hashSet(`${key}:c`, { a: '1' }, -3.5);
    await sleep(10);
    assert.equal(await store.get(key), null);
    assert.equal(await store.get(`${key}:b`), 'there');
    assert.deepEqual(await store.hashAll(`${key}:c`), {});
  });

  says('a claim is granted once until it ends, and reads others with it', async (key) => {
    await store.set(`${key}:b`, 'there');
    const others = [`${key}:a`, `${key}:b`, key];
    assert.deepEqual(await store.claim(key, 60.5, others), { claimed: true, found: [null, 'there', '1'] });
    assert.deepEqual(await store.claim(key, 5_000, others), { claimed: false, found: [null, 'there', '1'] });
    await sleep(90);
    assert.equal(await store.get(key), null);
    const claims = await Promise.all(Array.from({ length: 100 }, () => store.claim(key, 5_000, [])));
    assert.equal(claims.filter(({ claimed }) => claimed).length, 1);
    await store.delete(`${key}:b`);
  });

  says('of a hundred that set a key if it is absent, one does', async (key) => {
    const tries = Array.from({ length: 100 }, (_, i) => store.set(key, String(i), { ttl: 5000, ifAbsent: true }));
    const winners = (await Promise.all(tries)).flatMap((won, i) => (won ? [String(i)] : []));
    assert.deepEqual(winners, [await store.get(key)]);
  });

  says('a lock that ended is free for the next, whom its first owner cannot rob', async (key) => {
    await store.set(key, 'first', { ttl: 40, ifAbsent: true });
    assert.equal(await store.set(key, 'second', { ttl: 5000, ifAbsent: true }), false);
    await sleep(70);
    assert.equal(await store.set(key, 'second', { ttl: 5000, ifAbsent: true }), true);
    assert.equal(await store.deleteIf(key, 'first'), false);
    assert.equal(await store.get(key), 'second');
    assert.equal(await store.deleteIf(key, 'second'), true);
    assert.equal(await store.get(key), null);
  });

  says('a hash keeps its fields apart, and is gone with the last of them', async (key) => {
    await store.hashSet(key, { a: '1', b: '2' }, 5000);
    await store.hashSet(key, { b: '3', ['__proto__']: 'plain' }, 5000);
    assert.equal(await store.hashGet(key, 'b'), '3');
    assert.equal(await store.hashGet(key, 'c'), null);
    assert.deepEqual(Object.entries(await store.hashAll(key)).sort(), [
      ['__proto__', 'plain'],
      ['a', '1'],
      ['b', '3'],
    ]);
    assert.equal(await store.hashDelete(key, 'a', 'b', 'c'), 2);
    assert.equal(await store.hashDelete(key, '__proto__'), 1);
    assert.equal(await store.delete(key), false);
  });

  says('setting nothing in a hash makes none', async (key) => {
    await store.hashSet(key, {}, 5000);
    assert.deepEqual(await store.hashAll(key), {});
    assert.equal(await store.hashDelete(key), 0);
  });

  says('a hash ends at the latest end it was ever given', async (key) => {
    await store.hashSet(key, { long: '1' }, 400);
    await store.hashSet(key, { short: '2' }, 20);
    await sleep(60);
    assert.deepEqual(await store.hashAll(key), { long: '1', short: '2' });
    await store.hashSet(`${key}:b`, { short: '1' }, 20);
    await store.hashSet(`${key}:b`, { long: '2' }, 5000);
    await sleep(60);
    assert.deepEqual(await store.hashAll(`${key}:b`), { short: '1', long: '2' });
    await sleep(350);
    assert.deepEqual(await store.hashAll(key), {});
  });

  says('a window counts everybody, says when it ends, and begins anew', async (key) => {
    const counted = await Promise.all(Array.from({ length: 50 }, () => store.count(key, 1_000)));
    assert.deepEqual(
      counted.map((c) => c.count).sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
    for (const { resetsIn } of counted) assert.ok(resetsIn > 0 && resetsIn <= 1_000, String(resetsIn));
    await sleep(300);
    const late = await store.count(key, 1_000);
    assert.ok(late.count === 51 && late.resetsIn <= 800, JSON.stringify(late));
    await sleep(900);
    assert.equal((await store.count(key, 1_000)).count, 1);
  });

  says('it answers', async () => {
    await store.ping();
  });

  pubSubContract(says, () => store);
}
