import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../client/index.ts';
import { openSocket } from '../../contract/socket/openim-socket.ts';
import { type Node, openProduction } from './nodes.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const ME = '{ me { id nickname } }';
const SEND = `mutation ($to: ID!, $text: String!) {
  sendMessage(input: { userID: $to, content: { text: { text: $text } } }) { id conversationID }
}`;
const READ = `query ($id: ID!) {
  conversation(id: $id) { messages { nodes { id sender { nickname } content { summary } } } }
}`;

/** The same person at another node: a session is known to all of them. */
const at = async (node: Node, client: Client): Promise<Client> => {
  const session = await client.session();
  const { createClient } = await import('../../client/index.ts');
  return createClient({
    url: `${node.url}/graphql`,
    device: { name: 'Test', platform: 'WEB' },
    storage: { load: async () => (session === null ? {} : { session }), save: async () => undefined },
  });
};

const reasonsOf = (answer: {
  readonly errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}) => answer.errors.map(({ extensions }) => extensions?.reason);

test('two nodes on a real Postgres and Redis are one product: signed in on one, read on the other, pushed by OpenIM', async () => {
  await using world = await openProduction();
  const [a, b] = await Promise.all([world.node(), world.node()]);
  const ann = await world.signIn(a.url, 'ann@example.com');
  const bo = await world.signIn(b.url, 'bo@example.com');
  const boSession = await bo.session();
  assert.ok(boSession?.imToken);
  await using socket = await openSocket({
    wsURL: boSession.wsURL,
    userID: boSession.userID,
    token: boSession.imToken,
    platformID: 5,
  });
  await pause(200);
  const sent = await ann.query<{ sendMessage: { id: string; conversationID: string } }, object>(SEND as never, {
    to: boSession.userID,
    text: 'Hello Bo',
  });
  const { id, conversationID } = sent.data?.sendMessage ?? assert.fail(JSON.stringify(sent));
  const pushed = await socket.message(({ content }) => content.content === 'Hello Bo');
  assert.equal(`${pushed.conversationID}:${pushed.serverMsgID}`, id);

  const annAtB = await at(b, ann);
  const read = await annAtB.query(READ as never, { id: conversationID } as never);
  assert.deepEqual(read.errors, []);
  assert.match(JSON.stringify(read.data), /"summary":"Hello Bo"/);

  await ann.logout();
  assert.deepEqual(reasonsOf(await annAtB.query(ME as never)), ['SESSION_REVOKED']);

  assert.deepEqual(await world.written(), [], 'production keeps nothing on the machine');
  for (const node of [a, b]) assert.doesNotMatch(node.said(), /Hello Bo|ann@example\.com|bo@example\.com/);
});

test('a store that lost everything signs nobody out, and lets nothing be played again', async () => {
  await using world = await openProduction();
  const node = await world.node();
  const ann = await world.signIn(node.url, 'ann@example.com');
  assert.deepEqual((await ann.query(ME as never)).errors, []);
  execFileSync('redis-cli', ['-p', String(world.redis.port), 'flushall']);
  // Whatever was signed up to now may have been used; from the next second on, all is well.
  const reasons = reasonsOf(await ann.query(ME as never));
  assert.ok(
    reasons.every((reason) => reason === 'REPLAYED'),
    String(reasons),
  );
  await pause(1_100);
  assert.deepEqual((await ann.query(ME as never)).errors, []);
});

test('while Redis is down, who is signed in goes on reading and writing; and when it is back, all is as before', async () => {
  await using world = await openProduction();
  const node = await world.node();
  const ann = await world.signIn(node.url, 'ann@example.com');
  const bo = await world.signIn(node.url, 'bo@example.com');
  await world.redis.crash();
  // What was signed while Redis still remembered is refused; from the next second on it is Postgres that remembers.
  await pause(1_100);
  const { userID } = (await bo.session()) ?? assert.fail();
  assert.deepEqual(reasonsOf(await ann.query(ME as never)), []);
  assert.deepEqual(reasonsOf(await ann.query(SEND as never, { to: userID, text: 'still here' } as never)), []);
  assert.equal((await fetch(`${node.url}/readyz`)).status, 503);
  await world.redis.restart();
  await pause(2_500);
  await ann.query(ME as never);
  await pause(1_100);
  assert.deepEqual(reasonsOf(await ann.query(ME as never)), []);
});

test('a node that is killed takes no session with it, and one that is told to stop leaves with 0', async () => {
  await using world = await openProduction();
  const [a, b] = await Promise.all([world.node(), world.node()]);
  const ann = await world.signIn(a.url, 'ann@example.com');
  await a.stop('SIGKILL');
  const annAtB = await at(b, ann);
  assert.deepEqual(reasonsOf(await annAtB.query(ME as never)), []);
  assert.equal(await b.stop('SIGTERM'), 0);
});

test('production refuses to start on embedded parts, and names every setting that it misses', () => {
  const { status, stderr } = spawnSync(process.execPath, ['gateway/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  for (const name of [
    'DATABASE_URL',
    'REDIS_URL',
    'OPENIM_API_URL',
    'OPENIM_SECRET',
    'SESSION_KEK',
    'IDENTITY_KEY',
    'ADMIN_JWT_KEYS',
    'OTP_DELIVERY',
  ])
    assert.match(stderr, new RegExp(`- ${name}: `));
});
