import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pino from 'pino';
import { type EmbeddedPostgres, startPostgres } from '../../embedded/postgres/launcher.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { databaseBehaviour, refused, silent } from './behaviour.ts';

let dataDir: string;
let postgres: EmbeddedPostgres;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'database-test-'));
  postgres = await startPostgres({ dataDir, log: silent });
});
after(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true });
});

databaseBehaviour('embedded', () => postgres.url);

test('a Postgres that is not there is told at once, and once in the log', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) });
  const db = openDatabase('postgresql://tester:secret-password@127.0.0.1:1/postgres', log);
  const begin = performance.now();
  for (let i = 0; i < 5; i += 1) await refused(db.raw('select 1'));
  await refused(db.transaction((trx) => trx.raw('select 1')));
  assert.ok(performance.now() - begin < 500);
  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines.join(), /secret-password/);
  await db.destroy();
});

test('a Postgres that takes the connection and says nothing costs three seconds', async () => {
  const mute = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const db = openDatabase(`postgresql://tester@127.0.0.1:${(mute.address() as AddressInfo).port}/postgres`, silent);
  const begin = performance.now();
  await refused(db.raw('select 1'));
  assert.ok(performance.now() - begin < 4000);
  await db.destroy();
  mute.close();
});
