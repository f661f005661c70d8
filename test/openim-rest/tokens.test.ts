import assert from 'node:assert/strict';
import { test } from 'node:test';
import { span, user } from './double.ts';
import { openWorld } from './world.ts';

const MINT = '/auth/get_user_token';

test('one token serves every request of a user and platform, on every node', async () => {
  await using world = await openWorld();
  const [one, other] = [world.node(), world.node()];
  const { token } = await one.tokens.forLogin('ann', 5, span());
  assert.equal((await other.tokens.token('ann', 5, span())).token, token);
  assert.equal((await other.tokens.forLogin('ann', 5, span())).token, token);
  assert.deepEqual(
    (await other.users.byIDs(['ann', 'nobody'], user('ann'))).map((row) => row.userID),
    ['ann'],
  );
  assert.equal(world.calls(MINT), 1);
  assert.equal(world.calls('/auth/get_admin_token'), 1);
});

for (const [why, code] of [
  ['expired', 1501],
  ['unknown to OpenIM', 1507],
] as const)
  test(`a hundred calls on two nodes with a token that is ${why} make one new token, and all succeed`, async () => {
    await using world = await openWorld();
    const nodes = [world.node(), world.node()];
    const { token } = await world.node().tokens.forLogin('ann', 5, span());
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    world.refuse(token, code);
    const rows = await Promise.all(
      Array.from({ length: 100 }, (_, i) => nodes[i % 2]?.users.byIDs(['ann'], user('ann'))),
    );
    assert.equal(rows.filter((row) => row?.[0]?.userID === 'ann').length, 100);
    assert.equal(world.calls(MINT), 2);
  });

test('a hundred first calls on two nodes make one token', async () => {
  await using world = await openWorld();
  const nodes = [world.node(), world.node()];
  const tokens = await Promise.all(
    Array.from({ length: 100 }, async (_, i) => (await nodes[i % 2]?.tokens.token('ann', 5, span()))?.token),
  );
  assert.equal(new Set(tokens).size, 1);
  assert.equal(world.calls(MINT), 1);
});

test('a hundred callers of one node queue once for the lock that nodes share', async () => {
  await using world = await openWorld();
  let asked = 0;
  const counting = new Proxy(world.store, {
    get: (store, name) => {
      if (name !== 'set') return Reflect.get(store, name);
      return (key: string, ...rest: [string]) => {
        asked += key === 'im:lock:ann' ? 1 : 0;
        return store.set(key, ...rest);
      };
    },
  });
  const node = world.node(counting);
  await Promise.all(Array.from({ length: 100 }, () => node.tokens.token('ann', 5, span())));
  assert.equal(asked, 1);
});

test('a caller who leaves takes nobody else along', async () => {
  await using world = await openWorld();
  const node = world.node();
  const leaving = new AbortController();
  const gone = node.tokens.token('ann', 5, { ...span(), signal: leaving.signal });
  const staying = node.tokens.token('ann', 5, span());
  leaving.abort();
  await assert.rejects(gone, { reason: 'UPSTREAM_TIMEOUT' });
  assert.ok((await staying).token);
});

