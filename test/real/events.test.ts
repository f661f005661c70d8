import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { createEvents } from '../../events/index.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { said } from '../events/facts.ts';
import { killNodes } from '../events/killing.ts';
import { until } from '../events/until.ts';
import { log } from '../openim-rest/double.ts';
import { startDebianPostgres } from './servers.ts';

test('nodes on an installed Postgres that are killed lose nothing, double nothing, and keep the order', async () => {
  await using postgres = await startDebianPostgres();
  await killNodes(postgres.url, { kills: 8 });
});

test('while Postgres is gone nothing is accepted; when it is back, everything that was is delivered, by itself', async () => {
  await using undo = new AsyncDisposableStack();
  const postgres = undo.use(await startDebianPostgres());
  const db = openDatabase(postgres.url, log);
  undo.defer(() => db.destroy());
  const { keeper, deliver } = await createEvents({ db, register: new Registry(), log });
  const heard = new Set<string>();
  const handle = async (events: readonly { key: string }[]): Promise<void> => {
    for (const { key } of events) heard.add(key);
  };
  const delivery = await deliver([{ name: 'one', kinds: new Set(['MESSAGE_SAVED']), handle }]);
  undo.defer(() => delivery.stop());

  const accepted = new Set<string>();
  const refused = new Map<string, unknown>();
  const tell = async (seq: number): Promise<void> => {
    const event = said(`tea${seq % 7}`, seq);
    await keeper.keep([event]).then(
      () => accepted.add(event.key),
      (error: unknown) => refused.set(event.key, error),
    );
  };
  for (let seq = 0; seq < 200; seq += 1) await tell(seq);
  const before = Promise.all(Array.from({ length: 500 }, (_, at) => tell(1_000 + at)));
  await postgres.crash();
  await before;
  for (let seq = 2_000; seq < 2_010; seq += 1) await tell(seq);
  assert.ok(refused.size >= 10);
  for (const error of refused.values()) assert.ok(error instanceof Fault && error.reason === 'STORE_UNAVAILABLE');
  for (let seq = 2_000; seq < 2_010; seq += 1) assert.ok(refused.has(`message:tea${seq % 7}:${seq}`));

  await postgres.restart();
  await until(async () => {
    await tell(3_000);
    return accepted.has('message:tea4:3000');
  });
  await until(() => [...accepted].every((key) => heard.has(key)));
});
