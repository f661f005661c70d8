import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { openWorld, subgraph, type World } from './world.ts';

const LONG = 'so much to say, and every bit of it again. '.repeat(200);
const speaking = subgraph('media', 'type Query { long: String short: String }', {
  Query: { long: () => LONG, short: () => 'hello' },
});

let world: World;
before(async () => {
  world = await openWorld({ subgraphs: [speaking] });
});
after(() => world[Symbol.asyncDispose]());

/** An answer in the bytes that it came in. */
function ask(query: string, accepted?: string): Promise<{ headers: Record<string, unknown>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const encoding = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const headers = { 'content-type': 'application/json', ...encoding };
    const sent = request(
      { port: world.port, method: 'POST', path: '/graphql', headers, agent: false },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({ headers: answer.headers, bytes: Buffer.concat(chunks) });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query }));
  });
}

const WAYS = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync } as const;

describe('a long answer', () => {
  for (const [name, unpack] of Object.entries(WAYS))
    test(`is packed as ${name} for who takes that`, async () => {
      const { headers, bytes } = await ask('{ long }', name);
      assert.deepEqual([headers['content-encoding'], headers.vary], [name, 'accept-encoding']);
      assert.ok(bytes.length < LONG.length / 4);
      assert.deepEqual(JSON.parse(unpack(bytes).toString('utf8')), { data: { long: LONG } });
    });

  test('is packed by the best that a browser takes', async () => {
    assert.equal((await ask('{ long }', 'gzip, deflate, br, zstd')).headers['content-encoding'], 'zstd');
    assert.equal((await ask('{ long }', 'gzip, br;q=0')).headers['content-encoding'], 'gzip');
  });

  test('comes as it is to who takes nothing else', async () => {
    for (const accepted of [undefined, 'identity', 'deflate']) {
      const { headers, bytes } = await ask('{ long }', accepted);
      assert.equal(headers['content-encoding'], undefined, accepted);
      assert.deepEqual(JSON.parse(bytes.toString('utf8')), { data: { long: LONG } });
    }
  });
});

test('a short answer is not packed', async () => {
  const { headers, bytes } = await ask('{ short }', 'gzip');
  assert.equal(headers['content-encoding'], undefined);
  assert.deepEqual(JSON.parse(bytes.toString('utf8')), { data: { short: 'hello' } });
});
