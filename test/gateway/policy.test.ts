import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pino } from 'pino';
import { openSupergraph } from '../../gateway/supergraph/supergraph.ts';
import { openChat } from './chat.ts';
import { type Answer, compose, openWorld, subgraph, type World } from './world.ts';

const admin = (...scopes: string[]) => ({ kind: 'admin', id: 'root', scopes: new Set(scopes) }) as const;
const ADMINS = {
  plain: admin(),
  support: admin('users:read'),
  auditor: admin('users:read', 'audit:read'),
  root: admin('root'),
  reader: admin('notes:read'),
};
const as = (token: keyof typeof ADMINS) => ({ authorization: `Bearer ${token}` });

const open = async (chat = openChat()): Promise<World> => openWorld({ ...chat, admins: ADMINS });
const errorsOf = ({ json }: Answer): string[] =>
  (json.errors ?? []).map(
    ({ path, extensions }: { path: unknown[]; extensions: { reason: string } }) =>
      `${path.join('.')} ${extensions.reason}`,
  );

describe('nobody', () => {
  test('gets what is open, and null with a reason at each guarded path', async () => {
    const chat = openChat();
    await using world = await open(chat);
    const answer = await world.ask('{ hello me { id } mine: me { nickname } audit }');
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json.data, { hello: 'hello you', me: null, mine: null, audit: null });
    assert.deepEqual(errorsOf(answer), ['me SIGNATURE_MISSING', 'mine SIGNATURE_MISSING', 'audit SIGNATURE_MISSING']);
    assert.equal(answer.json.errors[0].extensions.code, 'UNAUTHENTICATED');
    assert.deepEqual(chat.ran, ['hello']);
  });

  test('runs no guarded mutation, under whatever name', async () => {
    const chat = openChat();
    await using world = await open(chat);
    const answer = await world.ask(
      `
      mutation M($p: Profile!) { a: rename(profile: $p) { id } ... { ...More } }
      fragment More on Mutation { b: rename(profile: { nickname: "x" }) { nickname } }`,
      { p: { nickname: 'x' } },
    );
    assert.deepEqual(answer.json.data, { a: null, b: null });
    assert.deepEqual(chat.ran, []);
  });

  test('gets null for the whole when a guarded field may not be null', async () => {
    await using world = await open();
    const answer = await world.ask('{ hello strict }');
    assert.equal(answer.json.data, null);
    assert.deepEqual(errorsOf(answer), ['strict SIGNATURE_MISSING']);
  });

  test('is told nothing of what was left out by a condition', async () => {
    await using world = await open();
    const answer = await world.ask('query ($y: Boolean!) { hello me @include(if: $y) { id } }', { y: false });
    assert.deepEqual(answer.json, { data: { hello: 'hello you' } });
  });
});

describe('scopes', () => {
  const CASES: [keyof typeof ADMINS, boolean][] = [
    ['plain', false],
    ['support', false],
    ['auditor', true],
    ['root', true],
  ];
  for (const [token, seen] of CASES)
    test(`${token} ${seen ? 'reads' : 'does not read'} what takes both of two scopes, or a third`, async () => {
      await using world = await open();
      const answer = await world.ask('{ audit }', {}, as(token));
      assert.deepEqual(answer.json.data, { audit: seen ? 'all' : null });
      assert.deepEqual(errorsOf(answer), seen ? [] : ['audit SCOPE_MISSING']);
      if (!seen) assert.equal(answer.json.errors[0].extensions.code, 'FORBIDDEN');
    });

  test('a user has none', async () => {
    await using world = await open();
    const answer = await world.askSigned('{ me { id ban { reason } } }');
    assert.deepEqual(answer.json.data, { me: { id: 'alice', ban: null } });
    assert.deepEqual(errorsOf(answer), ['me.ban SCOPE_MISSING']);
  });

  test('a guarded type guards every field that answers it, in each row of a list', async () => {
    const chat = openChat();
    await using world = await open(chat);
    const answer = await world.ask(
      '{ people { nickname bans { reason } ...Banned } } fragment Banned on User { why: ban { reason } }',
      {},
      as('plain'),
    );
    assert.deepEqual(answer.json.data.people[1], { nickname: 'BOB', bans: null, why: null });
    assert.deepEqual(
      errorsOf(answer).sort(),
      [0, 1, 2].flatMap((row) => [`people.${row}.bans SCOPE_MISSING`, `people.${row}.why SCOPE_MISSING`]),
    );
    assert.deepEqual(chat.ran, ['people']);
  });

  test('who has the scope gets all of it, and no error', async () => {
    await using world = await open();
    const answer = await world.ask('{ people { nickname ban { reason until } } }', {}, as('support'));
    assert.deepEqual(answer.json.data.people[0], {
      nickname: 'ALICE',
      ban: { reason: 'spam', until: '1970-01-01T00:00:00.000Z' },
    });
    assert.equal(answer.json.errors, undefined);
  });

  test('the same text is planned anew for who sees more', async () => {
    await using world = await open();
    for (const [token, audit] of [
      ['plain', null],
      ['root', 'all'],
      ['plain', null],
    ] as const)
      assert.equal((await world.ask('{ audit hello }', {}, as(token))).json.data.audit, audit);
  });
});

