import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adminToken, call } from '../sandbox/wire.ts';
import { signInAdmin } from '../world/admin.ts';
import { openWorld } from '../world/world.ts';
import { until } from './until.ts';

const SEARCH = 'query ($keyword: String!) { searchUsers(keyword: $keyword) { nodes { id } } }';

interface Found {
  readonly searchUsers: { nodes: { id: string }[] };
}

test('who is renamed past the gateway is found by their new name, and by the old one no more', async () => {
  await using world = await openWorld({ SANDBOX_CALLBACKS: 'on' });
  const admin = await signInAdmin(world);
  const found = async (keyword: string): Promise<string[]> =>
    (await admin<Found>(SEARCH, { keyword })).data?.searchUsers.nodes.map(({ id }) => id) ?? [];
  await until(async () => (await found('Lindqvist')).includes('bo'));
  const { apiURL = '', wsURL = '' } = world.running.sandbox ?? {};
  const sandbox = { apiURL, wsURL, secret: 'openIM123', adminUserID: 'imAdmin' };
  const userInfo = { userID: 'bo', nickname: 'Boromir' };
  const { errCode } = await call(sandbox, '/user/update_user_info', { userInfo }, await adminToken(sandbox));
  assert.equal(errCode, 0);
  await until(async () => (await found('Boromir')).includes('bo'));
  assert.deepEqual(await found('Lindqvist'), []);
});
