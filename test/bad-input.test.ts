import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world/world.ts';

describe('bad input', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  let cy: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.signIn('+8613800138001', 'Ann');
    bo = await world.signIn('+8613800138002', 'Bo');
    cy = await world.signIn('+8613800138003', 'Cy');
    await send({ userID: bo.id, content: { text: { text: 'Hello' } } });
  });
  after(() => world[Symbol.asyncDispose]());

  const send = (input: object) =>
    ann.client.query('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', { input });

  /** The one error of an answer, and that OpenIM was not asked for it. */
  async function refusal(ask: () => ReturnType<Actor['client']['query']>) {
    const { result, calls } = await world.price(ask);
    const { errors } = result;
    assert.equal(errors.length, 1, JSON.stringify(errors));
    assert.equal(calls(), 0);
    const [{ path, extensions: { code, reason, field } = { code: '' } } = {}] = errors;
    return { code, reason, ...(field === undefined ? {} : { field }), ...(path === undefined ? {} : { path }) };
  }

  const text = (words: string): object => ({ text: { text: words } });
  const invalid = (field: string) => ({ code: 'BAD_USER_INPUT', reason: 'INPUT_INVALID', field });

  test('an empty message is refused at its field', async () => {
    const found = await refusal(() => send({ userID: bo.id, content: text('') }));
    assert.deepEqual(found, { ...invalid('input.content.text.text'), path: ['sendMessage'] });
  });

  test('content over the limit is refused at its field', async () => {
    const found = await refusal(() => send({ userID: bo.id, content: text('x'.repeat(40_000)) }));
    assert.deepEqual(found, { ...invalid('input.content'), path: ['sendMessage'] });
  });

  test('a message to nobody, and to a user and a group at once, is refused', async () => {
    for (const to of [{}, { userID: bo.id, groupID: 'tea' }]) {
      const found = await refusal(() => send({ ...to, content: text('hi') }));
      assert.deepEqual(found, { ...invalid('input'), path: ['sendMessage'] });
    }
  });

  test('a value of the wrong type is refused at its field, before anything runs', async () => {
    const found = await refusal(() => send({ userID: bo.id, content: { text: { text: 7 } } }));
    assert.deepEqual(found, invalid('input.content.text.text'));
  });

  test('an unknown field of an input is refused', async () => {
    const found = await refusal(() => send({ userID: bo.id, content: text('hi'), colour: 'red' }));
    assert.deepEqual(found, invalid('input'));
  });

  test('an unknown field of the schema is refused', async () => {
    const found = await refusal(() => ann.client.query('{ me { id colour } }'));
    assert.deepEqual(found, { code: 'BAD_USER_INPUT', reason: 'QUERY_INVALID' });
  });

  test('a document that is none, and a body that is no JSON, are refused whole', async () => {
    assert.deepEqual(await refusal(() => ann.client.query('{ me {')), {
      code: 'BAD_USER_INPUT',
      reason: 'QUERY_SYNTAX',
    });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body: '{"query": ' });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string; reason: string } }[] };
    assert.equal(response.status, 400);
    assert.deepEqual(errors[0]?.extensions.reason, 'REQUEST_MALFORMED');
  });

  test('a conversation of others is not there', async () => {
    const id = `si_${[ann.id, bo.id].sort().join('_')}`;
    const found = await refusal(() => cy.client.query('query ($id: ID!) { conversation(id: $id) { id } }', { id }));
    assert.deepEqual(found, { code: 'FORBIDDEN', reason: 'NOT_YOURS', path: ['conversation'] });
  });

  test('the cursor of another list is refused', async () => {
    const page = '{ conversations { pageInfo { endCursor } } }';
    const { conversations } = await ann.query<{ conversations: { pageInfo: { endCursor: string } } }, unknown>(page);
    const id = `si_${[ann.id, bo.id].sort().join('_')}`;
    const query =
      'query ($id: ID!, $before: String) { conversation(id: $id) { messages(before: $before) { nodes { id } } } }';
    const { errors } = await ann.client.query(query, { id, before: conversations.pageInfo.endCursor });
    assert.equal(errors[0]?.extensions.reason, 'CURSOR_INVALID');
    assert.deepEqual(errors[0]?.path, ['conversation', 'messages']);
  });

  test('ten thousand ids are refused', async () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => `user${at}`);
    const found = await refusal(() => ann.client.query('query ($ids: [ID!]!) { users(ids: $ids) { id } }', { ids }));
    assert.deepEqual(found, { ...invalid('ids'), path: ['users'] });
  });

  test('more rows than a page may have are refused', async () => {
    const found = await refusal(() => ann.client.query('{ conversations(first: 101) { nodes { id } } }'));
    assert.deepEqual(found, { ...invalid('first'), path: ['conversations'] });
  });
});
