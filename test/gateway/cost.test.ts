import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AdminViewer } from '../../subgraphs/kit/viewer.ts';
import { openWorld, subgraph, type World } from './world.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
  interface Thing { id: ID! friends: [Thing!]! }
  type Cheap implements Thing { id: ID! friends: [Thing!]! }
  type Dear implements Thing @cost(weight: 7) { id: ID! friends: [Thing!]! extra: Cheap }
  type Page { nodes: [Thing!]! edges: [Edge!]! total: Int }
  type Edge { node: Thing! }
  type Query {
    page(first: Int, last: Int): Page
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false, assumedSize: 20)
    ten(n: Int): [Cheap!]! @listSize(slicingArguments: ["n"], assumedSize: 3, requireOneSlicingArgument: false)
    lists: [[Cheap!]!]
    word(upper: Boolean @cost(weight: 4)): String @cost(weight: 2)
    thing: Cheap
  }
  type Mutation { change: Cheap }`;
const CHEAP = { __typename: 'Cheap', id: 'c', friends: [] };
const RESOLVERS = {
  Query: {
    page: () => ({ nodes: [CHEAP, CHEAP], edges: [], total: 2 }),
    ten: () => [CHEAP],
    word: () => 'w',
    thing: () => CHEAP,
  },
  Mutation: { change: () => CHEAP },
};
const ADMIN: AdminViewer = { kind: 'admin', id: 'root', scopes: new Set() };

const open = (limits: object, mode: 'enforce' | 'measure' = 'enforce'): Promise<World> =>
  openWorld({
    subgraphs: [subgraph('openim', SDL, RESOLVERS)],
    cost: { mode, limits: { anonymous: 0, user: 1_000_000, admin: 0, ...limits } },
    admins: {
      root: ADMIN,
      owner: { ...ADMIN, roles: ['OWNER'] },
      analyst: { ...ADMIN, roles: ['OWNER', 'ANALYST', 'SUPPORT'] },
      support: { ...ADMIN, roles: ['SUPPORT', 'OWNER'] },
    },
  });

describe('what an operation may cost', () => {
  const costs: readonly (readonly [string, object, number])[] = [
    ['{ thing { id } }', {}, 1],
    ['{ one: thing { id } two: thing { id } }', {}, 2],
    ['{ thing { id } thing { friends { id } } }', {}, 1 + 10 * 7],
    ['{ thing { friends { friends { id } } } }', {}, 1 + 10 * (7 + 10 * 7)],
    ['{ page { total } }', {}, 1],
    ['{ page { nodes { id } } }', {}, 1 + 20 * 7],
    ['{ page(first: 3) { nodes { id } edges { node { id } } } }', {}, 1 + 3 * 7 + 3 * (1 + 7)],
    ['query ($n: Int) { page(first: 2, last: $n) { nodes { id } } }', { n: 50 }, 1 + 50 * 7],
    ['query ($n: Int = 4) { page(first: $n) { nodes { id } } }', {}, 1 + 4 * 7],
    ['{ page(first: 2) { nodes { ... on Dear { extra { id } } ... on Cheap { id } } } }', {}, 1 + 2 * (7 + 1)],
    ['query ($y: Boolean!) { page(first: 2) { nodes @include(if: $y) { id } } }', { y: true }, 1 + 2 * 7],
    ['query ($y: Boolean!) { page(first: 2) { nodes @include(if: $y) { id } } }', { y: false }, 1],
    [
      'query ($y: Boolean!) { page(first: 2) { ...F @skip(if: $y) } } fragment F on Page { nodes { id } }',
      { y: true },
      1,
    ],
    ['{ ten { id } }', {}, 3],
    ['{ ten(n: 40) { id } }', {}, 40],
    ['{ lists { id } }', {}, 10],
    ['{ word }', {}, 2],
    ['{ word(upper: true) }', {}, 6],
    ['mutation { change { id } }', {}, 11],
    ['{ __typename }', {}, 0],
  ];

  for (const [query, variables, cost] of costs)
    test(`of ${query} with ${JSON.stringify(variables)} is ${cost}`, async () => {
      await using exact = await open({ anonymous: cost });
      const { json } = await exact.ask(query, variables);
      assert.notEqual(json.errors?.[0].extensions.reason, 'QUERY_COST');
      if (cost === 0) return;
      await using less = await open({ anonymous: cost - 1 });
      const refused = await less.ask(query, variables);
      assert.equal(refused.status, 400);
      const [{ extensions }] = refused.json.errors;
      assert.deepEqual(
        [extensions.code, extensions.reason, extensions.cost, extensions.limit],
        ['BAD_USER_INPUT', 'QUERY_COST', cost, cost - 1],
      );
      assert.equal(refused.json.data, undefined);
    });

  test('is limited by who asks', async () => {
    await using world = await open({ anonymous: 5, user: 50, admin: 500 });
    const dear = (most: number) => `{ ten(n: ${most}) { id } }`;
    const bearer = { authorization: 'Bearer root' };
    const refused = async (most: number) => {
      const answers = [world.ask(dear(most)), world.askSigned(dear(most)), world.ask(dear(most), {}, bearer)];
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    assert.deepEqual(await refused(5), [200, 200, 200]);
    assert.deepEqual(await refused(6), [400, 200, 200]);
    assert.deepEqual(await refused(51), [400, 400, 200]);
    assert.deepEqual(await refused(501), [400, 400, 400]);
  });

  test('is limited by the role of an admin that may most, and as for all admins where a role is not named', async () => {
    await using world = await open({ admin: 50, OWNER: 20, ANALYST: 500 });
    const most = async (token: string): Promise<number> => {
      const { json } = await world.ask('{ ten(n: 900) { id } }', {}, { authorization: `Bearer ${token}` });
      return json.errors[0].extensions.limit;
    };
    assert.deepEqual(
      [await most('root'), await most('owner'), await most('analyst'), await most('support')],
      [50, 20, 500, 50],
    );
  });

  test('only counts where it is measured, beside what was answered', async () => {
    await using world = await open({}, 'measure');
    assert.equal((await world.ask('{ page(first: 100) { nodes { id } } }')).status, 200);
    const { text } = await world.send({ method: 'GET', path: '/metrics' });
    assert.match(text, /^gateway_operation_cost_sum\{when="estimated"\} 701$/m);
    assert.match(text, /^gateway_operation_cost_sum\{when="actual"\} 15$/m);
  });
});
