import assert from 'node:assert/strict';
import { test } from 'node:test';
import jwt from 'jsonwebtoken';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Ended } from '../../subgraphs/openim/rest/tokens/ended.ts';
import type { Shelf } from '../../subgraphs/openim/rest/tokens/shelf.ts';
import { createStanding, type Standing } from '../../subgraphs/openim/rest/tokens/standing.ts';
import { openStage, send, tokenOf } from './stage.ts';

const ROUTE = '/user/get_users_info';
/** The sandbox's own, as OpenIM's is by default. */
const SECRET = 'openIM123';

const now = (): number => Math.floor(Date.now() / 1000);
const claims = (userID: string, more: object = {}) => ({
  ...{ UserID: userID, PlatformID: 5, exp: now() + 1000, iat: now() - 5 },
  ...more,
});

test('a token is asked for after the operationID, and a bad one is refused with the code that OpenIM has for it', async () => {
  await using stage = await openStage();
  const { ann, as, world } = stage;
  const asked = async (token: string | null, headers = {}) =>
    (await as(ann, ROUTE, { userIDs: [] }, { token, headers })).envelope;
  assert.deepEqual(await asked(null, { operationID: '' }), {
    ...{ errCode: 1001, errMsg: 'ArgsError', errDlt: 'header must have operationID' },
  });
  assert.equal((await asked(tokenOf(ann), { operationID: '' })).errDlt, 'header must have operationID');
  assert.equal((await asked(null)).errDlt, 'header must have token');

  const bad: readonly (readonly [string, number, string])[] = [
    ['abc', 1503, 'TokenMalformedError'],
    ['a.b.c', 1503, 'TokenMalformedError'],
    ['x'.repeat(5_000), 1503, 'TokenMalformedError'],
    [jwt.sign(claims(ann.id, { exp: now() - 1 }), SECRET), 1501, 'TokenExpiredError'],
    [jwt.sign(claims(ann.id, { nbf: now() + 100 }), SECRET), 1504, 'TokenNotValidYetError'],
    [jwt.sign(claims(ann.id), 'another secret'), 1505, 'signature is invalid'],
    [jwt.sign(claims(ann.id), null, { algorithm: 'none' }), 1505, "'none' signature type is not allowed"],
    [jwt.sign(claims(ann.id, { iat: now() + 100 }), SECRET), 1505, 'token used before issued'],
    [jwt.sign(claims(ann.id), SECRET), 1507, 'TokenNotExistError'],
    [jwt.sign(claims('nobody'), SECRET), 1507, 'TokenNotExistError'],
    [jwt.sign(claims(ann.id, { PlatformID: 99 }), SECRET), 1507, 'TokenNotExistError'],
  ];
  const direct = world.running.sandbox?.apiURL;
  for (const [token, errCode, errMsg] of bad) {
    const expected = { errCode, errMsg, errDlt: '' };
    assert.deepEqual(await asked(token), expected);
    assert.deepEqual((await send(`${direct}${ROUTE}`, { userIDs: [] }, { token })).envelope, expected);
  }
});

test('a token that OpenIM takes and that we did not make opens nothing', async () => {
  await using stage = await openStage();
  const { ann, as, world } = stage;
  const direct = world.running.sandbox?.apiURL;
  const ask = (route: string, body: object, token?: string) =>
    send(`${direct}${route}`, body, { token: token ?? null });
  const admin = await ask('/auth/get_admin_token', { secret: SECRET, userID: 'imAdmin' });
  const { token: adminToken } = admin.envelope.data as { token: string };
  const made = await ask('/auth/get_user_token', { userID: ann.id, platformID: 3 }, adminToken);
  const { token: foreign } = made.envelope.data as { token: string };
  assert.equal((await ask(ROUTE, { userIDs: [] }, foreign)).envelope.errCode, 0);
  for (const token of [foreign, adminToken]) {
    assert.equal((await as(ann, ROUTE, { userIDs: [] }, { token })).envelope.errCode, 1507);
    assert.equal((await as(ann, '/auth/parse_token', { token })).envelope.errCode, 1507);
  }
});

test('a sign-out ends the token at once, and a sign-in gives another', async () => {
  await using stage = await openStage();
  const { ann, as, world } = stage;
  assert.equal((await as(ann, ROUTE, { userIDs: [] })).envelope.errCode, 0);
  await ann.client.logout();
  assert.deepEqual((await as(ann, ROUTE, { userIDs: [] })).envelope, {
    ...{ errCode: 1506, errMsg: 'TokenKickedError', errDlt: '' },
  });
  const again = await world.signIn('+8613800138001');
  assert.notEqual(tokenOf(again), tokenOf(ann));
  assert.equal((await as(again, ROUTE, { userIDs: [] })).envelope.errCode, 0);
  assert.equal((await as(ann, ROUTE, { userIDs: [] })).envelope.errCode, 1506);
});

test('while the store is away, OpenIM’s signature and our record of sessions tell whose a token is', async () => {
  const away = () => Promise.reject(new Fault('STORE_UNAVAILABLE'));
  const shelf = { fresh: away } as unknown as Shelf;
  const standing = createStanding({ shelf, ended: {} as Ended, secret: SECRET });
  const token = jwt.sign(claims('ann'), SECRET);
  assert.deepEqual(await standing(token, async () => true), { kind: 'good', userID: 'ann', platform: 5 });
  assert.equal(errCodeOf(await standing(token, async () => false)), 1506);
  assert.equal(errCodeOf(await standing(jwt.sign(claims('ann'), 'another secret'), async () => true)), 1505);
});

const errCodeOf = (standing: Standing): number => (standing.kind === 'refused' ? standing.errCode : 0);
