import { test } from 'node:test';
import { emptyDatabase } from '../world/database.ts';
import { killNodes } from './killing.ts';

test('nodes that are killed while they keep and deliver lose nothing, double nothing, and keep the order', async () => {
  await using database = await emptyDatabase();
  await killNodes(database.url, { kills: 5 });
});
