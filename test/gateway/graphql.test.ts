import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { openChat } from './chat.ts';
import { type Answer, openWorld } from './world.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const RESPONSE_TYPE = 'application/graphql-response+json';
const first = ({ status, json }: Answer) => ({ status, ...json.errors[0].extensions });

describe('GraphQL over HTTP', () => {
  for (const accept of ['application/json', RESPONSE_TYPE])
    test(`answers in ${accept}`, async () => {
      await using world = await openWorld(openChat());
      const answer = await world.ask('{ hello }', {}, { accept });
      assert.deepEqual(answer.json, { data: { hello: 'hello you' } });
      assert.match(
        String(answer.headers['content-type']),
        new RegExp(`^${accept.replace('+', '\\+')}; charset=utf-8$`),
      );
    });

  test('takes variables and an operation name', async () => {
    await using world = await openWorld(openChat());
    const query = 'query A { hello } query B($to: String) { hello(to: $to) }';
    const body = JSON.stringify({ query, operationName: 'B', variables: { to: 'bob' } });
    assert.deepEqual((await world.send({ headers: JSON_TYPE, body })).json, { data: { hello: 'hello bob' } });
  });

  test('takes a query by GET, and no mutation', async () => {
    await using world = await openWorld(openChat());
    const get = (query: string) => world.send({ method: 'GET', path: `/graphql?query=${encodeURIComponent(query)}` });
    assert.deepEqual((await get('{ hello }')).json, { data: { hello: 'hello you' } });
    const refused = await get('mutation { signIn(name: "a") { id } }');
    assert.deepEqual([refused.status, refused.headers.allow, first(refused).code], [405, 'POST', 'BAD_USER_INPUT']);
  });

  test('knows a text by its hash once it was sent', async () => {
    await using world = await openWorld(openChat());
    const query = '{ hello }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    const send = (asked: object) => world.send({ headers: JSON_TYPE, body: JSON.stringify({ ...asked, extensions }) });
    const unknown = await send({});
    assert.deepEqual(unknown.json.errors[0], {
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
    assert.deepEqual((await send({ query })).json, { data: { hello: 'hello you' } });
    assert.deepEqual((await send({})).json, { data: { hello: 'hello you' } });
  });

  test('introspects, with what composition forgot', async () => {
    await using world = await openWorld(openChat());
    const { json } = await world.ask(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }));
    const address = json.data.__schema.types.find(({ name }: { name: string }) => name === 'Address');
    assert.equal(address.isOneOf, true);
    const mixed = await world.ask(
      '{ hello me { id } a: __type(name: "Address") { isOneOf } __schema { queryType { name } } }',
    );
    const { data } = mixed.json;
    assert.deepEqual(data, {
      hello: 'hello you',
      me: null,
      a: { isOneOf: true },
      __schema: { queryType: { name: 'Query' } },
    });
  });
});

