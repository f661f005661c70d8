import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { createRates } from '../../gateway/bounds/rates.ts';
import { createCounter } from '../../subgraphs/kit/counter.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { AdminViewer } from '../../subgraphs/kit/viewer.ts';
import { openChat } from './chat.ts';
import { type Answer, openWorld } from './world.ts';

const ADMIN: AdminViewer = { kind: 'admin', id: 'root', session: 's', roles: ['OWNER'], scopes: new Set() } as never;
const ADMINS = { root: ADMIN, analyst: { ...ADMIN, id: 'analyst', roles: ['OWNER', 'ANALYST'] } };
const BEARER = { authorization: 'Bearer root' };

const reasonOf = ({ json }: Answer): string | undefined => json.errors?.[0].extensions.reason;

describe('requests in a minute', () => {
  const limited = () => {
    const store = createMemoryStore(pino({ level: 'silent' }));
    return createRates(createCounter(store), { viewerMinute: 20, addressMinute: 10, ANALYST: 25 });
  };

  test('are counted over both nodes, for each viewer and each network, to the last one', async () => {
    const rates = limited();
    await using here = await openWorld({ ...openChat(), rates, admins: ADMINS, trustProxy: ['127.0.0.1'] });
    await using there = await openWorld({ ...openChat(), rates, trustProxy: ['127.0.0.1'] });
    const nodes = [here, there];
    const storm = async (ask: (node: typeof here) => Promise<Answer>): Promise<number> => {
      const answers = await Promise.all(Array.from({ length: 60 }, (_, nth) => ask(nodes[nth % 2] ?? here)));
      for (const answer of answers.filter(({ status }) => status !== 200))
        assert.deepEqual([answer.status, reasonOf(answer)], [429, 'REQUESTS_LIMITED']);
      return answers.filter(({ status }) => status === 200).length;
    };
    assert.equal(await storm((node) => node.askSigned('{ hello }')), 20);
    assert.equal(await storm((node) => node.ask('{ hello }', {}, { 'x-forwarded-for': '203.0.113.7' })), 10);
    assert.equal(await storm((node) => node.ask('{ hello }', {}, { 'x-forwarded-for': '2001:db8::1' })), 10);
    const neighbour = await here.ask('{ hello }', {}, { 'x-forwarded-for': '2001:db8::2' });
    assert.equal(neighbour.status, 429, 'a /64 is one customer');
    assert.equal((await here.ask('{ hello }', {}, BEARER)).headers['ratelimit-policy'], '"viewer";q=20;w=60');
    const analyst = await here.ask('{ hello }', {}, { authorization: 'Bearer analyst' });
    assert.equal(analyst.headers['ratelimit-policy'], '"viewer";q=25;w=60');
  });

  test('are told in headers, and when there may be more', async () => {
    await using world = await openWorld({ ...openChat(), rates: limited() });
    const first = await world.askSigned('{ hello }');
    assert.equal(first.headers['ratelimit-policy'], '"viewer";q=20;w=60');
    assert.match(String(first.headers.ratelimit), /^"viewer";r=19;t=(60|59)$/);
    for (let nth = 0; nth < 19; nth += 1) await world.askSigned('{ hello }');
    const { headers, json } = await world.askSigned('{ hello }');
    assert.match(String(headers.ratelimit), /^"viewer";r=0;t=\d+$/);
    assert.ok(Number(headers['retry-after']) > 0 && Number(headers['retry-after']) <= 60);
    const { extensions } = json.errors[0];
    assert.deepEqual([extensions.code, extensions.limit], ['RATE_LIMITED', 20]);
    assert.ok(Date.parse(extensions.retryAfter) > Date.now());
  });

  test('are counted by each node while the store is away', async () => {
    const away = { count: () => Promise.reject(new Fault('STORE_UNAVAILABLE')) };
    await using world = await openWorld({
      ...openChat(),
      rates: createRates(createCounter(away), { addressMinute: 2 }),
    });
    const statuses: number[] = [];
    for (let nth = 0; nth < 3; nth += 1) statuses.push((await world.ask('{ hello }')).status);
    assert.deepEqual(statuses, [200, 200, 429]);
  });

  test('are unlimited, and no header speaks of them, where nothing is set', async () => {
    await using world = await openWorld(openChat());
    const { headers } = await world.ask('{ hello }');
    assert.deepEqual([headers.ratelimit, headers['ratelimit-policy']], [undefined, undefined]);
  });
});

describe('a node that is behind', () => {
  /** Keeps the event loop, which is the node's as well, busy for so long at a time, until it is aborted. */
  async function keepBusy(ms: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      for (const until = performance.now() + ms; performance.now() < until; );
      await pause(1);
    }
  }

  test('refuses strangers first, asks for no more requests, and is well again by itself', async () => {
    await using world = await openWorld({ ...openChat(), overloadDelay: 100 });
    const ready = async () => (await world.send({ method: 'GET', path: '/readyz' })).json.status;
    assert.equal(await ready(), 'ready');
    const enough = new AbortController();
    const busy = keepBusy(200, enough.signal);
    let stranger = await world.ask('{ hello }');
    while (stranger.status !== 503) stranger = await world.ask('{ hello }');
    assert.deepEqual([reasonOf(stranger), stranger.headers['retry-after']], ['OVERLOADED', '2']);
    assert.equal(await ready(), 'overloaded');
    assert.equal((await world.askSigned('{ hello }')).status, 200);
    enough.abort();
    await busy;
    while ((await ready()) !== 'ready') await pause(50);
    assert.equal((await world.ask('{ hello }')).status, 200);
  });

  test('that is far behind refuses everybody, and says that it lives', async () => {
    await using world = await openWorld({ ...openChat(), overloadDelay: 10 });
    const enough = new AbortController();
    const busy = keepBusy(200, enough.signal);
    let signed = await world.askSigned('{ hello }');
    while (signed.status !== 503) signed = await world.askSigned('{ hello }');
    assert.equal(reasonOf(signed), 'OVERLOADED');
    assert.equal((await world.send({ method: 'GET', path: '/healthz' })).status, 200);
    enough.abort();
    await busy;
  });
});
