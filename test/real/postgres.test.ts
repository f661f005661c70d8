import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { databaseBehaviour, refused, silent } from '../database/behaviour.ts';
import { type RealServer, startDebianPostgres } from './servers.ts';

let postgres: RealServer;
before(async () => {
  postgres = await startDebianPostgres();
});
after(() => postgres[Symbol.asyncDispose]());

databaseBehaviour('installed', () => postgres.url);

test('a Postgres that crashes is told at once, and used again when it is back', async () => {
  const db = openDatabase(postgres.url, silent);
  await Promise.all(Array.from({ length: 5 }, () => db.raw('select 1')));
  await postgres.crash();
  for (let i = 0; i < 10; i += 1) await refused(db.raw('select 1'));
  await postgres.restart();
  assert.deepEqual((await db.raw('select 1 as one')).rows, [{ one: 1 }]);
  await db.destroy();
});
