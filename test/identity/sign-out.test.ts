import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSocket } from '../../contract/socket/openim-socket.ts';
import { LOGOUT, REVOKE, SESSIONS } from './documents.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';

describe('signing out', { concurrency: 2 }, () => {
  test('logout ends this session at once on both nodes, with its token and WebSocket, and no other', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const phone = await node.signIn(ANN, { platform: 'IOS' });
    const web = await node.signIn(ANN);
    const { wsURL, userID, imToken } = web;
    await using socket = await openSocket({ wsURL, userID, token: imToken ?? '', platformID: 5 });
    // Both nodes have copies of their own by now.
    assert.deepEqual([await node.who(web), await other.who(web)], ['ok', 'ok']);
    const { data, reason } = await node.ask({ query: LOGOUT, as: web });
    assert.deepEqual([data, reason], [{ logout: null }, undefined]);
    assert.deepEqual([await node.who(web), await other.who(web)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    assert.equal(await socket.ended, true);
    assert.equal(await other.who(phone), 'ok');
    assert.deepEqual(Object.keys(await world.store.hashAll(`im:token:${userID}`)), ['1']);
    assert.equal((await world.db('identity.pending_logouts')).length, 0);
  });

  test('logout everywhere ends all of the user’s sessions, and nobody else’s', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const logins = [
      await node.signIn(ANN),
      await node.signIn(ANN, { platform: 'IOS' }),
      await other.signIn(ANN, { platform: 'MACOS' }),
    ];
    const bo = await node.signIn('bo@example.com');
    await other.ask({ query: LOGOUT, variables: { everywhere: true }, as: logins[0] as never });
    for (const login of logins)
      assert.deepEqual([await node.who(login), await other.who(login)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    assert.equal(await node.who(bo), 'ok');
    assert.deepEqual(await world.store.hashAll(`im:token:${bo.userID}`).then(Object.keys), ['5']);
    assert.deepEqual(await world.store.hashAll(`im:token:${logins[0]?.userID}`).then(Object.keys), []);
  });

  test('revokeSession ends another of one’s own, and answers when', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const phone = await node.signIn(ANN, { platform: 'IOS' });
    const web = await node.signIn(ANN);
    assert.equal(await other.who(phone), 'ok');
    const { data } = await node.ask({ query: REVOKE, variables: { id: phone.keyid }, as: web });
    assert.equal(data.revokeSession.id, phone.keyid);
    assert.ok(Math.abs(Date.parse(data.revokeSession.endedAt) - Date.now()) < 5_000);
    assert.deepEqual([await node.who(phone), await other.who(phone)], ['SESSION_REVOKED', 'SESSION_REVOKED']);
    const left = await other.ask({ query: SESSIONS, as: web });
    assert.deepEqual(
      left.data.sessions.map(({ id }: { id: string }) => id),
      [web.keyid],
    );
    const again = await node.ask({ query: REVOKE, variables: { id: phone.keyid }, as: web });
    assert.equal(again.data.revokeSession.endedAt, data.revokeSession.endedAt);
  });

  test('somebody else’s session is NOT_FOUND, as is one that nobody has, and goes on', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const [ann, bo] = [await node.signIn(ANN), await node.signIn('bo@example.com')];
    for (const id of [bo.keyid, 'nobody', 'not an id', '\u0000', 'x'.repeat(5_000)]) {
      const { reason, status, data } = await node.ask({ query: REVOKE, variables: { id }, as: ann });
      assert.deepEqual([status, reason, data], [200, 'NOT_FOUND', { revokeSession: null }]);
    }
    assert.equal(await node.who(bo), 'ok');
  });

  test('a session that ends while it is being renewed does not come back', async () => {
    await using world = await openWorld();
    const [node, other] = [await world.node(), await world.node()];
    const ann = await node.signIn(ANN);
    const [, renewal] = await Promise.all([
      node.ask({ query: LOGOUT, variables: { everywhere: true }, as: ann }),
      other.renew(ann),
    ]);
    assert.equal(await node.who(ann), 'SESSION_REVOKED');
    if (renewal.data?.renewSession) assert.equal(await node.who(renewal.login()), 'SESSION_REVOKED');
    assert.equal((await world.db('identity.sessions').whereNull('ended_at')).length, 0);
  });

  test('nobody signed in cannot sign out', async () => {
    await using world = await openWorld();
    const node = await world.node();
    for (const query of ['mutation { logout }', '{ sessions { id } }', 'mutation { revokeSession(id: "x") { id } }'])
      assert.equal((await node.ask({ query })).reason, 'SIGNATURE_MISSING');
  });
});