test('a kick stays a kick on every node until somebody signs in again', async () => {
  await using world = await openWorld();
  const [one, other] = [world.node(), world.node()];
  const { token } = await one.tokens.forLogin('ann', 5, span());
  await world.kick('ann', 5);
  await assert.rejects(one.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
  await assert.rejects(one.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
  await assert.rejects(other.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
  assert.equal(world.calls(MINT), 1);
  const renewed = await other.tokens.forLogin('ann', 5, span());
  assert.notEqual(renewed.token, token);
  assert.equal((await one.users.byIDs(['ann'], user('ann'))).length, 1);
});

test('a kick that nobody saw survives a token made for another platform, after which OpenIM no longer tells', async () => {
  await using world = await openWorld();
  const node = world.node();
  await node.tokens.forLogin('ann', 5, span());
  await world.kick('ann', 5);
  await node.tokens.forLogin('ann', 1, span());
  await assert.rejects(world.node().users.byIDs(['ann'], user('ann', 5)), { reason: 'IM_TOKEN_KICKED' });
  assert.equal((await node.users.byIDs(['ann'], user('ann', 1))).length, 1);
  assert.equal(world.calls(MINT), 2);
});

test('an ended token is never handed out again, although OpenIM would make the same string in the same second', async () => {
  await using world = await openWorld();
  const node = world.node();
  const first = await node.tokens.forLogin('ann', 5, span());
  assert.equal(await node.tokens.end('ann', 5, span()), true);
  assert.deepEqual(await world.store.hashAll('im:token:ann'), {});
  const second = await world.node().tokens.forLogin('ann', 5, span());
  assert.notEqual(second.token, first.token);
  const probe = await fetch(`${world.apiURL}/auth/parse_token`, {
    method: 'POST',
    headers: { operationID: 'probe' },
    body: JSON.stringify({ token: first.token }),
  });
  assert.notEqual(((await probe.json()) as { errCode: number }).errCode, 0);
});

test('a request that outlives its sign-out makes no token', async () => {
  await using world = await openWorld();
  const [node, other] = [world.node(), world.node()];
  await node.tokens.forLogin('ann', 5, span());
  await other.tokens.token('ann', 5, span());
  await node.tokens.end('ann', 5, span());
  await assert.rejects(node.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
  await assert.rejects(other.users.byIDs(['ann'], user('ann')), { reason: 'IM_TOKEN_KICKED' });
  assert.deepEqual(await world.store.hashAll('im:token:ann'), {});
  assert.equal(world.calls(MINT), 1);
});

test('a late logout leaves a newer sign-in alone', async () => {
  await using world = await openWorld();
  const node = world.node();
  await node.tokens.forLogin('ann', 5, span());
  const endedAt = new Date();
  await node.tokens.end('ann', 5, span());
  await node.tokens.forLogin('ann', 5, span());
  assert.equal(await node.tokens.end('ann', 5, { ...span(), before: endedAt }), false);
  assert.equal((await node.users.byIDs(['ann'], user('ann'))).length, 1);
  assert.equal(world.calls('/auth/force_logout'), 1);
});

test('a logout that OpenIM did not confirm is done before the next token is made', async () => {
  await using world = await openWorld(0);
  const node = world.node();
  const first = await node.tokens.forLogin('ann', 5, span());
  world.break('/auth/force_logout', 503);
  await assert.rejects(node.tokens.end('ann', 5, span()), { reason: 'UPSTREAM_UNAVAILABLE' });
  world.break('/auth/force_logout', null);
  const second = await world.node().tokens.forLogin('ann', 5, span());
  assert.notEqual(second.token, first.token);
  assert.equal(world.calls('/auth/force_logout'), 2);
  assert.equal(await node.tokens.end('ann', 5, { ...span(), before: new Date(Date.now() - 1_500) }), false);
});

test('ten platforms of one user are ended at once', async () => {
  await using world = await openWorld();
  const node = world.node();
  await Promise.all(([1, 2, 5, 8] as const).map((platform) => node.tokens.forLogin('ann', platform, span())));
  const done = await Promise.all(
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 11] as const).map((platform) => node.tokens.end('ann', platform, span())),
  );
  assert.deepEqual(new Set(done), new Set([true]));
  assert.deepEqual(await world.store.hashAll('im:token:ann'), {});
});

test('where OpenIM keeps one login per class of device, a sign-in marks the one that it ended', async () => {
  await using world = await openWorld(4);
  const node = world.node();
  await node.tokens.forLogin('ann', 1, span());
  await node.tokens.forLogin('ann', 5, span());
  await node.tokens.forLogin('ann', 2, span());
  await assert.rejects(world.node().users.byIDs(['ann'], user('ann', 1)), { reason: 'IM_TOKEN_KICKED' });
  assert.equal((await node.users.byIDs(['ann'], user('ann', 5))).length, 1);
  assert.equal((await node.users.byIDs(['ann'], user('ann', 2))).length, 1);
  assert.equal(world.calls(MINT), 3);
});

test('a token is made for real platforms only; OpenIM could never take one back for others', async () => {
  await using world = await openWorld();
  const node = world.node();
  for (const platform of [0, -1, 10, 12, 99, 5.5])
    await assert.rejects(node.tokens.forLogin('ann', platform as 5, span()), { reason: 'INPUT_INVALID' });
  assert.equal(world.calls(MINT), 0);
});

test('somebody who is registered already is no error, and stays as they are', async () => {
  await using world = await openWorld();
  const node = world.node();
  await node.tokens.ensureUser({ userID: 'cy', nickname: 'Cy', faceURL: '' }, span());
  await node.tokens.ensureUser({ userID: 'cy', nickname: 'Somebody', faceURL: '' }, span());
  await node.tokens.forLogin('cy', 5, span());
  assert.equal((await node.users.byIDs(['cy'], user('cy')))[0]?.nickname, 'Cy');
  await assert.rejects(node.tokens.forLogin('nobody', 5, span()), { reason: 'NOT_FOUND' });
});
