import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSocket } from '../../contract/socket/openim-socket.ts';
import { VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import type { Node } from './node.ts';
import { type Office, openOffice } from './office.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const BAN = `mutation ($userID: ID!, $until: DateTime, $evidence: JSON) {
  banUser(userID: $userID, reason: "Spam in every group", until: $until, evidence: $evidence) {
    id ban { id reason until state evidence by { email } receipts { surface state at } }
  }
}`;
const UNBAN = 'mutation ($userID: ID!) { unbanUser(userID: $userID, reason: "Appeal granted") { id ban { id } } }';
const OUT = `mutation ($userID: ID!, $platform: Platform) {
  forceLogout(userID: $userID, platform: $platform, reason: "Lost phone") {
    id state platform user { id } receipts { surface state }
  }
}`;
const BANS = `query ($userID: ID, $standing: Boolean, $first: Int, $after: String) {
  bans(userID: $userID, standing: $standing, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { id state user { id } liftedAt liftedBy { email } }
  }
}`;
const OPENIM = ['IOS', 'ANDROID', 'WINDOWS', 'MACOS', 'WEB', 'MINI_WEB', 'LINUX', 'ANDROID_PAD', 'IPAD', 'HARMONY_OS'];

const RECEIPTS =
  'query ($userID: ID) { bans(userID: $userID) { nodes { id state by { email } receipts { surface state } } } }';

/** Asks for a code, and comes with the right one: why it is refused. */
async function knock(node: Node, address: string): Promise<Record<string, unknown>> {
  const challengeID = (await node.request(address)).data.requestOTP.id;
  const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
  const input = { challengeID, code: await node.code(address), device };
  return (await node.ask({ query: VERIFY, variables: { input } })).extensions;
}

const banOf = async ({ do: ask }: Office, userID: string) =>
  (await ask(BANS, { userID, standing: true })).bans.nodes[0] ?? null;

describe('a ban', { concurrency: 2 }, () => {
  test('ends everything at once, on both nodes and every platform of OpenIM, and says so', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const [node, other] = [office.node, await world.node()];
    const phone = await other.signIn(ANN, { platform: 'IOS' });
    const web = await other.signIn(ANN);
    const bo = await node.signIn('bo@example.com');
    const { userID, wsURL, imToken } = web;
    await using socket = await openSocket({ wsURL, userID, token: imToken ?? '', platformID: 5 });
    assert.deepEqual([await node.who(web), await other.who(phone)], ['ok', 'ok']);
    const { ban } = (await office.do(BAN, { userID, evidence: { reports: 7 } })).banUser;
    assert.equal(await socket.ended, true);
    for (const login of [phone, web])
      assert.deepEqual([await node.who(login), await other.who(login)], ['USER_BANNED', 'USER_BANNED']);
    const surfaces = ban.receipts.map(({ surface, state }: Record<string, string>) => `${surface} ${state}`);
    assert.deepEqual(
      surfaces,
      ['RECORD', 'SESSIONS', ...OPENIM].map((surface) => `${surface} CLOSED`),
    );
    assert.deepEqual([ban.state, ban.evidence, ban.by.email], ['CLOSED', { reports: 7 }, 'admin@example.com']);
    assert.deepEqual(await world.store.hashAll(`im:token:${userID}`), {});
    assert.deepEqual(await world.db('identity.pending_logouts'), []);
    assert.equal(await node.who(bo), 'ok');
    const told = await node.ask({ query: '{ me { id } }', as: web });
    assert.equal(told.status, 401);
    assert.match(told.text, /You may not use this service for good: Spam in every group/);
  });

  test('lets nobody sign in, who is told why once the code was right, and is lifted again', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { userID } = await office.node.signIn(ANN);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await office.do(BAN, { userID, until });
    const refusal = await knock(office.node, ANN);
    assert.deepEqual([refusal.reason, refusal.code, refusal.until], ['USER_BANNED', 'UNAUTHENTICATED', until]);
    assert.equal((await world.db('identity.sessions').whereNull('ended_at')).length, 0);
    assert.deepEqual((await office.do(UNBAN, { userID })).unbanUser, { id: userID, ban: null });
    const back = await office.node.signIn(ANN);
    assert.deepEqual([await office.node.who(back), back.imToken !== null], ['ok', true]);
    assert.equal((await office.ask(UNBAN, { userID })).reason, 'ALREADY_SO');
  });

  test('outlives sign-ins that race with it: no session and no token is left, whoever was first', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const other = await world.node();
    for (let round = 0; round < 3; round += 1) {
      const { userID } = await other.signIn(ANN, { platform: 'IOS' });
      const racing = ['WEB', 'MACOS'].map((platform) => other.signIn(ANN, { platform }).catch(() => null));
      await Promise.all([office.do(BAN, { userID }), ...racing]);
      while ((await world.db('identity.pending_logouts')).length > 0) await new Promise(setImmediate);
      assert.deepEqual(await world.db('identity.sessions').where({ user_id: userID }).whereNull('ended_at'), []);
      assert.deepEqual(await world.store.hashAll(`im:token:${userID}`), {});
      await office.do(UNBAN, { userID });
    }
  });

  test('lifts itself when its time is up, and the log tells', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { userID } = await office.node.signIn(ANN);
    await office.do(BAN, { userID, until: new Date(Date.now() + 60_000).toISOString() });
    assert.equal((await knock(office.node, ANN)).reason, 'USER_BANNED');
    await world.db('identity.bans').update({ until: new Date() });
    assert.equal(await banOf(office, userID), null);
    assert.equal(await office.node.who(await office.node.signIn(ANN)), 'ok');
    const log = 'query ($target: String) { auditLog(target: $target) { nodes { actor action } } }';
    const entries = async () => (await office.do(log, { target: `user:${userID}` })).auditLog.nodes;
    while ((await entries())[0]?.action !== 'user.ban-ran-out') await new Promise(setImmediate);
    assert.equal((await entries())[0].actor, 'system');
    const [past] = (await office.do(BANS, { userID, standing: false })).bans.nodes;
    assert.deepEqual([past.state, past.liftedBy], ['LIFTED', null]);
    assert.ok(past.liftedAt);
  });

  test('is PARTIAL while OpenIM does not do its part, and CLOSED once it has; nobody comes in meanwhile', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const web = await office.node.signIn(ANN);
    const { userID } = web;
    world.openim.mode = 'broken';
    const { ban } = (await office.do(BAN, { userID })).banUser;
    assert.equal(ban.state, 'PARTIAL');
    const done = ban.receipts.filter(({ state }: Record<string, string>) => state === 'CLOSED');
    assert.deepEqual(
      done.map(({ surface }: Record<string, string>) => surface),
      ['RECORD', 'SESSIONS'],
    );
    assert.equal(await office.node.who(web), 'USER_BANNED');
    world.openim.mode = 'through';
    while ((await banOf(office, userID)).state !== 'CLOSED') await new Promise((resolve) => setTimeout(resolve, 50));
    while ((await world.db('identity.pending_logouts')).length > 0) await new Promise(setImmediate);
  });

  test('stays PARTIAL while one platform fails for more than a minute, and is CLOSED by the first try that succeeds', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { userID } = await office.node.signIn(ANN, { platform: 'IOS' });
    world.openim.breaks = (route, body) => route === '/auth/force_logout' && JSON.parse(body).platformID === 1;
    const { ban } = (await office.do(BAN, { userID })).banUser;
    const open = ({ receipts }: { receipts: Record<string, string>[] }) =>
      receipts.filter(({ state }) => state !== 'CLOSED').map(({ surface }) => surface);
    assert.deepEqual([ban.state, open(ban)], ['PARTIAL', ['IOS']]);
    const owed = () => world.db('identity.pending_logouts').where({ user_id: userID });
    // The pauses between tries are 5, 10, 20 and 40 seconds: they pass here by the row's own clock.
    for (let tries = 1; tries <= 4; tries += 1) {
      while ((await owed())[0].tries < tries) await new Promise((resolve) => setTimeout(resolve, 25));
      const [{ next_at: next }] = await owed();
      assert.ok(next.getTime() - Date.now() > 2_500 * 2 ** (tries - 1), 'the next try is put off, longer each time');
      assert.equal((await banOf(office, userID)).state, 'PARTIAL');
      await owed().update({ next_at: new Date() });
    }
    world.openim.breaks = () => false;
    while ((await banOf(office, userID)).state !== 'CLOSED') {
      await owed().update({ next_at: new Date() });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const told = (await office.do(RECEIPTS, { userID })).bans.nodes[0];
    assert.deepEqual([told.state, open(told)], ['CLOSED', []]);
  });

  test('costs the same to list, however many there are; to ban and to lift has a price', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ids: string[] = [];
    for (let nth = 0; nth < 6; nth += 1) ids.push((await office.node.signIn(`p${nth}@example.com`)).userID);
    const priced = async (query: string, variables: object): Promise<number> => {
      let statements = 0;
      const listen = ({ sql }: { sql: string }): void => {
        if (!/skip locked|daily_figures/.test(sql)) statements += 1;
      };
      office.node.db.on('query', listen);
      await office.do(query, variables);
      office.node.db.removeListener('query', listen);
      return statements;
    };
    const one = await priced(BAN, { userID: ids[0] });
    const list = RECEIPTS.replace('$userID: ID', '')
      .replace('query ()', 'query')
      .replace('(userID: $userID)', '(first: 20)');
    const few = await priced(list, {});
    for (const userID of ids.slice(1)) await office.do(BAN, { userID });
    const many = await priced(list, {});
    const lifted = await priced(UNBAN, { userID: ids[0] });
    assert.equal(many, few);
    assert.ok(few <= 6, `the list: ${few} statements`);
    assert.ok(one <= 60, `a ban, with ten platforms closed: ${one} statements`);
    assert.ok(lifted <= 14, `its end: ${lifted} statements`);
  });

  test('takes the place of the one before; bans are listed by whom and page by page', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ids = [];
    for (const email of [ANN, 'bo@example.com']) ids.push((await office.node.signIn(email)).userID);
    const [ann = '', bo = ''] = ids;
    const first = (await office.do(BAN, { userID: ann })).banUser.ban.id;
    const second = (await office.do(BAN, { userID: ann })).banUser.ban.id;
    const third = (await office.do(BAN, { userID: bo })).banUser.ban.id;
    const listed = async (filter: object) =>
      (await office.do(BANS, filter)).bans.nodes.map(({ id }: { id: string }) => id);
    assert.deepEqual(await listed({}), [third, second, first]);
    assert.deepEqual(await listed({ userID: ann }), [second, first]);
    assert.deepEqual(await listed({ standing: true }), [third, second]);
    const { pageInfo } = (await office.do(BANS, { first: 1 })).bans;
    assert.deepEqual(await listed({ first: 1, after: pageInfo.endCursor }), [second]);
    assert.equal((await office.ask(BANS, { after: 'x' })).reason, 'CURSOR_INVALID');
  });

  test('needs somebody, a reason and a time to come', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { userID } = await office.node.signIn(ANN);
    for (const nobody of ['nobody', '', '\u0000', 'x'.repeat(500)])
      assert.equal((await office.ask(BAN, { userID: nobody })).reason, 'NOT_FOUND');
    const past = await office.ask(BAN, { userID, until: new Date(0).toISOString() });
    assert.equal(past.extensions.field, 'until');
    assert.equal((await office.ask(BAN, { userID, evidence: 'x'.repeat(40_000) })).extensions.field, 'evidence');
    const silent = await office.ask('mutation ($userID: ID!) { banUser(userID: $userID, reason: " ") { id } }', {
      userID,
    });
    assert.equal(silent.extensions.field, 'reason');
    assert.equal((await world.db('identity.bans')).length, 0);
  });
});

test('a forced logout ends one platform, or all, and who was out may sign in again', async () => {
  await using world = await openWorld();
  const office = await openOffice(world);
  const { node } = office;
  const phone = await node.signIn(ANN, { platform: 'IOS' });
  const web = await node.signIn(ANN);
  const { userID } = web;
  const { forceLogout: out } = await office.do(OUT, { userID, platform: 'WEB' });
  assert.deepEqual([out.state, out.user.id, out.receipts.length], ['CLOSED', userID, 3]);
  assert.deepEqual([await node.who(web), await node.who(phone)], ['SESSION_REVOKED', 'ok']);
  const { forceLogout: all } = await office.do(OUT, { userID });
  assert.deepEqual([all.state, all.platform, all.receipts.length], ['CLOSED', null, 12]);
  assert.equal(await node.who(phone), 'SESSION_REVOKED');
  const query = 'query ($id: ID!) { forcedLogout(id: $id) { state by { email } } }';
  assert.deepEqual((await office.do(query, { id: all.id })).forcedLogout.by, { email: 'admin@example.com' });
  assert.equal((await office.do(query, { id: 'nothing' })).forcedLogout, null);
  const back = await node.signIn(ANN);
  assert.deepEqual([await node.who(back), back.imToken !== null], ['ok', true]);
});
