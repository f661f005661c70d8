import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, mock, test } from 'node:test';
import jwt from 'jsonwebtoken';
import { Town } from './town.ts';
import type { ApiAnswer } from './wire.ts';
import { adminToken, Client, patiently, textMessage } from './wire.ts';

type Data = Record<string, unknown>;

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../recordings/${name}.json`, import.meta.url), 'utf8')) as Record<string, Data>;
const recorded = read('tokens-life');
const extra = read('extra');
const USER = 'tl536013';
const PLATFORMS = [1, 2, 3, 5];
const MINUTE = 60_000;
// Tokens of one second are one string.
const A_SECOND = 1100;

let town: Town;
before(async () => {
  town = await Town.open();
  await town.settle(USER, `${USER}b`, 'kicked', 'x951804a', 'x951804b', 'x951804c');
});
after(() => town.stop());

const post = async (path: string, body: object, headers: Record<string, string>): Promise<ApiAnswer> => {
  const response = await fetch(town.sandbox.apiURL + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as ApiAnswer;
};
const withToken = (token: string, path = '/user/get_users_info', body: object = { userIDs: [] }) =>
  post(path, body, { operationID: 'op', token });
/** Without its data, and without the stack that differs with each build. */
const bare = ({ errCode, errMsg, errDlt }: ApiAnswer) => ({
  errCode,
  errMsg: errMsg.split(' | ->')[0]?.split('  …')[0],
  errDlt,
});
const issue = (userID: string, platformID: unknown, token = town.token(town.adminID)) =>
  withToken(token, '/auth/get_user_token', { userID, platformID });
const tokenOf = async (userID: string, platformID: number) => String((await issue(userID, platformID)).data?.token);
const admin = (secret: string, userID: string, headers: Record<string, string> = { operationID: 'op' }) =>
  post('/auth/get_admin_token', { secret, userID }, headers);

/** What a token that was not issued here opens, everywhere. */
const everywhere = async (token: string, knock: { userID?: string; platformID?: number } = {}) => {
  const client = new Client(town.sandbox, { userID: USER, token, platformID: 5, ...knock });
  await patiently(() => client.closed !== undefined, 5000);
  return {
    rest: bare(await withToken(token)),
    parse: bare(await withToken('', '/auth/parse_token', { token })),
    ws: JSON.parse(client.texts[0] ?? '{}') as unknown,
    wsClose: { code: client.closed, reason: '' },
  };
};

const seconds = () => Math.floor(Date.now() / 1000);
const claims = { UserID: USER, PlatformID: 5, exp: seconds() + 9999, iat: seconds() - 5 };
const sign = (change: object = {}, secret = town.sandbox.secret): string =>
  jwt.sign({ ...claims, ...change }, secret, { algorithm: 'HS256' });

const readClaims = (token: string) => {
  const { header, payload } = jwt.decode(token, { complete: true }) ?? {};
  const { exp, iat, ...rest } = payload as Data & { exp: number; iat: number };
  return { header, claims: rest, life: exp - iat };
};

const stateOf = async (sockets: Map<number, Client>, tokens: Map<number, string>): Promise<Data> =>
  Object.fromEntries(
    await Promise.all(
      [...tokens].map(async ([platformID, token]) => {
        const client = sockets.get(platformID);
        const kicked = client?.frames.some(({ reqIdentifier }) => reqIdentifier === 2002);
        return [platformID, { rest: (await withToken(token)).errCode, wsOpen: client?.closed === undefined, kicked }];
      }),
    ),
  );

const logout = (platformID: number | undefined, userID = 'kicked', token = town.token(town.adminID)) =>
  withToken(token, '/auth/force_logout', { userID, ...(platformID !== undefined && { platformID }) });

const ROWS: Record<string, () => Promise<unknown>> = {
  admin_wrong_secret: async () => bare(await admin('no', 'imAdmin')),
  admin_wrong_user: async () => bare(await admin(town.sandbox.secret, 'u1')),
  admin_no_operationID: async () => bare(await admin(town.sandbox.secret, 'imAdmin', {})),
  no_operationID: async () => bare(await post('/user/get_users_info', {}, { token: town.token(USER) })),
  user_token_without_token: async () => bare(await post('/auth/get_user_token', {}, { operationID: 'op' })),
  user_token_with_user_token: async () => bare(await issue(USER, 5, town.token(USER))),
  user_token_unknown_user: async () => bare(await issue('nobody536013', 5)),
  ...Object.fromEntries(
    [0, -1, 10, 11, 12, 99, '5'].map((platformID) => [
      `user_token_platform_${JSON.stringify(platformID)}`,
      async () => bare(await issue(USER, platformID)),
    ]),
  ),
  user_token_for_admin: async () => bare(await issue('imAdmin', 5)),
  parse_garbage: async () => bare(await withToken('', '/auth/parse_token', { token: 'garbage' })),
  parse_empty: async () => bare(await withToken('', '/auth/parse_token', { token: '' })),
  token_wrong_secret: () => everywhere(sign({}, 'another')),
  token_expired: () => everywhere(sign({ exp: seconds() - 60 })),
  token_alg_none: () => everywhere(jwt.sign(claims, '', { algorithm: 'none' })),
  token_iat_future: () => everywhere(sign({ iat: seconds() + 3600 })),
  token_self_signed_admin: () => everywhere(sign({ UserID: 'imAdmin', PlatformID: 10, iat: seconds() - 777 })),
  token_garbage: () => everywhere('garbage'),
  ws_user_mismatch: async () => {
    const client = new Client(town.sandbox, { userID: `${USER}b`, token: town.token(USER) });
    await patiently(() => client.texts.length > 0, 5000);
    return JSON.parse(client.texts[0] ?? '{}');
  },
  force_logout_by_user_token: async () => bare(await logout(5, USER, town.token(USER))),
  force_logout_unknown_user: async () => bare(await logout(5, 'nobody536013')),
  admin_ws: async () => {
    const client = new Client(town.sandbox, { userID: 'imAdmin', token: town.token('imAdmin'), platformID: 10 });
    await patiently(() => client.texts.length > 0, 5000);
    return JSON.parse(client.texts[0] ?? '{}');
  },
  admin_ws_send_as_user: async () => {
    const knock = { userID: 'imAdmin', token: town.token('imAdmin'), platformID: 10 };
    const client = await new Client(town.sandbox, knock).opened();
    const reply = await client.ask(1003, textMessage(USER, `${USER}b`, 'x'));
    return { errCode: reply?.errCode, errMsg: reply?.errMsg };
  },
  user_ws_spoof_msg_sendID: async () => {
    const client = await town.client(USER);
    const reply = await client.ask(1003, textMessage(`${USER}b`, USER, 'x'));
    return { errCode: reply?.errCode, errMsg: reply?.errMsg };
  },
  user_ws_spoof_frame_sendID: async () => {
    const client = await town.client(USER);
    await client.ask(1003, textMessage(USER, `${USER}b`, 'x'), { sendID: `${USER}b` });
    await patiently(() => client.closed !== undefined);
    return { timeout: true, closed: { code: client.closed, reason: '' } };
  },
};

for (const [name, act] of Object.entries(ROWS)) {
  test(`${name} is as it was recorded`, async () => {
    const row = recorded[name] as Data | undefined;
    const told = row && 'errMsg' in row && 'errDlt' in row ? bare(row as unknown as ApiAnswer) : row;
    assert.deepEqual(await act(), told);
  });
}

test('tokens are made of what was recorded, and tell when they end', async () => {
  const { header, adminClaims } = recorded.jwt as { header: Data; adminClaims: { exp: number; iat: number } };
  const made = readClaims(town.token('imAdmin'));
  assert.deepEqual(made.header, header);
  assert.deepEqual(made.claims, { UserID: 'imAdmin', PlatformID: 10 });
  assert.equal(made.life, adminClaims.exp - adminClaims.iat);
  const { userID, platformID } = (recorded.parse_ok as { data: Data }).data;
  const { data } = await withToken('', '/auth/parse_token', { token: town.token(USER) });
  const { exp } = decodeClaims(town.token(USER));
  assert.deepEqual(data, { userID, platformID, expireTimeSeconds: exp });
});
const decodeClaims = (token: string) => jwt.decode(token) as { exp: number };

test('two tokens of one second are one string, and an older admin’s token goes on for a while', async () => {
  const until = Date.now() + 5000;
  let pair = ['a', 'b'];
  while (pair[0] !== pair[1] && Date.now() < until) pair = [await tokenOf(USER, 7), await tokenOf(USER, 7)];
  assert.equal(pair[0] === pair[1], recorded.two_tokens_same_second_identical as unknown);
  const older = town.token('imAdmin');
  await admin(town.sandbox.secret, 'imAdmin');
  assert.deepEqual(bare(await withToken(older)), recorded.older_admin_token_right_after_newer);
});

test('a forced logout puts out one platform, row by row', async () => {
  const tokens = new Map<number, string>();
  const sockets = new Map<number, Client>();
  for (const platformID of PLATFORMS) {
    const token = await tokenOf('kicked', platformID);
    tokens.set(platformID, token);
    sockets.set(platformID, await new Client(town.sandbox, { userID: 'kicked', token, platformID }).opened());
  }
  const state = () => stateOf(sockets, tokens);
  for (const [name, platformID] of [
    ['force_logout_platform_0', 0],
    ['force_logout_platform_missing', undefined],
  ] as const)
    assert.deepEqual({ resp: bare(await logout(platformID)), state: await state() }, recorded[name], name);
  const row = recorded.force_logout_platform_5 as Data & { state: unknown; wsFrame: unknown[] };
  assert.deepEqual(bare(await logout(5)), row.resp);
  assert.equal((await withToken(tokens.get(5) ?? '')).errCode, row.restImmediately);
  await patiently(() => sockets.get(5)?.closed !== undefined, 5000);
  assert.deepEqual(sockets.get(5)?.frames.slice(-1), row.wsFrame);
  assert.deepEqual(await state(), row.state);
  await new Promise((resolve) => setTimeout(resolve, A_SECOND));
  assert.deepEqual(bare(await issue('kicked', 5)), recorded.new_token_after_force_logout);
  for (const platformID of [1, 2, 3]) await logout(platformID);
  await patiently(() => [...sockets.values()].every(({ closed }) => closed !== undefined), 5000);
  assert.deepEqual(await state(), recorded.force_logout_each_platform);
});

test('a logout over the WebSocket leaves the token as it is', async () => {
  const row = recorded.ws_logout_2003 as { closed: unknown; tokenStillValid: unknown };
  const client = await town.client(`${USER}b`);
  await client.ask(2003, new Uint8Array());
  await patiently(() => client.closed !== undefined, 5000);
  assert.deepEqual({ code: client.closed, reason: '' }, row.closed);
  assert.deepEqual(bare(await withToken(town.token(`${USER}b`))), row.tokenStillValid);
});

test('two connections with one token stay, and go together', async () => {
  const row = extra.same_token_two_connections as { first: boolean; second: boolean; afterForce: unknown[] };
  const pair = [await town.client('x951804b'), await town.client('x951804b')];
  assert.deepEqual(
    pair.map(({ closed }) => closed === undefined),
    [row.first, row.second],
  );
  const detail = await withToken(town.token(town.adminID), '/user/get_users_online_token_detail', {
    userIDs: ['x951804b'],
  });
  assert.deepEqual(
    JSON.parse(JSON.stringify(detail.data).replaceAll(town.token('x951804b'), '<jwt>')),
    extra.online_token_detail,
  );
  await logout(5, 'x951804b');
  await patiently(() => pair.every(({ closed }) => closed !== undefined), 5000);
  assert.deepEqual(
    pair.map(({ closed }) => ({ code: closed, reason: '' })),
    row.afterForce,
  );
});

test('a token of an odd platform opens REST for good, and no WebSocket', async () => {
  const row = extra.platform99 as Record<string, Data>;
  const token = await tokenOf('x951804c', 99);
  assert.deepEqual(bare(await withToken(token)), row.rest);
  const ask = { fromUserID: 'x951804c', toUserID: 'x951804a' };
  assert.deepEqual(bare(await withToken(token, '/friend/add_friend', ask)), row.addFriend);
  assert.deepEqual(bare(await logout(99, 'x951804c')), row.force_logout);
  assert.deepEqual(bare(await withToken(token)), row.after);
  const client = new Client(town.sandbox, { userID: 'x951804c', token, platformID: 99 });
  await patiently(() => client.refusal !== undefined, 5000);
  assert.equal(client.refusal, row.ws?.body);
});

test('an admin who is logged out is out', async () => {
  await using other = await Town.open();
  const resp = await other.ask('imAdmin', '/auth/force_logout', { userID: 'imAdmin', platformID: 10 });
  assert.deepEqual(bare(resp), recorded.force_logout_admin_itself);
  const after = await other.ask('imAdmin', '/user/get_users_info', { userIDs: [] });
  assert.deepEqual(bare(after), recorded.after_admin_kick);
});

/** Runs at another time. */
const later = async <T>(ms: number, work: () => Promise<T>): Promise<T> => {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + ms });
  try {
    return await work();
  } finally {
    mock.timers.reset();
  }
};

test('an older admin’s token is forgotten after five minutes', async () => {
  await using other = await Town.open();
  await new Promise((resolve) => setTimeout(resolve, A_SECOND));
  await adminToken(other.sandbox);
  const ask = () => other.ask('imAdmin', '/user/get_users_info', { userIDs: [] });
  assert.equal((await later(4 * MINUTE, ask)).errCode, 0);
  assert.deepEqual(bare(await later(6 * MINUTE, ask)), recorded.older_admin_token_after_temporary_key_gone);
});

test('an open connection outlives its token', async () => {
  const row = recorded.expiry_while_connected ?? {};
  const client = await town.client('x951804a');
  const token = town.token('x951804a');
  assert.deepEqual(bare(await withToken(token)), row.restBefore);
  await later(91 * 24 * 60 * MINUTE, async () => {
    assert.deepEqual(bare(await withToken(token)), row.restAfter);
    assert.equal(client.closed === undefined, row.wsStillOpen);
    const reply = await client.ask(1003, textMessage('x951804a', `${USER}b`, 'after expiry'));
    assert.equal(reply?.errCode, row.wsSendAfterExpiry);
  });
});