describe('what cannot be read is refused with a reason', () => {
  const CASES: [what: string, status: number, reason: string, body: string, headers?: Record<string, string>][] = [
    ['no JSON', 400, 'REQUEST_MALFORMED', '{"query":'],
    ['an empty body', 400, 'REQUEST_MALFORMED', ''],
    ['no query', 400, 'REQUEST_MALFORMED', '{}'],
    ['a query that is no text', 400, 'REQUEST_MALFORMED', '{"query":{"a":1}}'],
    ['variables that are no object', 400, 'REQUEST_MALFORMED', '{"query":"{hello}","variables":[1]}'],
    ['a batch', 400, 'REQUEST_MALFORMED', '[{"query":"{hello}"}]'],
    ['a form', 400, 'REQUEST_MALFORMED', 'query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }],
    [
      'a plain text, as a page elsewhere could send it',
      400,
      'REQUEST_MALFORMED',
      '{"query":"{hello}"}',
      { 'content-type': 'text/plain' },
    ],
    ['a syntax error', 400, 'QUERY_SYNTAX', '{"query":"{ hello"}'],
    ['an unknown field', 400, 'QUERY_INVALID', '{"query":"{ nothing }"}'],
    ['an argument of another type', 400, 'QUERY_INVALID', '{"query":"{ hello(to: 5) }"}'],
    ["an alias that is GraphQL's own", 400, 'QUERY_INVALID', '{"query":"{ __typename: hello }"}'],
    ['an unknown operation', 400, 'OPERATION_UNKNOWN', '{"query":"query A { hello }","operationName":"B"}'],
    ['an operation to choose', 400, 'OPERATION_UNKNOWN', '{"query":"query A { hello } query B { hello }"}'],
  ];
  for (const [what, status, reason, body, headers = JSON_TYPE] of CASES)
    test(what, async () => {
      await using world = await openWorld(openChat());
      const answer = first(await world.send({ headers, body }));
      assert.deepEqual([answer.status, answer.code, answer.reason], [status, 'BAD_USER_INPUT', reason]);
    });

  test('a body that is not UTF-8', async () => {
    await using world = await openWorld(openChat());
    const body = Buffer.concat([
      Buffer.from('{"query":"{ hello(to: \\"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\\") }"}'),
    ]);
    assert.equal(first(await world.send({ headers: JSON_TYPE, body })).reason, 'REQUEST_MALFORMED');
  });

  test('a body over 1 MiB, also when nobody signed it', async () => {
    await using world = await openWorld(openChat());
    const answer = first(await world.ask('{ hello }', { x: 'x'.repeat(1024 * 1024) }));
    assert.deepEqual([answer.status, answer.reason], [413, 'BODY_TOO_LARGE']);
  });

  test('no mutation runs for who could be a page elsewhere', async () => {
    const chat = openChat();
    await using world = await openWorld(chat);
    const body = '{"query":"mutation { signIn(name: \\"a\\") { id } }"}';
    await world.send({
      headers: { 'content-type': 'text/plain', accept: '*/*', origin: 'https://evil.example' },
      body,
    });
    assert.deepEqual(chat.ran, []);
  });
});

describe('too much is refused before it is planned', () => {
  const nested = (depth: number): string => `{ me { ${'... on User { '.repeat(depth)}id${' }'.repeat(depth)} } }`;
  const bomb = (): string => {
    const fragments = Array.from(
      { length: 20 },
      (_, n) => `fragment F${n} on User { ${'...F'.concat(String(n + 1), ' ').repeat(8)} }`,
    );
    return `{ me { ...F0 } } ${fragments.join(' ')} fragment F20 on User { id }`;
  };
  const CASES: Record<string, [reason: string, query: string]> = {
    'ten thousand aliases': [
      'QUERY_SYNTAX',
      `{ ${Array.from({ length: 10_000 }, (_, n) => `a${n}: hello`).join(' ')} }`,
    ],
    'fragments that double and double': ['QUERY_TOO_LARGE', bomb()],
    'fragments in a ring': ['QUERY_INVALID', '{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }'],
    'deep introspection': [
      'QUERY_TOO_LARGE',
      `{ __schema { types { ${'fields { type { '.repeat(13)}name${' } }'.repeat(13)} } } }`,
    ],
  };
  for (const [what, [reason, query]] of Object.entries(CASES))
    test(what, async () => {
      await using world = await openWorld(openChat());
      const began = performance.now();
      const answer = first(await world.ask(query));
      assert.deepEqual([answer.status, answer.code, answer.reason], [400, 'BAD_USER_INPUT', reason]);
      assert.ok(performance.now() - began < 2_000);
    });

  test('fragments inside one another are no depth', async () => {
    await using world = await openWorld(openChat());
    assert.deepEqual((await world.askSigned(nested(60))).json, { data: { me: { id: 'alice' } } });
  });
});

describe('a wrong variable is refused at its path, and no subgraph is asked', () => {
  const GREET = 'mutation ($profile: Profile!) { greet(profile: $profile) }';
  const CASES: Record<string, [profile: unknown, field: string]> = {
    'a missing field': [{}, 'profile'],
    'a wrong type': [{ nickname: 5 }, 'profile.nickname'],
    'an unknown field': [{ nickname: 'a', age: 5 }, 'profile'],
    'a null': [null, 'profile'],
    'no address of the web': [{ nickname: 'a', faceURL: 'javascript:alert(1)' }, 'profile.faceURL'],
    'an unknown value in a list': [{ nickname: 'a', tags: ['RED', 'GREEN'] }, 'profile.tags.1'],
    'two of which one is taken': [{ nickname: 'a', address: { phone: '1', email: 'a@b' } }, 'profile.address'],
    'none of which one is taken': [{ nickname: 'a', address: {} }, 'profile.address'],
    'a null for the one that is taken': [{ nickname: 'a', address: { phone: null } }, 'profile.address.phone'],
  };
  for (const [what, [profile, field]] of Object.entries(CASES))
    test(what, async () => {
      const chat = openChat();
      await using world = await openWorld(chat);
      const answer = await world.ask(GREET, { profile }, { accept: RESPONSE_TYPE });
      const { status, code, reason, field: at } = first(answer);
      assert.deepEqual([status, code, reason, at], [400, 'BAD_USER_INPUT', 'INPUT_INVALID', field]);
      assert.deepEqual(chat.ran, []);
    });

  test('ten thousand wrong values are told by their first', async () => {
    await using world = await openWorld(openChat());
    const { json } = await world.ask(GREET, {
      profile: { nickname: 'a', tags: Array.from({ length: 10_000 }, () => 'NO') },
    });
    assert.equal(json.errors.length, 20);
  });

  test('a literal is as wrong as a variable', async () => {
    const chat = openChat();
    await using world = await openWorld(chat);
    for (const address of ['{ phone: "1", email: "a@b" }', '{}', '{ phone: null }'])
      assert.equal(
        first(await world.ask(`mutation { greet(profile: { nickname: "a", address: ${address} }) }`)).reason,
        'QUERY_INVALID',
      );
    assert.equal(
      first(await world.ask('mutation { greet(profile: { nickname: "a", faceURL: "data:text/html,x" }) }')).reason,
      'QUERY_INVALID',
    );
    assert.deepEqual(chat.ran, []);
  });

  test('what is right goes through', async () => {
    await using world = await openWorld(openChat());
    const profile = { nickname: 'a', faceURL: 'https://example.com/a.png', address: { phone: '1' }, tags: 'RED' };
    assert.deepEqual((await world.ask(GREET, { profile })).json, { data: { greet: 'hi' } });
  });
});
