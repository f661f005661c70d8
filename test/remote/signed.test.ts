import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { parse } from 'graphql';
import { pino } from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { openSubgraphDoor } from '../../gateway/between/door.ts';
import { makeKeys, readKeys, type SubgraphKeys } from '../../gateway/between/keys.ts';
import { signedWire } from '../../gateway/between/wire.ts';
import { createObserver } from '../../gateway/observe.ts';
import { createRemote, type Remote } from '../../gateway/remote/remote.ts';
import { openScope } from '../../gateway/scope.ts';
import type { RequestScope } from '../../subgraphs/kit/request.ts';
import { ANONYMOUS, type Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Answer, type Sent, send, subgraph } from '../gateway/world.ts';

const log = pino({ level: 'silent' });
const USER: Viewer = { kind: 'user', id: 'ann', session: 's1', device: 'd1', platform: 5 };
const ADMIN: Viewer = {
  ...{ kind: 'admin', id: 'root', scopes: new Set(['users:read', 'users:ban']) },
  ...{ roles: ['SUPPORT'], signIn: 'i1' },
};

const told = ({ viewer, ip, language, id }: RequestScope): string =>
  JSON.stringify({
    viewer: { ...viewer, ...('scopes' in viewer ? { scopes: [...viewer.scopes] } : {}) },
    ip,
    language,
    id,
  });

/** Counts, and tells who asks. */
let count = 0;
const echo = subgraph('media', 'type Query { who: String } type Mutation { count: Int signIn: String }', {
  Query: { who: (_: unknown, __: unknown, scope: RequestScope) => told(scope) },
  Mutation: {
    count: () => {
      count += 1;
      return count;
    },
    signIn: (_: unknown, __: unknown, scope: RequestScope) => {
      scope.become(USER);
      return 'in';
    },
  },
});

const fresh = (): string => makeKeys();
const keysOf = (text: string): SubgraphKeys => {
  const keys = readKeys(text);
  assert.ok(keys);
  return keys;
};

const first = fresh();
const undo = new AsyncDisposableStack();
let port: number;
before(async () => {
  const store = createMemoryStore(log);
  undo.defer(() => store.close());
  const parts = { host: '127.0.0.1', port: 0, store, dependencies: [], observer: createObserver(), log };
  const door = await openSubgraphDoor({ ...parts, subgraph: echo, keys: keysOf(first) });
  undo.defer(() => door.close(0));
  port = door.port;
});
after(() => undo.disposeAsync());

function gateway(keys: string): Remote {
  const remote = createRemote({ wire: signedWire(keysOf(keys)), observer: createObserver(), log });
  undo.defer(() => remote.stop());
  return remote;
}

const scopeOf = (viewer: Viewer): RequestScope =>
  openScope({ id: 'request-1', ip: '203.0.113.9', language: 'de', signal: AbortSignal.timeout(60_000), log, viewer });

interface Asking {
  readonly keys?: string;
  readonly name?: string;
  readonly at?: number;
  readonly scope?: RequestScope;
}

const ask = (query: string, { keys = first, name = 'media', at = port, scope = scopeOf(ANONYMOUS) }: Asking = {}) =>
  gateway(keys)
    .source(name, `http://127.0.0.1:${at}/graphql`)
    .ask({ document: parse(query), query, operationName: undefined, variables: {}, context: { scope } });

const UNAVAILABLE = { code: 'UPSTREAM_UNAVAILABLE', reason: 'SUBGRAPH_UNAVAILABLE', retry: true, service: 'media' };

describe('a subgraph that is a process of its own', () => {
  for (const viewer of [ANONYMOUS, USER, ADMIN])
    test(`knows for whom it is asked: ${viewer.kind}`, async () => {
      const scope = scopeOf(viewer);
      const { data } = await ask('{ who }', { scope });
      assert.equal(data?.who, told(scope));
    });

  test('says whom a sign-in made of a request, and the gateway goes on as them', async () => {
    const scope = scopeOf(ANONYMOUS);
    await ask('mutation { signIn }', { scope });
    assert.deepEqual(scope.viewer, USER);
  });

  test('says what it cannot answer, when a gateway has a newer schema', async () => {
    const { data, errors } = await ask('{ younger }');
    assert.deepEqual([data, errors?.[0]?.extensions?.reason], [null, 'QUERY_INVALID']);
  });

  test('believes all its keys, and signs with that of the question', async () => {
    const second = fresh().replace('g1:', 'g2:');
    const store = createMemoryStore(log);
    const parts = { host: '127.0.0.1', port: 0, store, dependencies: [], observer: createObserver(), log };
    const door = await openSubgraphDoor({ ...parts, subgraph: echo, keys: keysOf(`${second},${first}`) });
    undo.defer(() => door.close(0));
    for (const keys of [first, second, `${first},${second}`])
      assert.equal((await ask('{ __typename }', { keys, at: door.port })).data?.__typename, 'Query');
  });

  test('does not answer a gateway with another key, nor a question to another subgraph', async () => {
    for (const asking of [{ keys: fresh() }, { keys: fresh().replace('g1:', 'g7:') }]) {
      const { data, errors } = await ask('{ who }', asking);
      assert.deepEqual([data, errors?.[0]?.extensions], [null, UNAVAILABLE]);
    }
    const { data } = await ask('{ who }', { name: 'identity' });
    assert.equal(data, null);
  });
});

