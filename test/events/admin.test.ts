import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeeper } from '../../events/keeping/keeper.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { log } from '../openim-rest/double.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { emptyDatabase } from '../world/database.ts';
import { openWorld } from '../world/world.ts';
import { said } from './facts.ts';
import { until } from './until.ts';

interface State {
  readonly name: string;
  readonly lag: number;
  readonly waiting: number;
  readonly deadLetterCount: number;
}
const CONSUMERS = '{ eventConsumers { name lag lagSeconds waiting deadLetterCount handledAt } }';
const LETTERS = `query ($consumer: ID!, $first: Int, $after: String) {
  deadLetters(consumer: $consumer, first: $first, after: $after) {
    nodes { eventID consumer kind key stream source at keptAt attempts problem diedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;
const RETRY = `mutation ($consumer: ID!, $ids: [ID!]) {
  retryDeadLetters(consumer: $consumer, eventIDs: $ids, reason: "OpenIM was down") { name deadLetterCount waiting }
}`;
const DISMISS = `mutation ($consumer: ID!, $ids: [ID!]!, $reason: String!) {
  dismissDeadLetters(consumer: $consumer, eventIDs: $ids, reason: $reason) { name deadLetterCount waiting }
}`;
const REPLAY = `mutation ($consumer: ID!, $ids: [ID!], $from: DateTime, $to: DateTime) {
  replayEvents(consumer: $consumer, eventIDs: $ids, from: $from, to: $to, reason: "its rows were lost") { name }
}`;

const reasonsOf = async (asked: ReturnType<AdminQuery>): Promise<readonly unknown[]> =>
  (await asked).errors.map(({ extensions }) => extensions?.reason);

/** The last five entries of the audit log, newest first. */
async function trail(admin: AdminQuery): Promise<unknown> {
  type Audit = { auditLog: { nodes: { action: string; target: string; detail: { reason: string } }[] } };
  const { data } = await admin<Audit>('{ auditLog(first: 5) { nodes { action target detail } } }');
  return data?.auditLog.nodes.map(({ action, target, detail }) => [action, target, detail.reason]);
}

test('admins see what failed, have it tried again, and have events told again; each with a reason on record', async () => {
  await using database = await emptyDatabase();
  await using world = await openWorld({ DATABASE_URL: database.url });
  await using undo = new AsyncDisposableStack();
  const db = openDatabase(database.url, log);
  undo.defer(() => db.destroy());
  const admin = await signInAdmin(world);
  const states = async () => (await admin<{ eventConsumers: State[] }>(CONSUMERS)).data?.eventConsumers ?? [];
  const consumer = (await states())[0]?.name ?? '';
  const state = async () => (await states()).find(({ name }) => name === consumer);

  // Kept by a node that died before it could tell of them, and failed at.
  await createKeeper(db, () => {}).keep([said('si_ann_bo', 1), said('si_ann_bo', 2), said('si_ann_bo', 3)]);
  assert.equal((await state())?.lag, 3);
  await db.raw(
    `insert into events.set_aside (consumer, event_id, stream, shard, xid, attempts, problem, dead_at)
     select ?, id, stream, shard, xid, 15, 'TypeError', now() from events.inbox`,
    [consumer],
  );
  await db.raw(`update events.cursors set xid = pg_snapshot_xmin(pg_current_snapshot())`);

  type Letters = { deadLetters: { nodes: Record<string, string>[]; pageInfo: Record<string, unknown> } };
  const letters = async (page: object) => (await admin<Letters>(LETTERS, { consumer, ...page })).data?.deadLetters;
  const first = await letters({ first: 2 });
  assert.deepEqual(
    first?.nodes.map(({ key, problem, kind }) => [key, problem, kind]),
    [3, 2].map((seq) => [`message:si_ann_bo:${seq}`, 'TypeError', 'MESSAGE_SAVED']),
  );
  const last = await letters({ first: 2, after: first?.pageInfo.endCursor });
  assert.deepEqual([last?.nodes.length, last?.pageInfo.hasNextPage], [1, false]);

  const [given, reason] = [[first?.nodes[0]?.eventID], 'It is no longer wanted'];
  // Said twice, it is one.
  for (const _ of [1, 2]) assert.deepEqual((await admin(DISMISS, { consumer, ids: given, reason })).errors, []);
  assert.equal((await state())?.deadLetterCount, 2);
  assert.deepEqual(await reasonsOf(admin(DISMISS, { consumer: 'nobody', ids: given, reason })), ['NOT_FOUND']);
  assert.deepEqual(await reasonsOf(admin(DISMISS, { consumer, ids: given, reason: ' ' })), ['INPUT_INVALID']);

  assert.deepEqual((await admin(RETRY, { consumer, ids: [last?.nodes[0]?.eventID] })).errors, []);
  await until(async () => (await state())?.deadLetterCount === 1);
  assert.deepEqual((await admin(RETRY, { consumer })).errors, []);
  await until(async () => (await state())?.deadLetterCount === 0 && (await state())?.waiting === 0);
  const time = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  assert.deepEqual((await admin(REPLAY, { consumer, ...time })).errors, []);
  await until(async () => (await state())?.waiting === 0);

  assert.deepEqual(await trail(admin), [
    ['events.replay', `consumer:${consumer}`, 'its rows were lost'],
    ...Array(2).fill(['events.retry', `consumer:${consumer}`, 'OpenIM was down']),
    ...Array(2).fill(['events.dismiss', `consumer:${consumer}`, reason]),
  ]);
  const metrics = await (await fetch(`${world.url}/metrics`)).text();
  for (const line of [`events_lag{consumer="${consumer}"} 0`, `events_dead_letters{consumer="${consumer}"} 0`])
    assert.ok(metrics.includes(line), line);

  assert.deepEqual(await reasonsOf(admin(RETRY, { consumer: 'nobody' })), ['NOT_FOUND']);
  assert.deepEqual(await reasonsOf(admin(LETTERS, { consumer: 'nobody' })), ['NOT_FOUND']);
  for (const wrong of [{ ids: ['1'] }, { ids: [] }, {}, { from: time.to, to: time.from }, { from: time.from }])
    assert.deepEqual(await reasonsOf(admin(REPLAY, { consumer, ...wrong })), ['INPUT_INVALID']);
});
