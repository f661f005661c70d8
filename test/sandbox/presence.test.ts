import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { encode } from '../../sandbox/gateway/proto.ts';
import { Town } from './town.ts';
import type { Client } from './wire.ts';
import { patiently, textMessage } from './wire.ts';

const statusOf = async (town: Town, userID: string): Promise<number | undefined> => {
  const { statusList } = await town.act(town.adminID, '/user/get_users_status', { userID: 'x', userIDs: [userID] });
  return (statusList as { status: number }[])[0]?.status;
};
const isConnected = async (town: Town, userID: string): Promise<boolean> => {
  const { data } = await town.ask(town.adminID, '/user/get_users_online_status', { userIDs: [userID] });
  return (data as unknown as { status: number }[])[0]?.status === 1;
};
/** What was pushed before the answer to this has come. */
const pushesOf = async (client: Client, userID: string): Promise<number> => {
  await client.ask(1001, encode('GetMaxSeqReq', { userID }));
  return client.pushes().length;
};

test('who came is published once a second and not pushed to before, who went is told at once', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  await using town = await Town.open({ presenceEveryMs: 1000 });
  await town.settle('ann', 'bo');
  const [ann, bo] = [await town.client('ann'), await town.client('bo')];
  assert.deepEqual([await statusOf(town, 'bo'), await isConnected(town, 'bo')], [0, true]);
  await ann.ask(1003, textMessage('ann', 'bo', 'too early'));
  assert.equal(await pushesOf(bo, 'bo'), 0);
  mock.timers.tick(1000);
  assert.equal(await statusOf(town, 'bo'), 1);
  await ann.ask(1003, textMessage('ann', 'bo', 'in time'));
  await patiently(() => bo.pushes().length > 0);
  assert.equal(await pushesOf(bo, 'bo'), 1);
  bo.socket.close();
  await patiently(() => bo.closed !== undefined);
  while (await isConnected(town, 'bo'));
  assert.equal(await statusOf(town, 'bo'), 0);
  mock.timers.reset();
});
