import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Kind } from 'graphql';
import { pino } from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { createRates } from '../../gateway/bounds/rates.ts';
import { ConfigError } from '../../gateway/config.ts';
import { createCounter } from '../../subgraphs/kit/counter.ts';
import type { AdminViewer } from '../../subgraphs/kit/viewer.ts';
import { openChat } from './chat.ts';
import { sign } from './signer.ts';
import { ALICE, type Answer, openWorld, type World } from './world.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const HELLO = 'query Hello($to: String) { hello(to: $to) }';
const SPREAD = 'query People { people { ...Person } } fragment Person on User { id nickname }';
const SIGN_IN = 'mutation SignIn { signIn(name: "ann") { id } }';
const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const APOLLO = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: idOf(HELLO), name: 'Hello', type: 'query', body: HELLO },
    { id: 'people', name: 'People', type: 'query', body: SPREAD },
    { id: 'sign-in', name: 'SignIn', type: 'mutation', body: SIGN_IN },
  ],
};
const ADMINS: Record<string, AdminViewer> = {
  owner: { kind: 'admin', id: 'owner', scopes: new Set(['operations:any']) },
  helper: { kind: 'admin', id: 'helper', scopes: new Set(['users:read']) },
};
const NO_STREAMS = { subscriptions: { kind: Kind.DOCUMENT, definitions: [] }, feeds: new Map() } as const;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const post = (world: World, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  world.send({ headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
const get = (world: World, parameters: Record<string, string>, headers = {}): Promise<Answer> =>
  world.send({ method: 'GET', path: `/graphql?${new URLSearchParams(parameters)}`, headers });
const refusalOf = ({ status, json }: Answer) => [status, json.errors?.[0].extensions.reason];
const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const figure = async (world: World, line: string): Promise<number> => {
  const { text } = await world.send({ method: 'GET', path: '/metrics' });
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length) ?? 0);
};

describe('operations that are listed', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'documents-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (name: string, content: unknown): string => {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const open = (mode: 'off' | 'log' | 'enforce', files: readonly string[]): Promise<World> =>
    openWorld({ ...openChat(), documents: { mode, files }, mostInBatch: 3, admins: ADMINS, live: NO_STREAMS });

  test('are answered by id and by text, and no others, but to who may explore', async () => {
    await using world = await open('enforce', [fileOf('enforced.json', APOLLO)]);
    const data = { hello: 'hello bob' };
    const variables = { to: 'bob' };
    assert.deepEqual((await post(world, { documentId: idOf(HELLO), variables })).json, { data });
    assert.deepEqual((await post(world, { ...byHash(idOf(HELLO)), variables })).json, { data });
    assert.deepEqual((await post(world, { query: HELLO, ...byHash(idOf(HELLO)), variables })).json, { data });
    const given = { variables: JSON.stringify(variables) };
    assert.deepEqual((await get(world, { ...given, documentId: idOf(HELLO) })).json, { data });
    const { extensions } = byHash(idOf(HELLO));
    assert.deepEqual((await get(world, { ...given, extensions: JSON.stringify(extensions) })).json, { data });

    const [operation = '', fragment = ''] = SPREAD.split('} fragment');
    const turned = `# from another printer\nfragment ${fragment}\n\n${operation.replaceAll(' ', '\n ')}}`;
    assert.equal((await world.askSigned(turned)).json.data.people.length, 3);

    for (const refused of [
      await post(world, { query: '{ hello }' }),
      await post(world, { query: `${HELLO} query More { hello }`, operationName: 'Hello' }),
      await post(world, { query: 'not GraphQL' }),
      await post(world, [{ documentId: 'people' }, { query: '{ hello }' }]),
      await get(world, { query: '{ hello }' }),
      await post(world, { query: '{ hello }' }, bearer('helper')),
    ])
      assert.deepEqual(refusalOf(refused), [400, 'OPERATION_UNLISTED']);
    for (const refused of [await post(world, { documentId: 'other' }), await post(world, byHash(idOf('{ hello }')))])
      assert.deepEqual(refusalOf(refused), [400, 'DOCUMENT_UNKNOWN']);
    for (const odd of [
      await post(world, { documentId: 5 }),
      await post(world, { documentId: 'people', query: HELLO }),
      await post(world, { query: HELLO, ...byHash(idOf(SPREAD)) }),
      await post(world, { query: HELLO, extensions: { persistedQuery: { version: 2, sha256Hash: idOf(HELLO) } } }),
      await world.send({ method: 'GET', path: `/graphql?documentId=people&documentId=sign-in` }),
      await get(world, { documentId: 'people', extensions: '{' }),
    ])
      assert.deepEqual(refusalOf(odd), [400, 'REQUEST_MALFORMED']);
    assert.deepEqual(refusalOf(await get(world, { documentId: 'sign-in' })), [405, 'REQUEST_MALFORMED']);

    const stream = (query: string): Promise<Answer> =>
      world.send({
        path: '/graphql/stream',
        headers: { ...JSON_TYPE, accept: 'text/event-stream' },
        body: JSON.stringify({ query }),
      });
    assert.match((await stream('subscription { anything }')).text, /OPERATION_UNLISTED/);
    assert.match((await stream(HELLO)).text, /SUBSCRIPTIONS_ONLY/);

    assert.deepEqual((await post(world, { query: '{ hello }' }, bearer('owner'))).json.data, { hello: 'hello you' });
    assert.equal(await figure(world, 'gateway_persisted_operations_total{outcome="exempt"}'), 1);
    assert.equal(await figure(world, 'gateway_persisted_operations_total{outcome="refused"}'), 7);
  });

  test('are counted and told of where others are answered, too, without what was written into them', async () => {
    await using world = await open('log', [fileOf('logged.json', APOLLO), fileOf('old.json', { old: '{ gone }' })]);
    const about = (words: string) => world.log.filter((line) => line.includes(words));
    while (about('cannot be answered').length === 0) await pause(20);
    assert.ok(about('cannot be answered')[0]?.includes('"id":"old"'), 'what no client may ask any more is told');
    const secret = '{ hello(to: "+8613800138000") }';
    for (let nth = 0; nth < 3; nth += 1) assert.equal((await post(world, { query: secret })).status, 200);
    assert.equal((await post(world, { query: secret, ...byHash(idOf(secret)) })).status, 200);
    assert.deepEqual((await post(world, byHash(idOf(secret)))).json.data, { hello: 'hello +8613800138000' });
    assert.equal(await figure(world, 'gateway_persisted_operations_total{outcome="unlisted"}'), 4);
    const told = about('is not listed');
    assert.equal(told.length, 1);
    assert.ok(told[0]?.includes(idOf(secret)) && told[0].includes('hello(to: '));
    assert.ok(!world.log.join().includes('13800138000'));
  });

  test('are those of the file as it is now; the last good ones where it cannot be read', async () => {
    const file = fileOf('changing.json', { 'sha256:one': HELLO });
    const second = fileOf('second.json', { two: SPREAD });
    await using world = await open('enforce', [file, second]);
    const changed = async (outcome: string): Promise<void> => {
      while ((await figure(world, `gateway_operation_list_changes_total{outcome="${outcome}"}`)) < 1) await pause(20);
    };
    assert.equal((await post(world, { query: '{ hello }' })).status, 400);
    writeFileSync(file, '{ "half":');
    await changed('refused');
    assert.equal((await post(world, { documentId: 'sha256:one' })).status, 200);
    writeFileSync(file, JSON.stringify({ other: '{ hello }' }));
    await changed('taken');
    assert.equal((await post(world, { query: '{ hello }' })).status, 200);
    assert.deepEqual(refusalOf(await post(world, { documentId: 'sha256:one' })), [400, 'DOCUMENT_UNKNOWN']);
  });

  test('that cannot be read stop the start, and say why', async () => {
    const wrong: Record<string, string> = {
      'no-json.json': '{',
      'other-form.json': JSON.stringify({ ...APOLLO, version: 2 }),
      'no-graphql.json': JSON.stringify({ a: 'query {' }),
      'two.json': JSON.stringify({ ...APOLLO, operations: [...APOLLO.operations, { id: 'people', body: HELLO }] }),
    };
    for (const [name, content] of Object.entries(wrong))
      await assert.rejects(open('log', [fileOf(name, content)]), (error) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, new RegExp(`PERSISTED_OPERATIONS_MANIFEST: .*${name}: `));
        return true;
      });
    await assert.rejects(open('log', [join(folder, 'nowhere.json')]), /cannot be read \(ENOENT\)/);
  });
});

