import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openMarketWorld } from './moody.ts';

/** Three lists of books, and two things to be known of them: five fetches of prices in the plan, ready together. */
const MUCH = `{
  items { ... on Book { id price } }
  found { ... on Book { id price } }
  shelf { ... on Book { id postage } }
  item(id: "b2") { ... on Book { id price } }
  makers { best { ... on Book { id postage } } }
}`;
const PATIENT_MS = 60_000;

/** Differently asked in the same request: their prices in one field, their postage in another. */
const isMerged = (query: string): boolean => /entities_0: _entities/.test(query) && /entities_1: _entities/.test(query);

describe('what is asked of one subgraph at one time', () => {
  test('is one request', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    const { json } = await market.world.ask(MUCH);
    assert.equal(json.errors, undefined);
    assert.deepEqual(
      [json.data.items[1].price, json.data.found[3].price, json.data.item.price, json.data.shelf[0][0].postage],
      [20, 10, 20, 3],
    );
    assert.deepEqual(market.prices.asked.map(isMerged), [true]);
  });

  test('is asked by itself where only one of them wants anything', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    await market.world.ask('{ item(id: "gone") { ... on Book { price } } items { ... on Book { price } } }');
    assert.deepEqual(
      market.prices.asked.map((query) => query.includes('entities_0')),
      [false],
    );
  });

  test('that fails fails wherever it was asked for', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    market.prices.mood = (_, response) => {
      response.end('no');
      return true;
    };
    const { json } = await market.world.ask('{ items { ... on Book { price } } found { ... on Book { postage } } }');
    const told = json.errors.map(({ path, extensions }: { path: unknown[]; extensions: { reason: string } }) => [
      path.join('.'),
      extensions.reason,
    ]);
    assert.deepEqual(told.sort(), [
      ['found.0', 'SUBGRAPH_UNAVAILABLE'],
      ['found.3', 'SUBGRAPH_UNAVAILABLE'],
      ['items.0', 'SUBGRAPH_UNAVAILABLE'],
      ['items.1', 'SUBGRAPH_UNAVAILABLE'],
    ]);
  });

  test('of which one part breaks all is asked again for the rest', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    market.prices.mood = (_, response, query) => {
      if (!isMerged(query)) return false;
      response.end('{"data": null, "errors": [{"message": "broken", "path": ["entities_0"]}]}');
      return true;
    };
    const { json } = await market.world.ask('{ items { ... on Book { price } } found { ... on Book { postage } } }');
    const [broken, whole] = json.data.items[0].price === null ? ['items', 'found'] : ['found', 'items'];
    const values = JSON.stringify([json.data[broken][0], json.data[whole][0]]);
    assert.match(values, /^\[\{"(price|postage)":null\},\{"(price|postage)":\d+\}\]$/);
    assert.equal(json.errors.length, 1);
    assert.equal(market.prices.asked.length, 2);
  });
});
