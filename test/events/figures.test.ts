import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { startFigures } from '../../events/figures/figures.ts';
import { createEvents } from '../../events/index.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import type { NewEvent } from '../../subgraphs/kit/events.ts';
import type { DayFigures } from '../../subgraphs/kit/figures.ts';
import { log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';
import { said } from './facts.ts';
import { until } from './until.ts';

const DAY_MS = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2;
const yesterday = dayOf(noon);

/** Read back, so that it is of the day on which it was written. */
function wrote(seq: number, change: object, at = noon): NewEvent {
  const event = said('si_ann_bo', seq);
  if (event.fact.kind !== 'MESSAGE_SAVED') throw new Error('Not a message.');
  const message = { ...event.fact.message, ...change };
  const { conversationID } = message;
  const key = `message:${conversationID}:${seq}`;
  return {
    ...{ key, stream: conversationID, source: 'RECONCILER', at: new Date(at) },
    fact: { kind: 'MESSAGE_SAVED', message },
  };
}
const inTea = { conversationID: 'sg_tea', groupID: 'tea', recvID: '', sessionType: 3 };
const known = (stream: string, key: string) => ({ stream, key, source: 'RECONCILER', at: new Date(noon) }) as const;

const DAY: readonly NewEvent[] = [
  wrote(1, {}),
  wrote(2, { contentType: 102, sendID: 'bo' }),
  wrote(3, { contentType: 110 }),
  wrote(1, { ...inTea, contentType: 1501, msgFrom: 200 }),
  wrote(2, { ...inTea, sendID: 'cy' }),
  wrote(3, { ...inTea, contentType: 115 }),
  { ...known('si_ann_bo', 'revoked:si_ann_bo:1'), fact: { ...revoked('si_ann_bo', 1) } },
  { ...known('group:tea', 'group-created:tea'), fact: { kind: 'GROUP_CREATED', groupID: 'tea' } },
];

function revoked(conversationID: string, seq: number) {
  return { kind: 'MESSAGE_REVOKED', conversationID, seq, userID: 'ann' } as const;
}

const FIGURES: DayFigures = {
  direct: { text: 1, media: 1, other: 1 },
  group: { text: 1, media: 1, other: 0 },
  ...{ notices: 0, writers: 3, revoked: 1, newGroups: 1 },
};

async function openFigures() {
  const undo = new AsyncDisposableStack();
  const { url } = undo.use(await emptyDatabase());
  const db = openDatabase(url, log);
  undo.defer(() => db.destroy());
  const events = await createEvents({ db, register: new Registry(), log });
  const counting = startFigures({ db, log });
  undo.defer(() => counting.stop());
  const delivery = await events.deliver([counting.consumer]);
  undo.defer(() => delivery.stop());
  const of = async (day: string): Promise<DayFigures | undefined> =>
    (await counting.figures.between(day, day)).get(day);
  return { ...events, ...counting, db, of, [Symbol.asyncDispose]: () => undo.disposeAsync() };
}

test('what was written on a day is counted by what it is and where, and told again counts once', async () => {
  await using counted = await openFigures();
  await counted.keeper.keep(DAY);
  await until(
    async () => (await counted.of(yesterday))?.newGroups === 1 && (await counted.of(yesterday))?.group.media === 1,
  );
  assert.deepEqual(await counted.of(yesterday), FIGURES);
  const rows = await counted.db.table('events.inbox').orderBy(['xid', 'id']);
  const told = rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
  const span = { signal: AbortSignal.timeout(10_000), log };
  await counted.consumer.handle(told.toReversed(), span);
  await Promise.all([counted.consumer.handle(told, span), counted.consumer.handle([...told, ...told], span)]);
  assert.deepEqual(await counted.of(yesterday), FIGURES);
});

test('once a day is closed nobody can tell who wrote on it, and how many did stays', async () => {
  await using counted = await openFigures();
  await counted.keeper.keep(DAY);
  await until(async () => (await counted.of(yesterday))?.writers === 3);
  const names = ['ann', 'bo', 'cy'];
  const kept = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(['figures', 'figured', 'figure_marks'].map((name) => counted.db.table(`events.${name}`))),
    );
  for (const name of names) assert.ok(!(await kept()).includes(name));
  const old = dayOf(noon - 9 * DAY_MS);
  for (const name of ['figures', 'figure_secrets', 'figure_marks'])
    await counted.db.table(`events.${name}`).update({ day: old });
  // Another node, that starts later.
  const later = startFigures({ db: counted.db, log });
  await until(async () => (await counted.db.table('events.figure_secrets')).length === 0);
  await later.stop();
  assert.deepEqual(await counted.db.table('events.figure_marks'), []);
  assert.equal((await counted.of(old))?.writers, 3);
});

test('a time that a client made up moves nothing to a day that is yet to come', async () => {
  await using counted = await openFigures();
  await counted.keeper.keep([wrote(1, {}, Date.UTC(2100, 0, 1)), wrote(2, {}, 0)]);
  await until(async () => (await counted.of(dayOf(Date.now())))?.direct.text === 2);
  assert.equal(await counted.of('2100-01-01'), undefined);
});
