import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { badInput, Fault } from '../../subgraphs/kit/fault.ts';
import type { RequestScope } from '../../subgraphs/kit/request.ts';
import { openChat } from './chat.ts';
import { openWorld, subgraph } from './world.ts';

const failing = (error: unknown) => ({
  people: {
    hello: () => {
      throw error;
    },
  },
});

describe('a subgraph that fails', () => {
  test('with a fault says it at its path, with its details', async () => {
    await using world = await openWorld(openChat(failing(badInput('to', 'a name is expected'))));
    const { status, json } = await world.ask('{ again: hello newest { id } }');
    assert.deepEqual([status, json.data], [200, { again: null, newest: { id: 'carol' } }]);
    assert.deepEqual(json.errors, [
      {
        message: 'to: a name is expected.',
        path: ['again'],
        extensions: { code: 'BAD_USER_INPUT', reason: 'INPUT_INVALID', field: 'to', expected: 'a name is expected' },
      },
    ]);
  });

  test('with anything else says nothing of it: that stands in the log, under the id of the request', async () => {
    const error = new Error('duplicate key in "accounts" at postgres://u:hunter2@db.internal:5432');
    await using world = await openWorld(openChat(failing(error)));
    const answer = await world.ask('{ hello }', {}, { 'x-request-id': 'my-request-1' });
    assert.doesNotMatch(answer.text, /accounts|hunter2|db\.internal|stack|openim|\.ts/);
    assert.deepEqual(answer.json.errors[0].extensions, {
      code: 'INTERNAL_SERVER_ERROR',
      reason: 'INTERNAL',
      retry: false,
    });
    assert.deepEqual(answer.json.errors[0].path, ['hello']);
    assert.equal(answer.headers['x-request-id'], 'my-request-1');
    assert.ok(world.log.some((line) => line.includes('my-request-1') && line.includes('duplicate key')));
  });

  test('with a null that it promised not to give is an error too', async () => {
    const broken = subgraph('media', 'type Query { box: Box } type Box { id: ID! label: String }', {
      Query: { box: () => ({ label: 'l' }) },
    });
    await using world = await openWorld({ subgraphs: [broken] });
    const { json } = await world.ask('{ box { id label } }');
    assert.deepEqual(json.data, { box: null });
    assert.equal(json.errors[0].extensions.code, 'INTERNAL_SERVER_ERROR');
    assert.equal(json.extensions, undefined);
  });

  test('for one entity costs that entity, wherever it stands', async () => {
    const safety = {
      __resolveReference: async ({ id }: { id: string }) => {
        if (id === 'alice') throw new Fault('UPSTREAM_UNAVAILABLE');
        return { id };
      },
    };
    await using world = await openWorld(openChat({ safety }));
    const { json } = await world.askSigned('{ people { id seen } }');
    assert.deepEqual(json.data.people, [
      { id: 'alice', seen: null },
      { id: 'bob', seen: 'alice' },
      { id: 'alice', seen: null },
    ]);
    const paths = json.errors.map(({ path }: { path: unknown[] }) => path.slice(0, 2).join('.'));
    assert.deepEqual(paths, ['people.0', 'people.2']);
    assert.deepEqual(json.errors[0].extensions, {
      code: 'UPSTREAM_UNAVAILABLE',
      reason: 'UPSTREAM_UNAVAILABLE',
      retry: true,
    });
  });
});

test('a subgraph that fails for all entities fails at each of them, and is logged once', async () => {
  const safety = {
    __resolveReference: () => {
      throw new Error('no entities today');
    },
  };
  await using world = await openWorld(openChat({ safety }));
  const { json } = await world.askSigned('{ people { id seen } }');
  const paths = json.errors.map(({ path }: { path: unknown[] }) => path.join('.'));
  assert.deepEqual(paths.sort(), ['people.0', 'people.1', 'people.2']);
  assert.equal(world.log.filter((line) => line.includes('no entities today')).length, 1);
});

