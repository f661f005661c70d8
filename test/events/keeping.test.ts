import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { createEvents } from '../../events/index.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';
import { said } from './facts.ts';

async function openKept() {
  const undo = new AsyncDisposableStack();
  const { url } = undo.use(await emptyDatabase());
  const db = openDatabase(url, log);
  undo.defer(() => db.destroy());
  const events = await createEvents({ db, register: new Registry(), log });
  undo.defer(() => events.drain());
  const kept = (): Promise<{ key: string; stream: string; fact: { message: { content: string } } }[]> =>
    db.table('events.inbox').orderBy(['xid', 'id']);
  return { ...events, kept, db, [Symbol.asyncDispose]: () => undo.disposeAsync() };
}

test('what many callers tell at once shares statements, and each is answered when its own is durable', async () => {
  await using events = await openKept();
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }): void => void statements.push(sql);
  events.db.on('query', listen);
  await Promise.all(Array.from({ length: 300 }, (_, seq) => events.keeper.keep([said('tea', seq)])));
  events.db.off('query', listen);
  assert.deepEqual(
    (await events.kept()).map(({ key }) => key).toSorted(),
    Array.from({ length: 300 }, (_, seq) => `message:tea:${seq}`).toSorted(),
  );
  // The first is sent at once, the rest while it is under way.
  assert.ok(statements.length >= 1 && statements.length <= 3, statements.join('\n'));
});

test('the same happening is kept once, whoever tells it and in whatever order', async () => {
  await using events = await openKept();
  const told = [said('tea', 1), said('tea', 2), said('tea', 1)];
  await Promise.all([events.keeper.keep(told), events.keeper.keep(told.toReversed())]);
  await events.keeper.keep(told);
  const kept = await events.kept();
  assert.deepEqual(kept.map(({ key }) => key).toSorted(), ['message:tea:1', 'message:tea:2']);
});

test('what people write is kept as it is, whatever it is', async () => {
  await using events = await openKept();
  const contents = ['nul \0 in it', 'half a \ud83d', '{"a\\', "'; drop table events.inbox; --", 'x'.repeat(900_000)];
  await events.keeper.keep(contents.map((content, seq) => said('tea', seq, content)));
  await events.keeper.keep([said(`\0${'long'.repeat(2_000)}`, 1)]);
  const kept = await events.kept();
  assert.deepEqual(
    kept.slice(0, -1).map(({ fact }) => fact.message.content),
    contents,
  );
  assert.equal(kept.at(-1)?.stream.length, 500);
});

test('while the database is gone every caller is told at once, and nothing is kept behind their back', async () => {
  await using events = await openKept();
  await events.db.raw(`alter table events.inbox rename to elsewhere`);
  await assert.rejects(events.keeper.keep([said('tea', 1)]));
  await events.db.raw(`alter table events.elsewhere rename to inbox`);
  await events.keeper.keep([said('tea', 2)]);
  await events.db.destroy();
  const refusals = await Promise.allSettled([1, 2, 3].map((seq) => events.keeper.keep([said('tea', seq)])));
  assert.ok(refusals.every((each) => each.status === 'rejected' && each.reason instanceof Fault));
});
