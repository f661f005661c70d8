import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWorld, subgraph, type World } from '../gateway/world.ts';
import { type Mishap, openMarket } from './market.ts';

let mishap: Mishap = (_, value) => value;
let market: World;

before(async () => {
  market = await openWorld({
    subgraphs: openMarket({ mishap: (place, value) => mishap(place, value), interfaceObject: true }),
  });
});

after(() => market?.close(0));

async function dataOf(query: string, variables: object = {}): Promise<unknown> {
  mishap = (_, value) => value;
  const { json } = await market.ask(query, variables);
  assert.equal(json.errors, undefined);
  return json.data;
}

describe('a field goes by the name that the client gave it', () => {
  test('also by that of a key', async () => {
    assert.deepEqual(await dataOf('{ cheapest { id: title price } }'), { cheapest: { id: 'title of b2', price: 20 } });
  });

  test('also by one that every object inherits', async () => {
    const { text } = await market.ask('{ cheapest { constructor: title hasOwnProperty: price toString: weight } }');
    assert.equal(text.trim(), '{"data":{"cheapest":{"constructor":"title of b2","hasOwnProperty":20,"toString":3}}}');
  });
});

describe('an object is of its own type', () => {
  test('also where a subgraph knows its interface only', async () => {
    const data = await dataOf('{ items { __typename rating ... on Lamp { bulb { lasts } } } }');
    assert.deepEqual(data, {
      items: [
        { __typename: 'Book', rating: 0.5 },
        { __typename: 'Book', rating: 1 },
        { __typename: 'Lamp', rating: 0.5, bulb: { lasts: 1 } },
        { __typename: 'Lamp', rating: 1, bulb: { lasts: 2 } },
        null,
      ],
    });
  });

  test('also where it is met as an interface first', async () => {
    const data = await dataOf('{ review(nr: "l2r1") { item { __typename title ... on Book { pages } } } }');
    assert.deepEqual(data, { review: { item: { __typename: 'Lamp', title: 'title of l2' } } });
  });
});

describe('what may be left out', () => {
  const query =
    'query ($more: Boolean = true) { cheapest { id ...Costs @include(if: $more) price @skip(if: $more) } } fragment Costs on Book { postage }';

  test('is asked for, or not, by the variables of each request', async () => {
    assert.deepEqual(await dataOf(query), { cheapest: { id: 'b2', postage: 6 } });
    assert.deepEqual(await dataOf(query, { more: false }), { cheapest: { id: 'b2', price: 20 } });
    assert.deepEqual(await dataOf(query, { more: true }), { cheapest: { id: 'b2', postage: 6 } });
  });

  test('is asked for where one of several places wants it', async () => {
    const twice = 'query ($a: Boolean!) { cheapest { id @skip(if: $a) } cheapest { ... @include(if: $a) { id } } }';
    for (const a of [true, false]) assert.deepEqual(await dataOf(twice, { a }), { cheapest: { id: 'b2' } });
  });
});

describe('an entity in many places', () => {
  test('is asked for once, and stands in all of them', async () => {
    const asked: string[] = [];
    mishap = (place, value) => {
      if (place.startsWith('prices.')) asked.push(place);
      return value;
    };
    const { json } = await market.ask('{ found { ... on Book { price } } shelf { ... on Book { price } } }');
    assert.deepEqual(json.data.found, [{ price: 10 }, {}, {}, { price: 10 }]);
    assert.deepEqual(json.data.shelf, [[{ price: 10 }, null, {}], [], null, [{ price: 10 }]]);
    // In both lists: what the plan has as two fetches is one, and names each entity once.
    assert.deepEqual(asked, ['prices.Book.price:{}']);
  });

  test('that cannot be had is told in all of them', async () => {
    mishap = (place, value) => {
      if (place.startsWith('prices.Book.price')) throw new TypeError('no price today');
      return value;
    };
    const { json } = await market.ask('{ shelf { __typename ... on Book { price } } }');
    const paths = json.errors.map((error: { path: unknown }) => error.path);
    assert.deepEqual(paths, [
      ['shelf', 0, 0, 'price'],
      ['shelf', 3, 0, 'price'],
    ]);
  });
});

test('a value that clients may not know is null, with an error at its place', async () => {
  mishap = (place, value) => (place.startsWith('catalog.Lamp.colour') ? 'HIDDEN' : value);
  const { json } = await market.ask('{ items { ... on Lamp { colour } } }');
  assert.deepEqual(json.data, { items: [{}, {}, { colour: null }, { colour: null }, null] });
  const paths = json.errors.map((error: { path: unknown }) => error.path);
  assert.deepEqual(paths, [
    ['items', 2, 'colour'],
    ['items', 3, 'colour'],
  ]);
});

test('an operation that no subgraph answers is refused as a whole', async () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])';
  const one = subgraph('media', `${link} interface Node @key(fields: "id") { id: ID! } type Query { node: Node }`, {
    Query: { node: () => null },
  });
  const other = subgraph(
    'identity',
    `${link} type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! colour: String }
     type Query { other: Node }`,
    { Query: { other: () => ({ id: '1' }) } },
  );
  await using world = await openWorld({ subgraphs: [one, other] });
  const { json } = await world.ask('{ node { colour } }');
  assert.equal(json.data, null);
  assert.equal(json.errors[0].extensions.code, 'INTERNAL_SERVER_ERROR');
});
