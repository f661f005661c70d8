import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const FIELDS = 'fragment C on UserCommand { id type uuid value ex createdAt }';
const ADD = `mutation ($input: AddUserCommandInput!) { addUserCommand(input: $input) { ...C } } ${FIELDS}`;
const UPDATE = `mutation ($type: Int!, $uuid: String!, $input: UpdateUserCommandInput!) {
  updateUserCommand(type: $type, uuid: $uuid, input: $input) { ...C }
} ${FIELDS}`;
const DELETE = 'mutation ($type: Int!, $uuid: String!) { deleteUserCommand(type: $type, uuid: $uuid) }';
const LIST = `query ($type: Int, $first: Int, $after: String) {
  userCommands(type: $type, first: $first, after: $after) {
    totalCount nodes { ...C } pageInfo { hasNextPage endCursor }
  }
} ${FIELDS}`;

interface Command {
  readonly id: string;
  readonly value: string | null;
  readonly ex: string | null;
  readonly createdAt: string;
}
interface List {
  readonly userCommands: {
    readonly totalCount: number;
    readonly nodes: readonly Command[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const OF_A_TYPE = '/user/process_user_command_get';

describe('what an application keeps for a user', () => {
  let stage: Stage;
  let ann: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann');
  });
  after(() => stage[Symbol.asyncDispose]());

  const add = async (input: object): Promise<Command> =>
    (await ann.query<{ addUserCommand: Command }, object>(ADD, { input })).addUserCommand;
  const update = async (variables: object): Promise<Command> =>
    (await ann.query<{ updateUserCommand: Command }, object>(UPDATE, variables)).updateUserCommand;
  const list = async (variables: object = {}, actor = ann): Promise<List['userCommands']> =>
    (await actor.query<List, object>(LIST, variables)).userCommands;
  const refusal = async (query: string, variables: object) => (await ann.client.query(query, variables)).errors[0];

  test('is made with all that it holds, although OpenIM would write the one over the other', async () => {
    const { result, routes } = await stage.price(() => add({ type: 1, uuid: 'a', value: ' v ', ex: 'e' }));
    const { createdAt, ...row } = result;
    assert.deepEqual(row, { id: '1:a', type: 1, uuid: 'a', value: ' v ', ex: 'e' });
    assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, createdAt);
    const [made, changed] = ['/user/process_user_command_add', '/user/process_user_command_update'];
    assert.deepEqual(routes, [OF_A_TYPE, made, changed, OF_A_TYPE]);
    const { value, ex } = await add({ type: 1, uuid: 'empty' });
    assert.deepEqual([value, ex], [null, null]);
  });

  test('is made whole or not at all', async () => {
    stage.fault('/user/process_user_command_update', 'down');
    const { extensions } = (await refusal(ADD, { input: { type: 1, uuid: 'half', value: 'v', ex: 'e' } })) ?? {};
    stage.heal();
    assert.equal(extensions?.reason, 'UPSTREAM_UNAVAILABLE');
    assert.equal((await add({ type: 1, uuid: 'half', value: 'v', ex: 'e' })).ex, 'e');
  });

  test('is not made twice', async () => {
    await add({ type: 2, uuid: 'once', value: 'v' });
    const found = await refusal(ADD, { input: { type: 2, uuid: 'once', value: 'w' } });
    assert.deepEqual([found?.extensions.code, found?.extensions.reason], ['CONFLICT', 'ALREADY_THERE']);
    assert.equal((await add({ type: 3, uuid: 'once', value: 'w' })).value, 'w');
  });

  test('is changed in what is given, and cleared of what is given as null', async () => {
    await add({ type: 4, uuid: 'c', value: 'v', ex: 'e' });
    const key = { type: 4, uuid: 'c' };
    const told = async (input: object): Promise<readonly (string | null)[]> => {
      const { value, ex } = await update({ ...key, input });
      return [value, ex];
    };
    assert.deepEqual(await told({ value: 'w' }), ['w', 'e']);
    assert.deepEqual(await told({ ex: null }), ['w', null]);
    assert.deepEqual(await told({}), ['w', null]);
    assert.deepEqual(await told({ value: null, ex: 'f' }), [null, 'f']);
    for (const input of [{ value: 'x' }, {}])
      assert.equal((await refusal(UPDATE, { type: 4, uuid: 'nothing', input }))?.extensions.reason, 'NOT_FOUND');
  });

  test('is deleted, also where OpenIM has it twice, and where it has it not', async () => {
    const twice = { userID: 'ann', type: 5, uuid: 'd' };
    for (const value of ['first', 'second']) await stage.post('/user/process_user_command_add', { ...twice, value });
    assert.deepEqual(
      (await list({ type: 5 })).nodes.map(({ value }) => value),
      ['first'],
    );
    for (const _again of [1, 2])
      assert.deepEqual(await ann.query<object, object>(DELETE, { type: 5, uuid: 'd' }), { deleteUserCommand: '5:d' });
    assert.equal((await list({ type: 5 })).totalCount, 0);
  });

  test('is told in pages, of one type or all, for one call', async () => {
    for (let at = 0; at < 25; at++)
      await stage.post('/user/process_user_command_add', { userID: 'ann', type: 9, uuid: `n${at}`, value: '' });
    const { result: first, routes } = await stage.price(() => list({ type: 9 }));
    assert.deepEqual(routes, [OF_A_TYPE]);
    assert.deepEqual([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage], [25, 20, true]);
    const rest = await list({ type: 9, after: first.pageInfo.endCursor });
    assert.equal(rest.nodes.at(-1)?.id, '9:n24');
    const all = await stage.price(() => list({ first: 1 }));
    assert.deepEqual(all.routes, ['/user/process_user_command_get_all']);
    assert.ok(all.result.totalCount > 25);
  });

  test('is nobody else’s', async () => {
    const eve = await stage.person('eve');
    assert.equal((await list({}, eve)).totalCount, 0);
    const { errors } = await eve.client.query(UPDATE, { type: 1, uuid: 'a', input: { value: 'x' } });
    assert.equal(errors[0]?.extensions.reason, 'NOT_FOUND');
    await eve.query<object, object>(DELETE, { type: 1, uuid: 'a' });
    assert.equal((await list({ type: 1 })).nodes[0]?.value, ' v ');
  });

  test('is refused without asking OpenIM where it cannot be right', async () => {
    const long = 'x'.repeat(16_385);
    for (const [field, query, variables] of [
      ['input.type', ADD, { input: { type: 0, uuid: 'a' } }],
      ['input.uuid', ADD, { input: { type: 1, uuid: '' } }],
      ['input.uuid', ADD, { input: { type: 1, uuid: long } }],
      ['input.value', ADD, { input: { type: 1, uuid: 'a', value: long } }],
      ['input.ex', ADD, { input: { type: 1, uuid: 'a', ex: long } }],
      ['type', UPDATE, { type: -1, uuid: 'a', input: {} }],
      ['uuid', UPDATE, { type: 1, uuid: '', input: {} }],
      ['input.value', UPDATE, { type: 1, uuid: 'a', input: { value: long } }],
      ['type', DELETE, { type: 0, uuid: 'a' }],
      ['type', LIST, { type: 0 }],
    ] as const) {
      const { result, routes } = await stage.price(() => ann.client.query(query, variables));
      assert.deepEqual([result.errors[0]?.extensions.field, routes], [field, []]);
    }
  });
});
