import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openChat } from './chat.ts';
import { openWorld } from './world.ts';

test('a query is answered', async () => {
  await using world = await openWorld(openChat());
  const answer = await world.ask('{ hello }');
  assert.deepEqual([answer.status, answer.json], [200, { data: { hello: 'hello you' } }]);
});
