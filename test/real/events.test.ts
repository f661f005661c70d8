import { test } from 'node:test';
import { killNodes } from '../events/killing.ts';
import { startDebianPostgres } from './servers.ts';

test('nodes on an installed Postgres that are killed lose nothing, double nothing, and keep the order', async () => {
  await using postgres = await startDebianPostgres();
  await killNodes(postgres.url, { kills: 8 });
});
