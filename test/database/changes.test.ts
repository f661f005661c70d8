import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { startPostgres } from '../../embedded/postgres/launcher.ts';
import { type Changes, createChanges } from '../../subgraphs/kit/changes.ts';
import { createChangesTable } from '../../subgraphs/kit/changes-table.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { silent } from './behaviour.ts';

const undo = new AsyncDisposableStack();
let db: ReturnType<typeof openDatabase>;
let parts: Parameters<typeof createChanges>[0];
let changes: Changes;
/** Another node: nothing is shared with the first but the database and the store. */
let other: Changes;

before(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'changes-test-'));
  undo.defer(() => rm(dataDir, { recursive: true }));
  const postgres = await startPostgres({ dataDir, log: silent });
  undo.defer(() => postgres.stop());
  db = openDatabase(postgres.url, silent);
  undo.defer(() => db.destroy());
  await db.raw('create schema probe');
  await createChangesTable(db, 'probe');
  const store = createMemoryStore(silent);
  undo.defer(() => store.close());
  parts = { db, store, schema: 'probe', log: silent };
  changes = createChanges(parts);
  undo.defer(() => changes.stop());
  other = createChanges(parts);
  undo.defer(() => other.stop());
});
after(() => undo.disposeAsync());

const record = (feed: string, key: string, version: number): Promise<void> =>
  db.transaction((on) => changes.record(on, feed, { key, version }));

async function seen(feed: string, cursor: string | null, key: string | null = null): Promise<string[]> {
  const found = await changes.feed(feed).since(cursor, key);
  assert.notEqual(found, 'GAP');
  return found === 'GAP' ? [] : found.changes.map((change) => `${change.key}@${change.version}`);
}

test('a reader is told the newest version of each key, in the order of commits, and goes on from any of them', async () => {
  await record('order', 'a', 1);
  await record('order', 'b', 1);
  await record('order', 'a', 2);
  assert.deepEqual(await seen('order', null), ['b@1', 'a@2']);
  const found = await changes.feed('order').since(null, null);
  assert.ok(found !== 'GAP');
  assert.deepEqual(await seen('order', found.changes[0]?.cursor ?? ''), ['a@2']);
  assert.deepEqual(await seen('order', null, 'b'), ['b@1']);
  assert.deepEqual(await seen('order', await changes.feed('order').head()), []);
});

test('a change that was begun first and committed last is not skipped by who read in between', async () => {
  const slow = await db.transaction();
  await changes.record(slow, 'late', { key: 'begun first', version: 1 });
  await record('late', 'begun second', 1);
  const found = await changes.feed('late').since(null, null);
  assert.ok(found !== 'GAP');
  assert.deepEqual(
    found.changes.map(({ key }) => key),
    ['begun second'],
  );
  await slow.commit();
  assert.deepEqual(await seen('late', found.changes[0]?.cursor ?? ''), ['begun first@1']);
});

test('forty writers at once, a reader that reads all the while: each change is read once', async () => {
  const feed = changes.feed('crowd');
  const read: string[] = [];
  let cursor = await feed.head();
  const readOn = async (): Promise<number> => {
    const found = await feed.since(cursor, null);
    assert.ok(found !== 'GAP');
    for (const change of found.changes) {
      read.push(change.key);
      cursor = change.cursor;
    }
    return found.changes.length;
  };
  let writing = true;
  const writers = Promise.all(
    Array.from({ length: 40 }, (_, writer) =>
      db.transaction(async (on) => {
        await changes.record(on, 'crowd', { key: `${writer}:first`, version: 1 });
        await on.raw('select pg_sleep(?)', [((writer * 7) % 10) / 200]);
        await changes.record(on, 'crowd', { key: `${writer}:second`, version: 1 });
      }),
    ),
  ).finally(() => {
    writing = false;
  });
  while (writing) await readOn();
  await writers;
  await readOn();
  assert.equal(read.length, 80);
  assert.equal(new Set(read).size, 80);
});

test('two transactions that change the same things in different order do not wait for each other in the feed', async () => {
  await db.raw('create table probe.things (id text primary key)');
  await db.raw(`insert into probe.things values ('x')`);
  const first = await db.transaction();
  await changes.record(first, 'locks', { key: 'x', version: 1 });
  const second = await db.transaction();
  await second.raw(`select 1 from probe.things where id = 'x' for update`);
  await changes.record(second, 'locks', { key: 'x', version: 2 });
  const waiting = first.raw(`select 1 from probe.things where id = 'x' for update`);
  await second.commit();
  await waiting;
  await first.commit();
  assert.deepEqual(await seen('locks', null), ['x@1']);
});

test('what was rolled back was never recorded', async () => {
  const head = await changes.feed('gone').head();
  const on = await db.transaction();
  await changes.record(on, 'gone', { key: 'x', version: 1 });
  await on.rollback();
  assert.equal(await changes.feed('gone').head(), head);
  assert.deepEqual(await seen('gone', null), []);
});

test('another node is woken by the commit of what a savepoint recorded, and not before it', async () => {
  let heard = Promise.withResolvers<void>();
  let wakes = 0;
  const end = other.feed('wake').wake(() => {
    wakes += 1;
    heard.resolve();
  });
  await heard.promise;
  heard = Promise.withResolvers();
  const before = wakes;
  await db.transaction(async (on) => {
    await on.transaction((inner) => changes.record(inner, 'wake', { key: 'x', version: 1 }));
    await on.raw('select 1');
    assert.equal(wakes, before);
  });
  await heard.promise;
  end();
  assert.deepEqual(await seen('wake', null), ['x@1']);
});

test('a cursor older than what is kept, one of the future, and a reader far behind are told of a gap', async () => {
  const feed = changes.feed('old');
  await record('old', 'a', 1);
  const old = await feed.head();
  await record('old', 'a', 2);
  const last = await feed.head();
  await record('old', 'a', 3);
  await db.raw(`update probe.changes set at = now() - interval '8 days' where place <= ?`, [last]);
  await createChanges(parts).stop();
  assert.equal(await feed.since(old, null), 'GAP');
  assert.deepEqual(await seen('old', last), ['a@3']);
  assert.equal(await feed.since('999999', null), 'GAP');
  await assert.rejects(feed.since('soon', null), /after: the cursor of an event/);
  await db.transaction(async (on) => {
    for (let key = 0; key <= 1_000; key += 1) await changes.record(on, 'old', { key: String(key), version: 1 });
  });
  assert.equal(await feed.since(last, null), 'GAP');
});