/** What a gateway sent, as somebody on the way sees it; `bend` changes the answer. */
async function overheard(query: string, bend: (answer: Answer) => Partial<Answer> = () => ({})) {
  const heard: Sent[] = [];
  const answers: Answer[] = [];
  const tap = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = {
      path: request.url ?? '',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    };
    heard.push(sent);
    const answer = await send(port, sent);
    answers.push(answer);
    const bent = { ...answer, ...bend(answer) };
    const { 'content-length': _, 'transfer-encoding': __, ...headers } = bent.headers;
    response.writeHead(bent.status, headers as Record<string, string>).end(bent.text);
  });
  await new Promise<void>((resolve) => tap.listen(0, '127.0.0.1', resolve));
  try {
    const scope = scopeOf(ANONYMOUS);
    const answer = await ask(query, { at: (tap.address() as AddressInfo).port, scope });
    const [sent] = heard;
    assert.ok(sent);
    return { sent, answer, scope, told: answers[0] };
  } finally {
    tap.closeAllConnections();
    tap.close();
  }
}

describe('somebody on the way', () => {
  const bodyOf = ({ body }: Sent): string => Buffer.from(body ?? '').toString('utf8');

  test('cannot ask: unsigned, with a changed body, another path, another time', async () => {
    const { sent } = await overheard('{ who }');
    const input = String(sent.headers?.['signature-input']);
    const attempts: Record<string, Sent> = {
      unsigned: { body: sent.body ?? '', headers: { 'content-type': 'application/json' } },
      body: { ...sent, body: bodyOf(sent).replace('anonymous', 'anonymoux') },
      path: { ...sent, path: '/graphql?a' },
      method: { ...sent, method: 'PUT' },
      later: { ...sent, headers: { ...sent.headers, 'signature-input': input.replace(/created=\d+/, 'created=1') } },
      fewer: { ...sent, headers: { ...sent.headers, 'signature-input': input.replace(' "content-digest"', '') } },
      empty: { ...sent, headers: { ...sent.headers, signature: 'gateway=::' } },
      junk: { ...sent, headers: { ...sent.headers, signature: '((((' } },
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      const { status, text } = await send(port, attempt);
      assert.ok(status === 401 || (name === 'method' && status === 405), `${name}: ${status}`);
      assert.doesNotMatch(text, /"data"/);
    }
  });

  test('cannot have a question answered a second time', async () => {
    const before = count;
    const { sent } = await overheard('mutation { count }');
    const again = await send(port, sent);
    assert.deepEqual([again.status, again.json.errors[0].extensions.reason], [401, 'REPLAYED']);
    assert.equal(count, before + 1);
  });

  test('cannot change an answer, nor who the request acts as', async () => {
    const forged = JSON.stringify({ data: { signIn: 'in' }, extensions: { viewer: { ...USER, id: 'mallory' } } });
    const bends: Record<string, (answer: Answer) => Partial<Answer>> = {
      body: () => ({ text: forged }),
      status: () => ({ status: 201 }),
      unsigned: ({ headers }) => ({ headers: { ...headers, signature: '' } }),
    };
    for (const [name, bend] of Object.entries(bends)) {
      const { answer, scope } = await overheard('mutation { signIn }', bend);
      assert.deepEqual([answer.data, answer.errors?.[0]?.extensions], [null, UNAVAILABLE], name);
      assert.deepEqual(scope.viewer, ANONYMOUS, name);
    }
  });

  test('cannot give the answer to one question as that to another', async () => {
    const { told: other } = await overheard('mutation { count }');
    const { answer } = await overheard('mutation { count }', () => other ?? {});
    assert.equal(answer.data, null);
  });
});
