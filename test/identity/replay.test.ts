import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { LOGOUT, ME, REVOKE } from './documents.ts';
import type { Asked, Login, Node } from './node.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
/** A mutation that changes nothing. */
const TOUCH = 'mutation { revokeSession(id: "nobody") { id } }';

/** One signed request, to be sent as often as a test likes. */
function signedOnce({ key, keyid }: Login, query: string, ahead = 0): Asked {
  const created = Math.floor(Date.now() / 1000) + ahead;
  return { query, as: { key, keyid, created, nonce: randomBytes(18).toString('base64url') } };
}

/** 'ok' where the request got as far as its field. */
async function outcome(node: Node, asked: Asked): Promise<string> {
  const { reason, status } = await node.ask(asked);
  return status === 200 && (reason === undefined || reason === 'NOT_FOUND') ? 'ok' : String(reason);
}

/** Signatures count whole seconds: what is made from now on is later than all that was. */
const nextSecond = (): Promise<void> => pause(1_005 - (Date.now() % 1_000));
/** Longer than a node takes to find out that the store is back. */
const found = (): Promise<void> => pause(800);

describe('a signature is good once', { concurrency: 2 }, () => {
  test('on either node, for queries and mutations', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const ann = await node.signIn(ANN);
    for (const query of [ME, TOUCH]) {
      const asked = signedOnce(ann, query);
      assert.equal(await outcome(node, asked), 'ok');
      assert.deepEqual([await outcome(node, asked), await outcome(other, asked)], ['REPLAYED', 'REPLAYED']);
    }
  });

  test('of fifty at once on two nodes one is answered', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const asked = signedOnce(await node.signIn(ANN), TOUCH);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => outcome(n % 2 === 0 ? node : other, asked)));
    assert.equal(answers.filter((answer) => answer === 'ok').length, 1);
    assert.equal(answers.filter((answer) => answer === 'REPLAYED').length, 49);
  });

  test('also after the store lost its data: no session ends, and no signature is good again', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const ann = await node.signIn(ANN);
    const spent = [signedOnce(ann, ME), signedOnce(ann, TOUCH), signedOnce(ann, ME, 40), signedOnce(ann, TOUCH, 40)];
    for (const asked of spent) assert.equal(await outcome(node, asked), 'ok');
    await world.store.lose();
    for (const asked of spent)
      assert.deepEqual([await outcome(other, asked), await outcome(node, asked)], ['REPLAYED', 'REPLAYED']);
    await nextSecond();
    assert.deepEqual([await node.who(ann), await other.who(ann)], ['ok', 'ok']);
  });
});

