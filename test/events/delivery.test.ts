import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { createEvents } from '../../events/index.ts';
import { createKeeper } from '../../events/keeping/keeper.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import type { ChatEvent, Consumer } from '../../subgraphs/kit/events.ts';
import { log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';
import { said } from './facts.ts';
import { until } from './until.ts';

const PATIENCE = { attempts: 3, pause: 20, longestPause: 50 };
const WEEK_MS = 7 * 24 * 3_600_000;

const openDelivered = (url: string, ...consumers: Consumer[]) => openFor(WEEK_MS, url, consumers);

async function openFor(keepFor: number, url: string, consumers: readonly Consumer[]) {
  const db = openDatabase(url, log);
  const events = await createEvents({ db, register: new Registry(), log, patience: PATIENCE, keepFor });
  const delivery = await events.deliver(consumers);
  return {
    ...events,
    db,
    async [Symbol.asyncDispose]() {
      await delivery.stop();
      await db.destroy();
    },
  };
}

/** Remembers what it is told; throws on the keys that are `bad`. */
function listener(name: string, bad = new Set<string>()) {
  const heard: ChatEvent[] = [];
  const keys = (): string[] => heard.map(({ key }) => key);
  const consumer: Consumer = {
    name,
    kinds: new Set(['MESSAGE_SAVED']),
    async handle(events) {
      if (events.some(({ key }) => bad.has(key))) throw new TypeError('a secret text');
      heard.push(...events);
    },
  };
  return { consumer, heard, keys, bad };
}

const sequence = (stream: string, count: number) => Array.from({ length: count }, (_, seq) => said(stream, seq));

test('every consumer is told of each event once, each conversation in its order', async () => {
  await using database = await emptyDatabase();
  const [one, two] = [listener('one'), listener('two')];
  await using events = await openDelivered(database.url, one.consumer, two.consumer);
  const streams = ['tea', 'coffee', 'milk', 'water'];
  for (let seq = 0; seq < 50; seq += 1)
    await Promise.all(streams.map((stream) => events.keeper.keep([said(stream, seq)])));
  for (const { heard } of [one, two]) {
    await until(() => heard.length >= 200);
    for (const stream of streams)
      assert.deepEqual(
        heard.filter((event) => event.stream === stream).map(({ key }) => key),
        sequence(stream, 50).map(({ key }) => key),
      );
  }
});

test('an event that cannot be handled is set aside after its tries; its conversation waits, the others go on', async () => {
  await using database = await emptyDatabase();
  const { consumer, keys, heard } = listener('one', new Set(['message:tea:3']));
  await using events = await openDelivered(database.url, consumer);
  await events.keeper.keep([...sequence('tea', 10), ...sequence('coffee', 10)]);
  await until(() => heard.length >= 19);
  assert.deepEqual(
    keys().filter((key) => key.startsWith('message:tea:')),
    sequence('tea', 10)
      .map(({ key }) => key)
      .filter((key) => key !== 'message:tea:3'),
  );
  const aside = () => events.db.table('events.set_aside').select('problem', 'attempts', 'dead_at');
  // What was handled is struck out after it was.
  await until(async () => (await aside()).length === 1);
  const rows = await aside();
  assert.equal(rows[0].problem, 'TypeError');
  assert.equal(rows[0].attempts, 3);
  assert.ok(rows[0].dead_at instanceof Date);
});

test('an event whose transaction ends late is told of before those that were kept after it', async () => {
  await using database = await emptyDatabase();
  const { consumer, keys, heard } = listener('one');
  await using events = await openDelivered(database.url, consumer);
  await using undo = new AsyncDisposableStack();
  const other = openDatabase(database.url, log);
  undo.defer(() => other.destroy());
  const late = await other.transaction();
  await createKeeper(late, () => {}).keep([said('tea', 1)]);
  await events.keeper.keep([said('tea', 2)]);
  // Workers were told, have looked, and have gone.
  const given = other
    .table('pg_sequences')
    .where({ schemaname: 'events_worker' })
    .whereLike('sequencename', '%jobs_id%');
  await until(async () => (await given.clone().whereNotNull('last_value')).length > 0);
  await until(async () => (await other.table('events_worker.jobs')).length === 0);
  assert.deepEqual(keys(), []);
  await late.commit();
  await until(() => heard.length === 2);
  assert.deepEqual(keys(), ['message:tea:1', 'message:tea:2']);
});

test('dead letters are listed, retried and handled; what was handled is told again by id and by time', async () => {
  await using database = await emptyDatabase();
  const bad = new Set(['message:tea:1', 'message:coffee:1']);
  const { consumer, keys, heard } = listener('one', bad);
  await using events = await openDelivered(database.url, consumer);
  const { pipeline } = events;
  const began = new Date();
  await events.keeper.keep([...sequence('tea', 3), ...sequence('coffee', 3)]);
  const dead = () => pipeline.deadLetters('one', { limit: 10, before: null });
  await until(async () => (await dead()).length === 2 && heard.length === 4);
  await until(async () => (await pipeline.consumers())[0]?.waiting === 0);
  const [last, first] = await dead();
  assert.deepEqual(await pipeline.deadLetters('one', { limit: 1, before: last?.eventID ?? null }), [first]);
  assert.deepEqual([last?.problem, last?.attempts, last?.kind], ['TypeError', 3, 'MESSAGE_SAVED']);
  const [state] = await pipeline.consumers();
  assert.deepEqual([state?.name, state?.lag, state?.deadLetters, state?.waiting], ['one', 0, 2, 0]);

  bad.clear();
  assert.equal(await pipeline.retry('one', [first?.eventID ?? '']), 1);
  await until(() => heard.length === 5);
  assert.equal(await pipeline.retry('one', null), 1);
  await until(() => heard.length === 6);
  assert.deepEqual(await dead(), []);
  await until(async () => (await pipeline.consumers())[0]?.waiting === 0);

  const once = keys()
    .filter((key) => key.startsWith('message:tea'))
    .toSorted();
  heard.length = 0;
  assert.equal(await pipeline.replay('one', { from: began, to: new Date(Date.now() + 1_000) }), 6);
  await until(() => heard.length === 6);
  assert.deepEqual(
    keys().filter((key) => key.startsWith('message:tea')),
    once,
  );
  assert.equal(await pipeline.replay('one', { eventIDs: [first?.eventID ?? ''] }), 1);
  await until(() => heard.length === 7);
  await assert.rejects(pipeline.replay('nobody', { eventIDs: [] }), { reason: 'NOT_FOUND' });
});

test('an event goes when everybody has handled it and its time is over, and not before', async () => {
  await using database = await emptyDatabase();
  const [one, two] = [listener('one'), listener('two', new Set(['message:tea:1']))];
  await using events = await openFor(0, database.url, [one.consumer, two.consumer]);
  await events.keeper.keep(sequence('tea', 3));
  const { pipeline, db } = events;
  await until(async () => (await pipeline.deadLetters('two', { limit: 1, before: null })).length === 1);
  await until(() => two.heard.length === 2 && one.heard.length === 3);
  await until(async () => (await pipeline.consumers()).every(({ waiting, lag }) => waiting + lag === 0));
  const tidy = async (): Promise<string[]> => {
    await db.raw(`select events_worker.add_job('tidy')`);
    await until(async () => (await db.table('events_worker.jobs').where({ task_identifier: 'tidy' })).length === 0);
    return db.table('events.inbox').orderBy('id').pluck('key');
  };
  assert.deepEqual(await tidy(), ['message:tea:1']);
  two.bad.clear();
  await pipeline.retry('two', null);
  await until(async () => (await pipeline.consumers()).every(({ waiting }) => waiting === 0));
  assert.deepEqual(await tidy(), []);
});

test('in a database that was restored where transactions are counted anew, nothing is passed over', async () => {
  await using database = await emptyDatabase();
  const { consumer, keys } = listener('one');
  const told = sequence('tea', 3).map(({ key }) => key);
  {
    await using events = await openDelivered(database.url, consumer);
    await events.keeper.keep(sequence('tea', 3));
    await until(() => keys().length === 3);
    await until(async () => (await events.pipeline.consumers())[0]?.lag === 0);
    for (const table of ['inbox', 'cursors'])
      await events.db.raw(`update events.?? set xid = '9000000000000'`, [table]);
  }
  await using events = await openDelivered(database.url, consumer);
  await events.keeper.keep([said('tea', 3)]);
  await until(() => keys().includes('message:tea:3'));
  assert.deepEqual(keys(), [...told, ...told, 'message:tea:3']);
});