test('an entity that stands in several places is asked for once', async () => {
  const chat = openChat();
  await using world = await openWorld(chat);
  await world.askSigned('{ people { id seen } }');
  assert.deepEqual(
    chat.ran.filter((name) => name.startsWith('safety:')),
    ['safety:alice', 'safety:bob'],
  );
});

describe('time', () => {
  test('a request that is not answered by its deadline is answered without what is missing', async () => {
    const chat = openChat({ people: { hello: () => pause(5_000, null, { ref: false }) } });
    await using world = await openWorld({ ...chat, deadline: 100 });
    const { status, json } = await world.ask('{ hello newest { id } }');
    assert.deepEqual([status, json.data], [200, { hello: null, newest: { id: 'carol' } }]);
    const { extensions, path } = json.errors[0];
    assert.deepEqual(
      [extensions.code, extensions.reason, path],
      ['UPSTREAM_UNAVAILABLE', 'DEADLINE_PASSED', ['hello']],
    );
  });

  test('a client that leaves ends what was done for it', async () => {
    const { promise: aborted, resolve: abort } = Promise.withResolvers<void>();
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const hello = (_: unknown, __: unknown, { signal }: RequestScope): Promise<string> => {
      signal.addEventListener('abort', () => abort());
      begin();
      return pause(5_000, 'late', { ref: false });
    };
    await using world = await openWorld(openChat({ people: { hello } }));
    const leaving = request({
      port: world.port,
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
    });
    leaving.on('error', () => {});
    leaving.end('{"query":"{ hello }"}');
    await began;
    leaving.destroy();
    await aborted;
  });

  test('a client that stays does not', async () => {
    let ended = false;
    const hello = (_: unknown, __: unknown, { signal }: RequestScope): string => {
      signal.addEventListener('abort', () => (ended = true));
      return 'hello';
    };
    await using world = await openWorld(openChat({ people: { hello } }));
    await world.ask('{ hello }');
    await pause(50);
    assert.equal(ended, false);
  });
});

describe('a node that stops', () => {
  const slow = () => {
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const hello = (_: unknown, { to }: { to: string }): Promise<string> => {
      begin();
      return pause(to === 'forever' ? 60_000 : 300, 'late', { ref: false });
    };
    return { began, chat: openChat({ people: { hello } }) };
  };

  test('answers what it has begun, and takes nothing new', async () => {
    const { began, chat } = slow();
    const world = await openWorld(chat);
    const asked = world.ask('{ hello }');
    await began;
    const closed = world.close(5_000);
    await assert.rejects(world.ask('{ hello }'), /ECONNREFUSED/);
    const answer = await asked;
    assert.deepEqual([answer.json, answer.headers.connection], [{ data: { hello: 'late' } }, 'close']);
    await closed;
  });

  test('waits for nobody longer than its grace', async () => {
    const { began, chat } = slow();
    const world = await openWorld(chat);
    const asked = assert.rejects(world.ask('{ hello(to: "forever") }'));
    await began;
    const from = performance.now();
    await world.close(200);
    await asked;
    assert.ok(performance.now() - from < 3_000);
  });
});

test('neither variables nor credentials nor addresses reach the log', async () => {
  const admins = { secrettoken: { kind: 'admin', id: 'root', scopes: new Set<string>() } } as const;
  await using world = await openWorld({ ...openChat(failing(new Error('broken'))), admins });
  await world.ask(
    'query ($to: String) { hello(to: $to) }',
    { to: 'ann@example.com' },
    { authorization: 'Bearer secrettoken' },
  );
  await world.ask('query ($to: Int) { hello(to: $to) }', { to: '+4912345' });
  await world.askSigned('{ me { id } }');
  await world.send({ method: 'GET', path: '/graphql?query=%7Bhello(to:%22ann@example.com%22)%7D' });
  await world.send({ path: '/ann@example.com' });
  const log = world.log.join('\n');
  assert.match(log, /broken/);
  assert.doesNotMatch(log, /ann@example|\+4912345|secrettoken|sig1|alice-session|"ip"|remoteAddress/);
});
