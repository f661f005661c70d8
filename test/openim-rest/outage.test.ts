import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import { admin, log, span, user } from './double.ts';
import { openWorld } from './world.ts';

const MINT = '/auth/get_user_token';
const ADMIN = '/auth/get_admin_token';

/** A way to the store that can be cut. */
function lineTo(store: Store): { store: Store; cut(down: boolean): void } {
  let down = false;
  const guarded = new Proxy(store, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) =>
        down ? Promise.reject(new Fault('STORE_UNAVAILABLE')) : Reflect.apply(method, target, args);
    },
  });
  return {
    store: guarded,
    cut: (now) => {
      down = now;
    },
  };
}

test('while the store is down, a node goes on with the tokens that it knows and mints the others', async () => {
  await using world = await openWorld();
  const line = lineTo(world.store);
  const node = world.node(line.store);
  const { token } = await node.tokens.forLogin('ann', 5, span());
  line.cut(true);
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  assert.equal((await node.tokens.token('ann', 5, span())).token, token);
  assert.equal((await node.users.byIDs(['bo'], user('bo'))).length, 1);
  assert.equal((await node.users.byIDs(['bo'], user('bo'))).length, 1);
  assert.equal(world.calls(MINT), 2);
});

test('what was minted while the store was down is brought there, and kicks nobody', async () => {
  await using world = await openWorld();
  const line = lineTo(world.store);
  const node = world.node(line.store);
  line.cut(true);
  const { token } = await node.tokens.forLogin('ann', 5, span());
  line.cut(false);
  assert.equal((await node.tokens.token('ann', 5, span())).token, token);
  assert.equal((await world.node().tokens.token('ann', 5, span())).token, token);
  assert.equal(world.calls(MINT), 1);
});

test('while the store is down, nobody can tell a kick from a newer token, and nobody is signed out for it', async () => {
  await using world = await openWorld();
  const line = lineTo(world.store);
  const node = world.node(line.store);
  await node.tokens.forLogin('ann', 5, span());
  line.cut(true);
  await world.kick('ann', 5);
  await assert.rejects(node.users.byIDs(['ann'], user('ann')), { reason: 'STORE_UNAVAILABLE' });
  line.cut(false);
  await assert.rejects(node.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
});

test('a logout goes through while the store is down', async () => {
  await using world = await openWorld();
  const line = lineTo(world.store);
  const node = world.node(line.store);
  await node.tokens.forLogin('ann', 5, span());
  line.cut(true);
  assert.equal(await node.tokens.end('ann', 5, span()), true);
  line.cut(false);
  await assert.rejects(node.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
  assert.deepEqual(await world.store.hashAll('im:token:ann'), {});
});

test('one admin token serves all nodes, is replaced once for all of them, and cannot be read in the store', async () => {
  await using world = await openWorld();
  const nodes = [world.node(), world.node()];
  await Promise.all(nodes.map((node) => node.users.byIDs(['ann'], admin())));
  assert.equal(world.calls(ADMIN), 1);
  const kept = String(await world.store.get('im:admin:imAdmin'));
  assert.doesNotMatch(kept + Buffer.from(kept, 'base64url').toString('latin1'), /eyJ/);

  const old = world.adminToken();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  world.refuse(old, 1507);
  const rows = await Promise.all(Array.from({ length: 100 }, (_, i) => nodes[i % 2]?.users.byIDs(['ann'], admin())));
  assert.equal(rows.filter((row) => row?.length === 1).length, 100);
  assert.equal(world.calls(ADMIN), 2);
});

test('an admin token that OpenIM refuses even when it is new is an error, not a loop', async () => {
  await using world = await openWorld();
  const node = world.node(createMemoryStore(log));
  world.refuseAll(1505);
  await assert.rejects(node.users.byIDs(['ann'], admin()), { reason: 'UPSTREAM_ERROR' });
  assert.ok(world.calls(ADMIN) <= 2);
});
