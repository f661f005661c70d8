import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

describe('what the operator sets for an application', () => {
  let stage: Stage;
  let ann: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann', 'Ann');
  });
  after(() => stage[Symbol.asyncDispose]());

  const READ = '{ clientConfig { id key value user { nickname } } }';
  const read = async (actor = ann): Promise<object> =>
    (await actor.query<{ clientConfig: object }, object>(READ)).clientConfig;

  test('is nothing, as long as nothing was set', async () => {
    assert.deepEqual(await read(), []);
  });

  test('counts for everybody, unless it was set for oneself', async () => {
    await stage.post('/user/set_user_client_config', { userID: '', configs: { theme: 'light', size: '14' } });
    await stage.post('/user/set_user_client_config', { userID: 'ann', configs: { theme: 'dark' } });
    const { result, routes } = await stage.price(() => read());
    const size = { id: ':size', key: 'size', value: '14', user: null };
    assert.deepEqual(result, [size, { id: 'ann:theme', key: 'theme', value: 'dark', user: { nickname: 'Ann' } }]);
    const asked = '/user/get_user_client_config';
    assert.deepEqual(routes, [asked, asked, '/user/get_users_info']);
    const bo = await stage.person('bo');
    assert.deepEqual(await read(bo), [size, { id: ':theme', key: 'theme', value: 'light', user: null }]);
  });
});
