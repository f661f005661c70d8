import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later } from './clock.ts';
import { REVOKE, SESSIONS } from './documents.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const DAY = 86_400_000;

describe('a renewal', { concurrency: 2 }, () => {
  test('renewing again replaces a key that was never used, and the old one goes on: a lost answer locks nobody out', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const old = await node.signIn(ANN);
    const lost = (await node.renew(old)).login();
    const second = (await other.renew(old)).login();
    assert.deepEqual([await node.who(lost), await other.who(lost)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    assert.equal(await node.who(old), 'ok');
    assert.equal(await node.who(second), 'ok');
  });

  test('once the new key is in use, renewing with the old one is SESSION_RENEWED', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const old = await node.signIn(ANN);
    const renewed = (await node.renew(old)).login();
    assert.equal(await node.who(renewed), 'ok');
    const refused = await node.renew(old);
    assert.deepEqual([refused.reason, refused.extensions.code], ['SESSION_RENEWED', 'UNAUTHENTICATED']);
    assert.equal((await node.renew(renewed)).login().vouched, true);
  });

  test('of two renewals at once one stands, and it can be used', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const old = await node.signIn(ANN);
    const both = (await Promise.all([node.renew(old), other.renew(old)])).map((told) => told.login());
    const answers = await Promise.all(both.map((login) => node.who(login)));
    assert.deepEqual(answers.toSorted(), ['SESSION_REVOKED', 'ok']);
  });

  test('a renewed session is listed once, by its newer id, with the same end and the same OpenIM token', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const old = await node.signIn(ANN);
    const renewed = (await node.renew(old)).login();
    const { data } = await node.ask({ query: SESSIONS, as: old });
    assert.deepEqual(
      data.sessions.map(({ id }: { id: string }) => id),
      [renewed.keyid],
    );
    assert.equal(renewed.session.expiresAt, old.session.expiresAt);
    assert.equal(renewed.imToken, old.imToken);
  });

  for (const which of ['old', 'new'] as const)
    test(`revoking the ${which} one of a renewal ends both`, async () => {
      await using world = await openWorld();
      const [node, other] = [await world.node(), await world.node()];
      const old = await node.signIn(ANN);
      const renewed = (await node.renew(old)).login();
      assert.equal(await other.who(renewed), 'ok');
      await node.ask({ query: REVOKE, variables: { id: (which === 'old' ? old : renewed).keyid }, as: renewed });
      for (const login of [old, renewed])
        assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    });
});

// One after the other: they move the clock of the whole process.
describe('in time', () => {
  test('after a renewal the old key works until 60 s after the first use of the new one, on every node', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const old = await node.signIn(ANN);
    const renewed = (await node.renew(old)).login();
    {
      using _ = later(3_600_000);
      assert.deepEqual([await node.who(old), await other.who(old)], ['ok', 'ok'], 'an hour later, the new one unused');
    }
    assert.equal(await node.who(renewed), 'ok');
    {
      using _ = later(59_000);
      assert.deepEqual([await node.who(old), await other.who(old)], ['ok', 'ok']);
    }
    using _ = later(61_000);
    assert.deepEqual([await node.who(old), await other.who(old)], ['SESSION_RENEWED', 'SESSION_RENEWED']);
    assert.deepEqual([await node.who(renewed), await other.who(renewed)], ['ok', 'ok']);
  });

  test('the end of the old key holds when the store has lost its data, and when it is away', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const old = await node.signIn(ANN);
    assert.equal(await node.who((await node.renew(old)).login()), 'ok');
    await world.store.lose();
    const other = await world.node();
    using _ = later(61_000);
    assert.equal(await other.who(old), 'SESSION_RENEWED');
    world.store.up = false;
    assert.equal(await node.who(old), 'SESSION_RENEWED');
  });

  test('a session ends thirty days after its code, however often it is renewed and used', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    let login = await node.signIn(ANN);
    for (const day of [6, 12, 18, 24, 29.9]) {
      using _ = later(day * DAY);
      assert.equal(await node.who(login), 'ok', `on day ${day}`);
      login = (await node.renew(login)).login();
      assert.equal(await node.who(login), 'ok');
    }
    using _ = later(30 * DAY + 1_000);
    assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_EXPIRED', 'SESSION_EXPIRED']);
  });

  test('a session that nobody uses for seven days has expired, on every node', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const login = await node.signIn(ANN);
    {
      using _ = later(7 * DAY - 1_000);
      assert.equal(await node.who(login), 'ok');
    }
    await world.store.lose();
    using _ = later(14 * DAY);
    assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_EXPIRED', 'SESSION_EXPIRED']);
  });

  test('with a short idle life, a session that is used goes on, and one that is not has expired', async () => {
    await using world = await openWorld({ sessionIdle: 120 });
    const node = await world.node();
    const [used, unused] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    for (let seconds = 0; seconds <= 300; seconds += 50) {
      using _ = later(seconds * 1_000);
      assert.equal(await node.who(used), 'ok', `after ${seconds} s`);
    }
    using _ = later(121_000);
    assert.equal(await node.who(unused), 'SESSION_EXPIRED');
  });
});