describe('where a value may be of several types', () => {
  test('a guarded one shows nothing but its name', async () => {
    await using world = await open();
    const answer = await world.ask(
      '{ found { __typename ... on User { id } ... on SecretNote { text } } }',
      {},
      as('plain'),
    );
    assert.deepEqual(answer.json.data, { found: null });
    assert.deepEqual(errorsOf(answer), ['found.1.text SCOPE_MISSING']);
  });

  test('an interface with a guarded implementation is guarded', async () => {
    await using world = await open();
    const query = '{ me { notes { text } } }';
    assert.deepEqual(errorsOf(await world.askSigned(query)), ['me.notes SCOPE_MISSING']);
  });

  test('a key that one place may show is shown', async () => {
    await using world = await open();
    const answer = await world.ask(
      '{ found { ... on User { label: id } ... on SecretNote { label: __typename } } }',
      {},
      as('plain'),
    );
    assert.deepEqual(answer.json.data.found, [{ label: 'bob' }, { label: 'SecretNote' }]);
  });
});

test('an operation that signs somebody in goes on as them, but is not more than it was when it came', async () => {
  const chat = openChat();
  await using world = await open(chat);
  const answer = await world.ask(
    'mutation { signIn(name: "bob") { id seen } rename(profile: { nickname: "x" }) { id } }',
  );
  assert.deepEqual(answer.json.data, { signIn: { id: 'bob', seen: 'bob' }, rename: null });
  assert.deepEqual(
    chat.ran.filter((name) => name === 'rename'),
    [],
  );
});

test('one of several operations is guarded as itself', async () => {
  await using world = await open();
  const body = JSON.stringify({ query: 'query A { hello } query B { me { id } }', operationName: 'A' });
  assert.deepEqual((await world.send({ headers: { 'content-type': 'application/json' }, body })).json, {
    data: { hello: 'hello you' },
  });
});

describe('the start', () => {
  const log = pino({ enabled: false });
  const { subgraphs } = openChat();

  test('is refused when the supergraph asks for a protection that nobody enforces', () => {
    const guarded = subgraph(
      'media',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy"]) type Query { x: String @policy(policies: [["p"]]) }',
      {},
    );
    const sdl = compose([guarded]);
    assert.match(sdl, /policy/);
    assert.throws(() => openSupergraph({ sdl, sources: new Map(), log }), /@policy/);
  });

  test('is refused when the supergraph has a subgraph that is not there', async () => {
    await assert.rejects(openWorld({ subgraphs: subgraphs.slice(0, 1), supergraph: compose(subgraphs) }), /identity/);
  });

  test('enforces a directive under the name that a subgraph gave it', async () => {
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@authenticated", as: "@signedIn" }])
      type Query { open: String closed: String @signedIn }`;
    const renamed = subgraph('media', sdl, { Query: { open: () => 'o', closed: () => 'c' } });
    await using world = await openWorld({ subgraphs: [renamed] });
    assert.deepEqual((await world.ask('{ open closed }')).json.data, { open: 'o', closed: null });
  });
});
