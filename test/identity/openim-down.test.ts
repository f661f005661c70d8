import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenIMSocket, openSocket } from '../../contract/socket/openim-socket.ts';
import { LOGOUT, ME } from './documents.ts';
import type { Login, Node } from './node.ts';
import { openWorld, type World } from './world.ts';

const ANN = 'ann@example.com';
const WEB = 5;

const socketOf = ({ wsURL, userID, imToken }: Login): Promise<OpenIMSocket> =>
  openSocket({ wsURL, userID, token: imToken ?? '', platformID: WEB });

const owed = async ({ db }: World): Promise<number> => (await db('identity.pending_logouts')).length;

/** Until nothing is owed; a node looks every other second. */
async function paid(world: World): Promise<void> {
  for (const end = Date.now() + 15_000; (await owed(world)) > 0 && Date.now() < end; ) await pause(50);
  assert.equal(await owed(world), 0);
}

/** As a node that died right after its record leaves it. */
async function diedAfterLogout({ db }: World, { userID, keyid }: Login): Promise<void> {
  const ended_at = new Date();
  await db('identity.sessions').where({ id: keyid }).update({ ended_at });
  const seat = { user_id: userID, platform: WEB, session_ids: [keyid], ended_at };
  await db('identity.pending_logouts').insert({ ...seat, next_at: new Date(Date.now() + 1_000) });
}

/** What was asked of a silent OpenIM is given up on after eight seconds. */
async function renewedWithToken(node: Node, login: Login): Promise<Login> {
  for (const end = Date.now() + 10_000; Date.now() < end; await pause(500)) {
    const renewed = (await node.renew(login)).login();
    if (renewed.imToken !== null) return renewed;
  }
  return assert.fail('no token');
}

describe('OpenIM', { concurrency: 2 }, () => {
  for (const mode of ['broken', 'silent'] as const)
    test(`is ${mode} at a sign-in: the session is good, without a token, and renewing gives it later`, async () => {
      await using world = await openWorld();
      const node = await world.node();
      world.openim.mode = mode;
      const began = Date.now();
      const ann = await node.signIn(ANN);
      assert.ok(Date.now() - began < 10_000, 'OpenIM is not waited for until the request’s own time is over');
      assert.deepEqual([ann.imToken, ann.vouched, await node.who(ann)], [null, true, 'ok']);
      world.openim.mode = 'through';
      await using _ = await socketOf(await renewedWithToken(node, ann));
    });

  test('a user whom OpenIM got and we have not heard of heals at the next sign-in', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const first = await node.signIn(ANN);
    await world.db('identity.accounts').update({ registered_at: null });
    const again = await node.signIn(ANN);
    assert.equal(again.userID, first.userID);
    await using _ = await socketOf(again);
    assert.notEqual((await world.db('identity.accounts').first('registered_at')).registered_at, null);
  });

  test('a user whom OpenIM has lost is registered again', async () => {
    await using world = await openWorld();
    const node = await world.node();
    await node.identity.linkPeople([{ userID: 'lost', email: ANN, nickname: 'Lost' }]);
    const lost = await node.signIn(ANN);
    assert.equal(lost.userID, 'lost');
    await using _ = await socketOf(lost);
  });

  test('a forced logout that is owed is paid by the next process, when OpenIM is back; the session has ended at once', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN);
    await using socket = await socketOf(ann);
    world.openim.mode = 'broken';
    const { data, reason } = await node.ask({ query: LOGOUT, as: ann });
    assert.deepEqual([data, reason, await node.who(ann)], [{ logout: null }, undefined, 'SESSION_REVOKED']);
    assert.equal(await owed(world), 1);
    await node.stop();
    const next = await world.node();
    assert.equal(await next.who(ann), 'SESSION_REVOKED');
    world.openim.mode = 'through';
    await paid(world);
    assert.equal(await socket.ended, true);
  });

  test('a forced logout that is owed is paid before the next token, which it does not end', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const first = await node.signIn(ANN);
    await using old = await socketOf(first);
    await diedAfterLogout(world, first);
    const second = await node.signIn(ANN);
    assert.notEqual(second.imToken, first.imToken);
    await using socket = await socketOf(second);
    assert.equal(await old.ended, true);
    await paid(world);
    await pause(300);
    assert.equal((await Promise.race([socket.ended, pause(100, 'open')])) as unknown, 'open');
  });

  test('a forced logout that comes late ends nothing that is newer', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const first = await node.signIn(ANN);
    const second = await node.signIn(ANN);
    await using socket = await socketOf(second);
    const seat = { user_id: first.userID, platform: WEB, session_ids: [first.keyid] };
    await world.db('identity.pending_logouts').insert({ ...seat, ended_at: new Date(Date.now() - 60_000) });
    await paid(world);
    assert.equal((await Promise.race([socket.ended, pause(300, 'open')])) as unknown, 'open');
    assert.equal(await node.who(second), 'ok');
  });

  test('a session that has run out leaves OpenIM by itself: its token, and its open WebSocket', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann, bo] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    await using socket = await socketOf(ann);
    await using other = await socketOf(bo);
    await world.db('identity.sessions').where({ id: ann.keyid }).update({ expires_at: new Date() });
    assert.equal(await socket.ended, true);
    await paid(world);
    assert.deepEqual(Object.keys(await world.store.hashAll(`im:token:${ann.userID}`)), []);
    const told = await node.ask({ query: ME, as: { key: ann.key, keyid: ann.keyid } });
    assert.deepEqual([told.status, told.reason], [401, 'SESSION_EXPIRED']);
    assert.equal((await Promise.race([other.ended, pause(100, 'open')])) as unknown, 'open');
  });
});