describe('a batch', () => {
  const ask = (query: string) => ({ query });

  test('is answered in order, each operation by itself', async () => {
    await using world = await openWorld({ ...openChat(), mostInBatch: 4 });
    const { status, json, headers } = await post(world, [
      ask('{ hello }'),
      ask('mutation { signIn(name: "ann") { id } }'),
      ask('{ nothing }'),
      ask('{ me { id } }'),
    ]);
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^application\/json/);
    assert.deepEqual(
      [json[0], json[1], json[2].errors[0].extensions.reason],
      [{ data: { hello: 'hello you' } }, { data: { signIn: { id: 'ann' } } }, 'QUERY_INVALID'],
    );
    assert.equal(json[3].data.me, null, 'who signs in does so for no other operation');
    const large = await post(world, Array(5).fill(ask('{ hello }')));
    const { count, limit } = large.json.errors[0].extensions;
    assert.deepEqual([...refusalOf(large), count, limit], [400, 'BATCH_TOO_LARGE', 5, 4]);
    assert.deepEqual(refusalOf(await post(world, [])), [400, 'REQUEST_MALFORMED']);
  });

  test('is signed and its nonce spent once, and counts as many requests as it has operations', async () => {
    const store = createMemoryStore(pino({ level: 'silent' }));
    const rates = createRates(createCounter(store), { viewerMinute: 5 });
    await using world = await openWorld({ ...openChat(), rates, mostInBatch: 10 });
    const body = JSON.stringify(Array(4).fill(ask('{ hello me { id } }')));
    const first = await world.send({ headers: { ...JSON_TYPE, ...sign({ ...ALICE, body }) }, body });
    assert.deepEqual(first.json, Array(4).fill({ data: { hello: 'hello you', me: { id: 'alice' } } }));
    assert.match(String(first.headers.ratelimit), /^"viewer";r=1;/);
    assert.equal(world.spent.length, 1);
    const pair = JSON.stringify([ask('{ hello }'), ask('{ hello }')]);
    const more = await world.send({ headers: { ...JSON_TYPE, ...sign({ ...ALICE, body: pair }) }, body: pair });
    assert.deepEqual(refusalOf(more), [429, 'REQUESTS_LIMITED']);
    await store.close();
  });

  test('may cost no more than one operation may', async () => {
    await using world = await openWorld({
      ...openChat(),
      cost: { mode: 'enforce', limits: { anonymous: 25 } },
      mostInBatch: 10,
    });
    const people = ask('{ people { id } }');
    const { json } = await post(world, [people, people, people]);
    const costs = json.map((each: Answer['json']) => each.errors[0].extensions.cost);
    assert.deepEqual(costs, [undefined, undefined, 30]);
    assert.equal((await post(world, people)).json.errors[0].extensions.reason, 'SIGNATURE_MISSING');
  });
});

