import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { processesOn, runProgram, temporaryFolder } from './run-program.ts';

const ask = async (url: string | null, query: string): Promise<{ data: unknown }> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await answer.json()) as { data: unknown };
};

const REQUEST_CODE = 'mutation { requestOTP(input: { email: "ann@example.com" }) { id } }';

test('it is ready in time, says where everything is, serves, and leaves no process behind; again on what it kept', async () => {
  using folder = temporaryFolder();
  await using first = await runProgram({ DATA_DIR: folder.path });
  assert.ok(first.url, first.said());
  assert.ok(first.ms < 60_000, `${first.ms} ms`);
  for (const line of ['/dev/outbox', 'ann@example.com', 'admin@example.com, password ', folder.path, 'ws://127.0.0.1:'])
    assert.ok(first.said().includes(line), first.said());
  assert.equal((await fetch(`${first.url}/readyz`)).status, 200);
  assert.notDeepEqual(processesOn(folder.path), []);
  const keys = await (await fetch(`${first.url}/.well-known/openim-graphql`)).json();
  first.signal('SIGINT');
  assert.equal(await first.ended, 0);
  assert.deepEqual(processesOn(folder.path), []);

  await using second = await runProgram({ DATA_DIR: folder.path });
  assert.ok(second.url, second.said());
  assert.doesNotMatch(second.said(), /password/);
  const again = (await (await fetch(`${second.url}/.well-known/openim-graphql`)).json()) as { keys: unknown };
  assert.deepEqual(again.keys, (keys as { keys: unknown }).keys);
  second.signal('SIGTERM');
  assert.equal(await second.ended, 0);
  assert.deepEqual(processesOn(folder.path), []);
});

test('nothing of ours opens a connection that was not configured, whatever the vendor’s variables say', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'connections');
  writeFileSync(file, '');
  const vendor = {
    APOLLO_KEY: 'service:graph:secret',
    APOLLO_GRAPH_REF: 'graph@current',
    APOLLO_SCHEMA_REPORTING: 'true',
    APOLLO_TELEMETRY_DISABLED: 'false',
  };
  const watch = ['--import', join(import.meta.dirname, 'watch-connections.ts')];
  await using run = await runProgram(
    { DATA_DIR: join(folder.path, 'data'), WATCHED_CONNECTIONS: file, ...vendor },
    watch,
  );
  assert.ok(run.url, run.said());
  assert.ok((await ask(run.url, REQUEST_CODE)).data);
  await ask(run.url, '{ __schema { queryType { name } } me { id } }');
  await fetch(`${run.url}/readyz`);
  run.signal('SIGTERM');
  await run.ended;

  const opened = [...new Set(readFileSync(file, 'utf8').trim().split('\n'))];
  const sandbox = /REST http:\/\/(127\.0\.0\.1:\d+)/.exec(run.said())?.[1];
  const ours = (line: string): boolean => line.startsWith('socket ') || line === `tcp ${sandbox}`;
  assert.deepEqual(
    opened.filter((line) => !ours(line)),
    [],
  );
  // What is configured was seen: the watch works.
  assert.ok(opened.includes(`tcp ${sandbox}`) && opened.some((line) => line.startsWith('socket ')), opened.join());
});

describe('a start that cannot be is refused in words', () => {
  test('settings, all at once, before anything is started', async () => {
    using folder = temporaryFolder();
    await using run = await runProgram({
      DATA_DIR: folder.path,
      PORT: 'many',
      SESSION_LIFE: 'long',
      OPENIM_SECRET: 'hunter2',
    });
    assert.equal(await run.ended, 1);
    for (const name of ['PORT', 'SESSION_LIFE', 'OPENIM_API_URL']) assert.match(run.said(), new RegExp(`- ${name}: `));
    assert.doesNotMatch(run.said(), /hunter2|\.ts:/);
  });

  test('a port that another program has', async () => {
    using folder = temporaryFolder();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      const { port } = other.address() as AddressInfo;
      await using run = await runProgram({ DATA_DIR: folder.path, PORT: String(port) });
      assert.equal(await run.ended, 1);
      assert.match(run.said(), new RegExp(`- PORT: .*${port}`));
      assert.doesNotMatch(run.said(), /\.ts:/);
      assert.deepEqual(processesOn(folder.path), []);
    } finally {
      other.close();
    }
  });

  test('a database that does not answer', async () => {
    using folder = temporaryFolder();
    await using run = await runProgram({ DATA_DIR: folder.path, DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' });
    assert.equal(await run.ended, 1);
    assert.match(run.said(), /- DATABASE_URL: /);
    assert.doesNotMatch(run.said(), /hunter2|\.ts:/);
  });

  test('a name that looks like a setting is told, and stops nothing', async () => {
    using folder = temporaryFolder();
    await using run = await runProgram({ DATA_DIR: folder.path, OPENIM_URL: 'http://openim' });
    assert.ok(run.url);
    assert.match(run.said(), /OPENIM_URL is no setting/);
    run.signal('SIGTERM');
    assert.equal(await run.ended, 0);
  });
});

test('a Redis that does not answer stops no start: the node is up, and not ready until it answers', async () => {
  using folder = temporaryFolder();
  await using run = await runProgram({ DATA_DIR: folder.path, REDIS_URL: 'redis://:hunter2@127.0.0.1:1' });
  assert.ok(run.url, run.said());
  const ready = await fetch(`${run.url}/readyz`);
  assert.equal(ready.status, 503);
  assert.partialDeepStrictEqual(await ready.json(), { dependencies: { postgres: 'up', store: 'down' } });
  assert.doesNotMatch(run.said(), /hunter2/);
});

test('a second signal waits for nothing, and still leaves no process behind', async () => {
  using folder = temporaryFolder();
  await using run = await runProgram({ DATA_DIR: folder.path });
  run.signal('SIGTERM');
  run.signal('SIGTERM');
  assert.notEqual(await run.ended, null);
  for (let tries = 0; processesOn(folder.path).length > 0 && tries < 100; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(processesOn(folder.path), []);
});
