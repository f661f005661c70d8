import assert from 'node:assert/strict';
import { request, type ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import { type Mood, openMarketApart, openMarketWorld } from './moody.ts';

const BOTH = '{ cheapest { price } items { title } }';
const LATE_MS = 250;
/** More than any test takes. */
const PATIENT_MS = 60_000;

const UNAVAILABLE = {
  code: 'UPSTREAM_UNAVAILABLE',
  reason: 'SUBGRAPH_UNAVAILABLE',
  retry: true,
  service: 'identity',
};

const never: Mood = () => true;
const answering =
  (status: number, text: string): Mood =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    return true;
  };

const MOODS: Readonly<Record<string, Mood>> = {
  'never answers': never,
  'begins its answer and never ends it': (_, response) => response.write('{"data": {"cheapest"'),
  'breaks the connection off': (_, response) => {
    response.destroy();
    return true;
  },
  'breaks off in the middle': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"data": {"cheap', () => response.destroy());
    return true;
  },
  'answers a page of its proxy': answering(502, '<html>nginx at 10.0.0.7</html>'),
  'says that it is not there': answering(503, '{"data": {"cheapest": null}}'),
  'answers with its stack': answering(500, 'Error: at /srv/app.js:7 on db.internal'),
  'answers a page with 200': answering(200, '<html>Welcome to nginx at 10.0.0.7</html>'),
  'answers half of it': answering(200, '{"data": {"cheapest": {"price": 2'),
  'answers without an end': (_, response) => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const write = (): void => void (response.destroyed || response.write(chunk, write));
    write();
    return true;
  },
  'answers no object': answering(200, '[]'),
  'answers nothing': answering(200, ''),
};

describe('a subgraph that', () => {
  for (const [name, mood] of Object.entries(MOODS))
    test(`${name} costs what it was asked for, and is named without a word of what it said`, async () => {
      await using market = await openMarketWorld(LATE_MS);
      market.prices.mood = mood;
      const { status, text, json } = await market.world.ask(BOTH);
      assert.equal(status, 200);
      assert.deepEqual([json.data.cheapest, json.data.items.length], [null, 5]);
      assert.deepEqual(
        json.errors.map(({ path, extensions }: Record<string, unknown>) => [path, extensions]),
        [[['cheapest'], UNAVAILABLE]],
      );
      assert.doesNotMatch(text, /127\.0\.0\.1|10\.0\.0\.7|srv|db\.internal|undici|UND_|ECONN/);
    });
});

test('what a subgraph throws is not shown, nor where', async () => {
  await using market = await openMarketWorld(PATIENT_MS);
  const thrown = {
    message: 'connect ECONNREFUSED 10.0.0.7:5432',
    path: ['cheapest'],
    extensions: { stacktrace: ['at /srv/app.js:7'], exception: { host: 'db.internal' } },
  };
  market.prices.mood = answering(200, JSON.stringify({ data: { cheapest: null }, errors: [thrown] }));
  const { text, json } = await market.world.ask(BOTH);
  assert.deepEqual([json.data.cheapest, json.data.items.length], [null, 5]);
  assert.deepEqual([json.errors.length, json.errors[0].extensions.reason], [1, 'INTERNAL']);
  assert.doesNotMatch(text, /10\.0\.0\.7|srv|db\.internal|ECONN/);
});

test('one that hangs and one that talks rubbish cost nothing of one that is slow', async () => {
  await using market = await openMarketApart(LATE_MS * 4);
  const [catalog, prices, opinions] = market.moody;
  assert.ok(catalog && prices && opinions);
  const { promise: bothAsked, resolve: asked } = Promise.withResolvers<void>();
  let waiting = 2;
  const noticed =
    (mood: Mood): Mood =>
    (...exchange) => {
      waiting -= 1;
      if (waiting === 0) asked();
      return mood(...exchange);
    };
  catalog.mood = () => bothAsked.then(() => false);
  prices.mood = noticed(never);
  opinions.mood = noticed(answering(200, '<html>10.0.0.7</html>'));
  const { status, text, json } = await market.world.ask('{ cheapest { price } items { title } people { nickname } }');
  assert.deepEqual([status, json.data.cheapest, json.data.items.length, json.data.people], [200, null, 5, null]);
  assert.deepEqual(json.errors.map(({ path, extensions }: Record<string, unknown>) => [path, extensions]).sort(), [
    [['cheapest'], UNAVAILABLE],
    [['people'], { ...UNAVAILABLE, service: 'media' }],
  ]);
  assert.doesNotMatch(text, /127\.0\.0\.1|10\.0\.0\.7|undici|UND_/);
});

