import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openProduction, type Production } from './nodes.ts';

const NAMES = ['openim', 'identity', 'media', 'moderation'] as const;

let production: Production;
before(async () => {
  production = await openProduction();
});
after(() => production[Symbol.asyncDispose]());

test('each subgraph in a process of its own: people sign in and read, and without media all but files is there', async () => {
  const parts = new Map<string, Awaited<ReturnType<Production['subgraph']>>>();
  for (const name of NAMES) parts.set(name, await production.subgraph(name));
  const SUBGRAPHS = Array.from(parts, ([name, { url }]) => `${name}=${url}`).join(',');
  const gateway = await production.node({ SUBGRAPHS });
  const ann = await production.signIn(gateway.url, 'ann@example.com');
  const me = '{ me { id email } uploadLimits { maxBytes } }';
  const whole = await ann.query<{ me: { email: string } }, object>(me);
  assert.deepEqual(whole.errors, []);
  assert.equal(whole.data?.me.email, 'ann@example.com');

  await parts.get('media')?.stop('SIGKILL');
  const rest = await ann.query<{ me: { email: string } | null }, object>(
    '{ me { id email } uploadLimits { maxBytes } }',
  );
  assert.equal(rest.errors[0]?.extensions.reason, 'SUBGRAPH_UNAVAILABLE');
  assert.equal(rest.errors[0]?.extensions.service, 'media');
  const ready = await fetch(`${gateway.url}/readyz`);
  const { dependencies } = (await ready.json()) as { dependencies: Record<string, string> };
  assert.deepEqual(
    [ready.status, dependencies['subgraph media'], dependencies['subgraph openim']],
    [200, 'down', 'up'],
  );

  const unsigned = await fetch(`${parts.get('openim')?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ me { id } }"}',
  });
  assert.equal(unsigned.status, 401);
});
