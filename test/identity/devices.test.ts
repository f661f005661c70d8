import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SESSIONS } from './documents.ts';
import { openOffice } from './office.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const RENAME = 'mutation ($id: ID!, $name: String!) { renameDevice(id: $id, name: $name) { id name } }';
const OTHERS = 'mutation { endOtherSessions { id endedAt } }';
const END = 'mutation ($id: ID!, $reason: String!) { endSession(id: $id, reason: $reason) { id endedAt } }';
const NAMES = '{ sessions { device { id name } } }';

describe('devices', { concurrency: 2 }, () => {
  test('keep the name that their owner gave them, also when they sign in anew', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann, bo] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    const { deviceID: id } = ann;
    const { data } = await node.ask({ query: RENAME, variables: { id, name: ' Kitchen ' }, as: ann });
    assert.deepEqual(data.renameDevice, { id, name: 'Kitchen' });
    const again = await node.signIn(ANN, { id });
    const { sessions } = (await node.ask({ query: NAMES, as: again })).data;
    assert.deepEqual(sessions, [{ device: { id, name: 'Kitchen' } }]);
    const theirs = await node.ask({ query: RENAME, variables: { id, name: 'Mine' }, as: bo });
    assert.equal(theirs.reason, 'NOT_FOUND');
    for (const name of ['', ' ', 'x'.repeat(65), 'two\nlines'])
      assert.equal((await node.ask({ query: RENAME, variables: { id, name }, as: again })).extensions.field, 'name');
  });

  test('show where they signed in from to their owner, and to admins who may see it, which is recorded', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn(ANN);
    const renewed = (await office.node.renew(ann)).login();
    const { data } = await office.node.ask({ query: '{ sessions { address } }', as: renewed });
    assert.deepEqual(data.sessions, [{ address: '192.0.2.1' }]);
    const end = await office.do(END.replace('endedAt', 'endedAt address'), {
      id: renewed.keyid,
      reason: 'Asked for it',
    });
    assert.equal(end.endSession.address, '192.0.2.1');
    const log = 'query ($target: String) { auditLog(target: $target) { nodes { action detail } } }';
    const { nodes } = (await office.do(log, { target: `user:${ann.userID}` })).auditLog;
    assert.deepEqual(
      nodes.map(({ action }: { action: string }) => action),
      ['user.read-addresses', 'user.end-session'],
    );
    assert.equal(nodes[1].detail.reason, 'Asked for it');
    assert.equal(await office.node.who(renewed), 'SESSION_REVOKED');
    assert.equal((await office.ask(END, { id: 'nobody', reason: 'x' })).reason, 'NOT_FOUND');
    assert.equal((await office.ask(END, { id: renewed.keyid, reason: ' ' })).extensions.field, 'reason');
  });

  test('are all signed out but the one that asks, on every node', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const others = [await node.signIn(ANN, { platform: 'IOS' }), await node.signIn(ANN, { platform: 'MACOS' })];
    const web = await node.signIn(ANN);
    for (const login of others) assert.equal(await other.who(login), 'ok');
    const { data } = await node.ask({ query: OTHERS, as: web });
    const ended = data.endOtherSessions.map(({ id }: { id: string }) => id);
    assert.deepEqual(ended.toSorted(), others.map(({ keyid }) => keyid).toSorted());
    for (const login of others)
      assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    assert.deepEqual((await other.ask({ query: SESSIONS, as: web })).data.sessions.length, 1);
    assert.deepEqual(Object.keys(await world.store.hashAll(`im:token:${web.userID}`)), ['5']);
  });

  test('are told when another one signs in, as soon as OpenIM takes it; the sign-in does not wait', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const phone = await node.signIn(ANN, { platform: 'IOS' });
    assert.equal((await world.db('identity.sign_in_notices')).length, 0);
    world.openim.mode = 'broken';
    const web = await node.signIn(ANN);
    assert.equal(web.imToken, null);
    assert.equal((await world.db('identity.sign_in_notices')).length, 1);
    world.openim.mode = 'through';
    while ((await world.db('identity.sign_in_notices')).length > 0) await new Promise(setImmediate);
    const asked = world.openim.asked.filter(({ route }) => route === '/msg/send_business_notification');
    assert.ok(asked.length > 0);
    const { key, data, ...to } = JSON.parse(asked.at(-1)?.body ?? '');
    const { userID } = phone;
    assert.deepEqual([key, to.sendUserID, to.recvUserID, to.sendMsg], ['sign-in', userID, userID, false]);
    const { at, ...notice } = JSON.parse(data);
    assert.deepEqual(notice, { sessionID: web.keyid, deviceID: web.deviceID, deviceName: 'Test', platformID: 5 });
    assert.ok(Date.parse(at));
  });
});