test('a text that is too long is answered and not kept by its hash', async () => {
  await using world = await openWorld(openChat());
  const query = `{ hello } #${'x'.repeat(70_000)}`;
  assert.equal((await post(world, { query, ...byHash(idOf(query)) })).status, 200);
  assert.equal((await post(world, byHash(idOf(query)))).json.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
});

test('what a GET was answered is asked for again by its tag, by the same viewer, and never with errors', async () => {
  await using world = await openWorld(openChat());
  const query = '{ hello me { id } }';
  const failed = await get(world, { query });
  assert.deepEqual([failed.headers.etag, failed.headers['cache-control']], [undefined, 'no-store']);
  const first = await get(world, { query: '{ hello }' });
  const { etag, vary } = first.headers;
  assert.equal(first.headers['cache-control'], 'private, no-cache');
  assert.match(String(vary), /Authorization, Signature/);
  const again = await get(world, { query: '{ hello }' }, { 'if-none-match': `"other", ${etag}` });
  assert.deepEqual([again.status, again.text, again.headers.etag], [304, '', etag]);
  const other = await get(world, { query: '{ hello(to: "bob") }' }, { 'if-none-match': etag });
  assert.deepEqual([other.status, other.json.data], [200, { hello: 'hello bob' }]);
  assert.equal((await world.ask('{ hello }')).headers.etag, undefined);
});