describe('while the store is away', { concurrency: 2 }, () => {
  test('sessions are verified from Postgres, and nothing that was spent is good again, then and afterwards', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const ann = await node.signIn(ANN);
    const before = [signedOnce(ann, ME), signedOnce(ann, TOUCH)];
    for (const asked of before) assert.equal(await outcome(node, asked), 'ok');

    world.store.up = false;
    for (const asked of before)
      assert.deepEqual([await outcome(node, asked), await outcome(other, asked)], ['REPLAYED', 'REPLAYED']);
    await nextSecond();
    const [query, mutation] = [signedOnce(ann, ME), signedOnce(ann, TOUCH)];
    assert.deepEqual([await outcome(node, query), await outcome(node, mutation)], ['ok', 'ok']);
    assert.deepEqual([await outcome(node, query), await outcome(node, mutation)], ['REPLAYED', 'REPLAYED']);
    assert.equal(await outcome(other, mutation), 'REPLAYED', 'the nonces of mutations are in Postgres');

    world.store.up = true;
    await found();
    for (const asked of [...before, query, mutation])
      assert.deepEqual([await outcome(node, asked), await outcome(other, asked)], ['REPLAYED', 'REPLAYED']);
    await nextSecond();
    assert.deepEqual([await node.who(ann), await other.who(ann)], ['ok', 'ok']);
  });

  test('people sign in and out, and who signed out stays so when the store is back with its old copies', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const [phone, web] = [await node.signIn(ANN, { platform: 'IOS' }), await node.signIn(ANN)];
    assert.deepEqual([await other.who(phone), await other.who(web)], ['ok', 'ok']);
    world.store.up = false;
    // Each node finds out by a request; what was made up to then may have been spent.
    await Promise.all([node.who(phone), other.who(phone)]);
    await nextSecond();
    await node.ask({ query: REVOKE, variables: { id: phone.keyid }, as: web });
    await node.ask({ query: LOGOUT, as: web });
    for (const login of [phone, web])
      assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    const [first, bo] = [await node.signIn('bo@example.com'), await node.signIn('bo@example.com')];
    assert.notEqual(bo.imToken, null);
    assert.equal(await node.who(first), 'SESSION_REVOKED');
    await nextSecond();
    assert.deepEqual([await node.who(bo), await other.who(bo)], ['ok', 'ok']);

    world.store.up = true;
    await found();
    for (const login of [phone, web])
      assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    await nextSecond();
    assert.deepEqual([await node.who(bo), await other.who(bo)], ['ok', 'ok']);
  });

  test('many sessions behind one address are not taken for junk', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    world.store.up = false;
    await node.who(ann);
    await nextSecond();
    const answers: string[] = [];
    for (let nth = 0; nth < 4; nth += 1) {
      answers.push(...(await Promise.all(Array.from({ length: 100 }, () => node.who(ann)))));
      await pause(1_050);
    }
    assert.deepEqual(new Set(answers), new Set(['ok']));
  });

  test('and Postgres as well, a request is 503 STORE_UNAVAILABLE, whether or not its session exists', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    assert.equal(await node.who(ann), 'ok');
    world.store.up = false;
    await node.db.destroy();
    await nextSecond();
    await pause(100);
    for (const as of [ann, { ...ann, keyid: 'nobody' }])
      for (const query of [ME, TOUCH]) {
        const { status, reason, extensions } = await node.ask({ query, as: { key: as.key, keyid: as.keyid } });
        assert.deepEqual([status, reason, extensions.code], [503, 'STORE_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE']);
      }
  });
});

describe('what a request costs Postgres', { concurrency: 2 }, () => {
  test('nothing, once the session is known: with Postgres down, who is signed in goes on', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const ann = await node.signIn(ANN);
    assert.equal(await node.who(ann), 'ok');
    const bo = await node.signIn('bo@example.com');
    await node.db.destroy();
    await other.db.destroy();
    assert.deepEqual([await node.who(ann), await other.who(ann)], ['ok', 'ok']);
    assert.deepEqual([await node.who(bo), await other.who(bo)], ['ok', 'ok'], 'the first request of a session');
  });

  test('nothing after three hundred misses from one network in a minute: 429, and others go on', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    const junk = (nth: number, from: string) =>
      node.ask({ query: ME, from, as: { key: ann.key, keyid: `junk-${nth}` } });
    const asked = await Promise.all(Array.from({ length: 310 }, (_, nth) => junk(nth, `2001:db8:0:1::${nth % 9}`)));
    assert.equal(asked.filter(({ reason }) => reason === 'SESSION_UNKNOWN').length, 300);
    const refused = asked.filter(({ reason }) => reason === 'LOOKUPS_LIMITED');
    assert.equal(refused.length, 10);
    assert.deepEqual([refused[0]?.status, refused[0]?.extensions.code], [429, 'RATE_LIMITED']);
    assert.equal((await junk(1, '192.0.2.77')).reason, 'SESSION_UNKNOWN');
    const known = await node.ask({ query: ME, from: '2001:db8:0:1::1', as: { key: ann.key, keyid: ann.keyid } });
    assert.equal(known.data.me.id, ann.userID);
  });
});
