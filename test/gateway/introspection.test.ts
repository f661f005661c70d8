import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { openChat } from './chat.ts';
import { openWorld, type World } from './world.ts';

const admin = (...scopes: string[]) => ({ kind: 'admin', id: 'root', scopes: new Set(scopes) }) as const;
const ADMINS = { plain: admin(), support: admin('users:read'), root: admin('root', 'users:read', 'notes:read') };
const as = (token: keyof typeof ADMINS) => ({ authorization: `Bearer ${token}` });

const open = (): Promise<World> => openWorld({ ...openChat(), admins: ADMINS });
const FULL = getIntrospectionQuery();

const schemaFor = async (world: World, headers?: Record<string, string>): Promise<string> =>
  printSchema(buildClientSchema((await world.ask(FULL, {}, headers)).json.data));

describe('introspection', () => {
  test('shows nobody what they would be refused, nor what only that leads to', async () => {
    await using world = await open();
    const schema = await schemaFor(world);
    assert.match(schema, /hello\(to: String = "you"\): String/);
    assert.match(schema, /greet\(profile: Profile!\): String/);
    for (const hidden of [/\bme:/, /audit/, /\brename\(/, /type Ban\b/, /\bbans\b/, /DateTime/, /SecretNote/])
      assert.doesNotMatch(schema, hidden);
  });

  test('shows a user what is theirs, and an admin what their scopes open', async () => {
    await using world = await open();
    const user = printSchema(buildClientSchema((await world.askSigned(FULL)).json.data));
    assert.match(user, /\bme: User/);
    assert.doesNotMatch(user, /audit|type Ban|SecretNote/);
    const support = await schemaFor(world, as('support'));
    assert.match(support, /type Ban \{/);
    assert.doesNotMatch(support, /audit|SecretNote/);
    const root = await schemaFor(world, as('root'));
    for (const shown of [/audit/, /type Ban \{/, /type SecretNote implements Note/, /scalar DateTime/])
      assert.match(root, shown);
    assert.doesNotMatch(root, /_entities|_service|_Any|@join|@authenticated/);
  });

  test('knows no hidden type by name, in a fragment, by another key, or through what is shown', async () => {
    await using world = await open();
    const { json } = await world.ask(
      `query Q($type: String!) {
        __typename
        hidden: __type(name: "Ban") { ...Fields }
        asked: __type(name: $type) { name fields { name } }
        ...Rest
      }
      fragment Rest on Query { ... @include(if: true) { s: __schema { queryType { fields { name } } } } hello }
      fragment Fields on __Type { name fields { name type { name ofType { name } } } }`,
      { type: 'User' },
    );
    const { asked, s, ...rest } = json.data;
    assert.deepEqual(rest, { __typename: 'Query', hidden: null, hello: 'hello you' });
    assert.deepEqual(Object.keys(json.data), ['__typename', 'hidden', 'asked', 's', 'hello']);
    const names = (type: { fields: { name: string }[] }): string[] => type.fields.map(({ name }) => name).toSorted();
    assert.deepEqual(names(asked), ['faceURL', 'id', 'nickname', 'seen']);
    assert.deepEqual(names(s.queryType), ['found', 'hello', 'newest']);
  });

  test('stands beside fields that are refused, and what is left out by a condition is not there', async () => {
    await using world = await open();
    const { json } = await world.ask(
      'query ($no: Boolean = false) { me { id } __type(name: "User") { name } x: __schema @include(if: $no) { description } }',
    );
    assert.deepEqual(json.data, { me: null, __type: { name: 'User' } });
    assert.equal(json.errors[0].extensions.reason, 'SIGNATURE_MISSING');
  });

  test('asked by two in turn answers each what is theirs', async () => {
    await using world = await open();
    const query = '{ __type(name: "Ban") { name } }';
    for (const [token, name] of [
      ['support', 'Ban'],
      ['plain', null],
      ['support', 'Ban'],
    ] as const)
      assert.equal((await world.ask(query, {}, as(token))).json.data.__type?.name ?? null, name);
  });
});

describe('a misspelled name', () => {
  test('is corrected to what the viewer may use, and to nothing that is hidden from them', async () => {
    await using world = await open();
    const message = async (query: string, token: keyof typeof ADMINS): Promise<string> =>
      (await world.ask(query, {}, as(token))).json.errors[0].message;
    assert.match(await message('{ helo }', 'plain'), /Did you mean "hello"/);
    assert.doesNotMatch(await message('{ audits }', 'plain'), /audit"/);
    assert.match(await message('{ audits }', 'root'), /Did you mean "audit"/);
    assert.doesNotMatch(await message('{ people { bane { reason } } }', 'plain'), /Did you mean/);
  });
});

test('what subgraphs ask each other cannot be asked from outside', async () => {
  const chat = openChat();
  await using world = await openWorld({ ...chat, admins: ADMINS });
  for (const query of [
    '{ _service { sdl } }',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { ban { reason } } } }',
    '{ _entities(representations: [{ __typename: "User", id: "bob" }]) { __typename } }',
    '{ hello ... on _Entity { __typename } }',
  ]) {
    const { json } = await world.ask(query, { r: [{ __typename: 'User', id: 'bob' }] }, as('root'));
    assert.deepEqual([json.data, json.errors[0].extensions.reason], [undefined, 'QUERY_INVALID'], query);
  }
  assert.deepEqual(chat.ran, []);
});

test('a name of GraphQL’s own as an alias is refused, so that no answer looks like another', async () => {
  await using world = await open();
  for (const query of ['{ __typename: hello }', '{ __schema: hello }', '{ people { __resolveType: id } }']) {
    const { json } = await world.ask(query);
    assert.deepEqual([json.data, json.errors[0].extensions.reason], [undefined, 'QUERY_INVALID'], query);
  }
});
