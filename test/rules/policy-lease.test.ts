import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { KEY_MAKERS } from '../../gateway/identity-settings.ts';
import { until } from '../events/until.ts';
import { get } from '../moderation/bench.ts';
import { signInAdmin } from '../world/admin.ts';
import { emptyDatabase } from '../world/database.ts';
import { openWorld } from '../world/world.ts';
import { inHours, newKey, openPublisher } from './publisher.ts';

const SUBSCRIBE = `mutation ($input: PolicySubscriptionInput!) {
  subscribePolicyList(input: $input, reason: "They know them") { id }
}`;
/** Each node looks for lists that are due once in less than this. */
const A_TURN_MS = 6_000;

test('a list is fetched by one of two nodes, however long that takes', async () => {
  await using database = await emptyDatabase();
  const keys = Object.fromEntries(Object.entries(KEY_MAKERS).map(([name, make]) => [name, make()]));
  await using here = await openWorld({ DATABASE_URL: database.url, ...keys });
  await using _there = await openWorld({ DATABASE_URL: database.url, ...keys });
  const [admin, key] = [await signInAdmin(here), await newKey('EdDSA')];
  await using publisher = await openPublisher();
  const list = { iss: 'https://trust.example', list: 'spam', version: 1, iat: inHours(0), exp: inHours(24) };
  publisher.body = await key.sign({ ...list, entries: [] });
  const { promise: open, resolve: answer } = Promise.withResolvers<void>();
  publisher.open = open;

  const input = { name: 'Spam', url: publisher.url, trust: { thumbprints: [key.thumbprint] } };
  const { subscribePolicyList } = await get<{ subscribePolicyList: { id: string } }>(admin, SUBSCRIBE, { input });
  await until(() => publisher.asked.length === 1);
  await pause(A_TURN_MS);
  answer();
  const state = `{ policySubscription(id: "${subscribePolicyList.id}") { state lookedAt } }`;
  type State = { policySubscription: { state: string; lookedAt: string | null } };
  await until(async () => (await get<State>(admin, state)).policySubscription.lookedAt !== null);
  assert.deepEqual([publisher.asked.length, (await get<State>(admin, state)).policySubscription.state], [1, 'CURRENT']);
});
