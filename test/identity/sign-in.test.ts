import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSocket } from '../../contract/socket/openim-socket.ts';
import { SESSIONS } from './documents.ts';
import type { Login } from './node.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const WEB = 5;

const socketOf = ({ wsURL, userID, imToken }: Login) =>
  openSocket({ wsURL, userID, token: imToken ?? '', platformID: WEB });

describe('devices', { concurrency: 2 }, () => {
  test('a device keeps its id over sign-ins, and takes the newer name', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const first = await node.signIn(ANN);
    const again = await node.signIn(ANN, { id: first.deviceID, platform: 'IOS' });
    assert.equal(again.deviceID, first.deviceID);
    assert.equal((await node.signIn(ANN, { id: 'my-own_ID' })).deviceID, 'my-own_ID');
    const devices = await world.db('identity.devices').where({ id: first.deviceID });
    assert.deepEqual(
      devices.map(({ platform }) => platform),
      [1],
    );
  });

  test('a device id that another user has becomes a new one, and both sessions live', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn(ANN, { id: 'shared' });
    const bo = await node.signIn('bo@example.com', { id: 'shared' });
    assert.notEqual(bo.deviceID, 'shared');
    assert.match(bo.deviceID, /^[A-Za-z0-9_-]{22}$/);
    assert.deepEqual([bo.vouched, await node.who(ann), await node.who(bo)], [true, 'ok', 'ok']);
  });

  test('the device that asks is the current one', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const phone = await node.signIn(ANN, { platform: 'IOS' });
    const web = await node.signIn(ANN);
    const { data } = await node.ask({ query: SESSIONS, as: phone });
    assert.deepEqual(
      data.sessions.map(({ id, device }: { id: string; device: { current: boolean } }) => [id, device.current]),
      [
        [web.keyid, false],
        [phone.keyid, true],
      ],
    );
  });
});

describe('nicknames', { concurrency: 2 }, () => {
  const nicknames = async (world: Awaited<ReturnType<typeof openWorld>>): Promise<string[]> =>
    (await world.db('identity.accounts').orderBy('created_at').select('nickname')).map(({ nickname }) => nickname);

  test('a new user has the name that was given, without the spaces around it, or is a new user', async () => {
    await using world = await openWorld();
    const node = await world.node();
    await node.signIn(ANN, { nickname: '  Ann 🦊 ' });
    await node.signIn('bo@example.com');
    await node.signIn('chen@example.com', { nickname: '🦊'.repeat(64) });
    assert.deepEqual(await nicknames(world), ['Ann 🦊', 'New user', '🦊'.repeat(64)]);
    const registered = world.openim.asked.filter(({ route }) => route === '/user/user_register');
    assert.match(registered[0]?.body ?? '', /"nickname":"Ann 🦊"/);
  });

  test('who has an account keeps their name', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const first = await node.signIn(ANN, { nickname: 'Ann' });
    const again = await node.signIn(ANN, { nickname: 'Somebody else' });
    assert.equal(again.userID, first.userID);
    assert.deepEqual(await nicknames(world), ['Ann']);
  });

  test('a user id is letters and digits, rises with time, and says nothing of its owner', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const ann = await node.signIn('+8613800138000');
    const bo = await node.signIn('bo@example.com');
    assert.match(ann.userID, /^[a-z0-9]{32}$/);
    assert.ok(ann.userID < bo.userID);
  });
});

describe('a sign-in on the same platform', { concurrency: 2 }, () => {
  test('under policy 1 ends the earlier session there, on every node, and its WebSocket', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const phone = await node.signIn(ANN, { platform: 'IOS' });
    const first = await node.signIn(ANN);
    await using socket = await socketOf(first);
    assert.equal(await other.who(first), 'ok');
    const second = await other.signIn(ANN);
    assert.equal(await socket.ended, true);
    assert.deepEqual([await node.who(first), await other.who(first)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    assert.deepEqual([await node.who(second), await node.who(phone)], ['ok', 'ok']);
    assert.notEqual(second.imToken, first.imToken);
    await using _ = await socketOf(second);
  });

  test('under policy 1, of two at once, on two nodes, one session is left', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    await node.signIn(ANN);
    const both = await Promise.all([node.signIn(ANN), other.signIn('ann@example.com').catch(() => null)]);
    const alive = await world.db('identity.sessions').whereNull('ended_at');
    assert.equal(alive.length, 1);
    const answers = await Promise.all(both.flatMap((login) => (login === null ? [] : node.who(login))));
    assert.equal(answers.filter((answer) => answer === 'ok').length, 1);
  });

  test('under policy 0 leaves the earlier session, and shares its token', async () => {
    await using world = await openWorld({ multiLoginPolicy: 0 });
    const node = await world.node();
    const first = await node.signIn(ANN);
    await using socket = await socketOf(first);
    const second = await node.signIn(ANN);
    assert.deepEqual([await node.who(first), await node.who(second)], ['ok', 'ok']);
    assert.equal(second.imToken, first.imToken);
    // The first to leave takes nobody's token; the last takes it along, and the socket.
    await node.ask({ query: 'mutation { logout }', as: first });
    assert.equal(await node.who(second), 'ok');
    await using still = await socketOf(second);
    await node.ask({ query: 'mutation { logout }', as: second });
    assert.deepEqual([await socket.ended, await still.ended], [true, true]);
  });

  test('under policy 4 a phone ends the session of another phone, and no other', async () => {
    await using world = await openWorld({ multiLoginPolicy: 4 });
    const node = await world.node();
    const [web, iphone] = [await node.signIn(ANN), await node.signIn(ANN, { platform: 'IOS' })];
    const android = await node.signIn(ANN, { platform: 'ANDROID' });
    assert.deepEqual(
      [await node.who(web), await node.who(iphone), await node.who(android)],
      ['ok', 'SESSION_REVOKED', 'ok'],
    );
  });
});
