import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { storeContract } from './contract.ts';

const log = pino({ level: 'silent' });

storeContract('memory', async () => createMemoryStore(log));

test('memory: hundreds of thousands of nonces that expire are not kept', async () => {
  const store = createMemoryStore(log);
  const before = heapAfterCollection();
  for (let round = 0; round < 30; round += 1) {
    for (let i = 0; i < 10_000; i += 1) await store.set(`nonce:${round}:${i}`, '1', { ttl: 5 });
    await sleep(5);
  }
  const more = heapAfterCollection() - before;
  assert.ok(more < 15e6, `${Math.round(more / 1e6)} MB more than before`);
  assert.equal(await store.get('nonce:0:0'), null);
});

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
