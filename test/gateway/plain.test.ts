import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { graphql } from 'graphql';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { openMarket } from '../executor/market.ts';
import { type Answer, compose, openWorld } from './world.ts';

const PLAIN = join(import.meta.dirname, '../../gateway/plain.ts');

/** What a subgraph answers instead of itself, while it is set. */
let instead: { readonly status: number; readonly text: string } | null = null;

async function serve({ name, schema, contextFor }: Subgraph): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      if (instead !== null && name === 'identity') return response.writeHead(instead.status).end(instead.text);
      const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const contextValue = contextFor({} as never);
      const result = await graphql({ schema, source: query, variableValues: variables, operationName, contextValue });
      return response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const subgraphs = openMarket({ interfaceObject: true });
let servers: readonly Server[] = [];
let folder: string;
let program: ChildProcess;
let address: string;

before(async () => {
  servers = await Promise.all(subgraphs.map(serve));
  const sdl = servers.reduce((text, server, at) => {
    const { port } = server.address() as AddressInfo;
    return text.replace(`"http://${subgraphs[at]?.name}"`, `"http://127.0.0.1:${port}/graphql"`);
  }, compose(subgraphs));
  folder = mkdtempSync(join(tmpdir(), 'plain-'));
  writeFileSync(join(folder, 'supergraph.graphql'), sdl);
  program = spawn(process.execPath, [PLAIN, '--supergraph', join(folder, 'supergraph.graphql'), '--port', '0']);
  address = await new Promise<string>((resolve, reject) => {
    program.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
    program.once('exit', (code) => reject(new Error(`The gateway ended with ${code}.`)));
  });
});

after(() => {
  program?.kill();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(query: string): Promise<{ status: number; json: Answer['json'] }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { status: answer.status, json: await answer.json() };
}

describe('any supergraph over HTTP', () => {
  const query =
    '{ items { __typename title rating ... on Book { price postage } ... on Lamp { bulb { lasts } } } version }';

  test('is answered as it is in one process', async () => {
    await using world = await openWorld({ subgraphs });
    assert.deepEqual((await ask(query)).json, (await world.ask(query)).json);
  });

  test('tells its schema', async () => {
    const { json } = await ask('{ __type(name: "Colour") { enumValues { name } } }');
    assert.deepEqual(json.data.__type.enumValues, [{ name: 'RED' }, { name: 'GREEN' }]);
  });

  test('says of a subgraph that answers rubbish that it broke, and answers the rest', async () => {
    for (const rubbish of [
      { status: 500, text: 'Error: at /srv/app.js' },
      { status: 200, text: '{"data": 7}' },
      { status: 200, text: '[]' },
      { status: 200, text: '' },
    ]) {
      instead = rubbish;
      const { json } = await ask('{ cheapest { price } items { title } }');
      instead = null;
      assert.equal(json.data.cheapest, null);
      assert.equal(json.data.items.length, 5);
      assert.deepEqual(
        json.errors.map((error: { extensions: object }) => error.extensions),
        [{ code: 'UPSTREAM_UNAVAILABLE', reason: 'SUBGRAPH_UNAVAILABLE', retry: true, service: 'identity' }],
      );
      assert.doesNotMatch(JSON.stringify(json), /srv|127\.0\.0\.1/);
    }
  });

  test('shows which subgraphs answer', async () => {
    instead = { status: 503, text: '' };
    const ready = await fetch(new URL('/readyz', address));
    instead = null;
    assert.equal(ready.status, 200);
    const { dependencies } = (await ready.json()) as { dependencies: object };
    assert.deepEqual(dependencies, { 'subgraph identity': 'down', 'subgraph media': 'up', 'subgraph openim': 'up' });
  });

  test('puts in the place of values that are none of their type a null and an error', async () => {
    instead = { status: 200, text: '{"data": {"cheapest": {"__typename": "Book", "id": {"a": 1}, "price": "ten"}}}' };
    const { json } = await ask('{ cheapest { price } }');
    instead = null;
    assert.deepEqual(json.data, { cheapest: { price: null } });
    assert.deepEqual(json.errors[0].path, ['cheapest', 'price']);
  });
});
