import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openWorld } from '../world/world.ts';

const SEARCH = `query ($text: String!) { messages(filter: { text: $text }) {
  nodes { sender { id } content { summary } }
} }`;
type Found = { messages: { nodes: { sender: { id: string }; content: { summary: string } }[] } };

test('what nobody has read yet is found: OpenIM tells of it, and the archive is told', async () => {
  await using world = await openWorld({ SANDBOX_CALLBACKS: 'on' });
  const ann = await world.signIn('ann@example.com');
  const bo = await world.signIn('bo@example.com');
  await ann.query(
    'mutation { sendMessage(input: { userID: "bo", content: { text: { text: "toldword, unread" } } }) { id } }',
  );
  const look = () => bo.query<Found, object>(SEARCH, { text: 'toldword' });
  let found = await look();
  for (let looks = 0; looks < 600 && found.messages.nodes.length === 0; looks += 1) {
    await pause(100);
    found = await look();
  }
  assert.deepEqual(found.messages.nodes, [{ sender: { id: 'ann' }, content: { summary: 'toldword, unread' } }]);
});