test('entities that a subgraph does not answer for are told of, each at its place', async () => {
  await using market = await openMarketWorld(LATE_MS);
  market.prices.mood = answering(200, 'no');
  const { json } = await market.world.ask('{ items { title ... on Book { price } } }');
  assert.equal(json.data.items.length, 5);
  assert.deepEqual(
    json.errors.map(({ path, extensions }: Record<string, unknown>) => [path, extensions]),
    [
      [['items', 0], UNAVAILABLE],
      [['items', 1], UNAVAILABLE],
    ],
  );
});

test('a subgraph that keeps silent is soon not asked any more, and asked again when it is back', async () => {
  await using market = await openMarketWorld(LATE_MS);
  const { prices, world, observer } = market;
  prices.mood = never;
  const asked = async (): Promise<unknown> => (await world.ask('{ cheapest { price } }')).json.errors?.[0].extensions;
  for (let nth = 0; nth < 8; nth += 1) assert.deepEqual(await asked(), UNAVAILABLE);
  assert.ok(prices.asked.length < 8, 'the circuit opened');
  assert.match((await observer.page()).text, /gateway_subgraph_up\{subgraph="identity"\} 0/);
  prices.mood = () => false;
  while ((await asked()) !== undefined);
  assert.match((await observer.page()).text, /gateway_subgraph_up\{subgraph="identity"\} 1/);
});

describe('what is asked again', () => {
  /** Away at first, and then as ever. */
  const awayOnce = (): Mood => {
    let times = 0;
    return (_, response) => {
      times += 1;
      if (times === 1) response.writeHead(503).end();
      return times === 1;
    };
  };

  test('is a query, once', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    market.prices.mood = awayOnce();
    const { json } = await market.world.ask('{ cheapest { price } }');
    assert.deepEqual([json, market.prices.asked.length], [{ data: { cheapest: { price: 20 } } }, 2]);
  });

  test('is never a mutation', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    market.prices.mood = awayOnce();
    const { json } = await market.world.ask('mutation { discount(percent: 5) { price } }');
    assert.deepEqual([json.data, market.prices.asked.length], [{ discount: null }, 1]);
  });

  test('is little, when much fails: one question in ten, after the first few', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    let turn = 0;
    market.prices.mood = (_, response) => {
      turn += 1;
      if (turn % 2 === 1) response.writeHead(503).end();
      return turn % 2 === 1;
    };
    for (let nth = 0; nth < 60; nth += 1) await market.world.ask('{ cheapest { price } }');
    assert.ok(market.prices.asked.length <= 60 + 10 + 6, String(market.prices.asked.length));
  });
});

describe('the same question by two at once', () => {
  /** Holds answers back until the test has seen enough. */
  function holding() {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const arrived: ServerResponse[] = [];
    const waiting: (() => void)[] = [];
    const mood: Mood = async (_, response) => {
      arrived.push(response);
      for (const wake of waiting) wake();
      await released;
      return false;
    };
    const until = async (count: number): Promise<void> => {
      while (arrived.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    };
    return { mood, release, arrived, until };
  }

  test('is asked once, and each gets an answer of their own', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    const { mood, release, until } = holding();
    market.prices.mood = mood;
    const one = market.world.ask('{ cheapest { price } }');
    await until(1);
    const other = market.world.ask('{ cheapest { price } }');
    // Whoever came after it is answered: so it waits by now.
    await market.world.ask('{ items { title } }');
    release();
    assert.deepEqual((await one).json, { data: { cheapest: { price: 20 } } });
    assert.deepEqual((await other).json, { data: { cheapest: { price: 20 } } });
    assert.equal(market.prices.asked.length, 1);
    assert.match((await market.observer.page()).text, /outcome="shared"/);
  });

  test('is asked twice where it changes something', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    const { mood, release, until } = holding();
    market.prices.mood = mood;
    const both = [1, 2].map(() => market.world.ask('mutation { discount(percent: 5) { price } }'));
    await until(2);
    release();
    await Promise.all(both);
    assert.equal(market.prices.asked.length, 2);
  });

  test('is given up when the last of them has gone', async () => {
    await using market = await openMarketWorld(PATIENT_MS);
    const { mood, arrived, until } = holding();
    market.prices.mood = mood;
    const leaving = () => {
      const headers = { 'content-type': 'application/json' };
      const sent = request({ port: market.world.port, method: 'POST', path: '/graphql', headers });
      sent.on('error', () => undefined);
      sent.end(JSON.stringify({ query: '{ cheapest { price } }' }));
      return sent;
    };
    const asker = leaving();
    await until(1);
    const gone = new Promise<void>((resolve) => arrived[0]?.on('close', () => resolve()));
    asker.destroy();
    await gone;
  });
});
