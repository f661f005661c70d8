import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { createEvents } from '../../events/index.ts';
import { eventsPersonal } from '../../events/personal.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { log, span } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';
import { said } from './facts.ts';

test('what somebody wrote is given out and blanked in the inbox; it stays one event a message', async () => {
  await using undo = new AsyncDisposableStack();
  const { url } = undo.use(await emptyDatabase());
  const db = openDatabase(url, log);
  undo.defer(() => db.destroy());
  const { keeper } = await createEvents({ db, register: new Registry(), log });
  const by = (sendID: string, seq: number, content: string) => {
    const event = said('tea', seq, content);
    if (event.fact.kind !== 'MESSAGE_SAVED') return event;
    const message = { ...event.fact.message, sendID, senderNickname: `The one who is ${sendID}` };
    return { ...event, fact: { kind: 'MESSAGE_SAVED' as const, message } };
  };
  const told = [by('ann "%_', 1, 'ann wrote \0 this'), by('bo', 2, 'bo wrote this to ann "%_'), by('annie', 3, 'hm')];
  const joined = { kind: 'MEMBERS_CHANGED' as const, groupID: 'tea', userIDs: ['ann "%_', 'bo'] };
  await keeper.keep([...told, { ...said('tea', 4), key: 'members', fact: joined }]);
  const personal = eventsPersonal(db);

  const files = personal.files('ann "%_', span()).filter(({ name }) => name === 'inbox.jsonl');
  let given = '';
  for await (const row of files[0]?.rows() ?? []) given += JSON.stringify(row);
  assert.ok(given.includes('ann wrote') && given.includes('MEMBERS_CHANGED') && !given.includes('bo wrote'), given);

  const lines = await personal.erase('ann "%_', span());
  assert.deepEqual(
    lines.map(({ count, kept }) => [count, kept !== null]),
    [
      [1, false],
      [1, true],
    ],
  );
  await keeper.keep(told);
  const rows = await db.table('events.inbox').orderBy('id').select('fact');
  assert.equal(rows.length, 4);
  const left = JSON.stringify(rows);
  assert.ok(!left.includes('ann wrote') && !left.includes('The one who is ann \\') && left.includes('bo wrote'), left);
});

test('what could not be read goes with an account that it names', async () => {
  await using undo = new AsyncDisposableStack();
  const { url } = undo.use(await emptyDatabase());
  const db = openDatabase(url, log);
  undo.defer(() => db.destroy());
  await createEvents({ db, register: new Registry(), log });
  const row = { command: 'c', because: 'OTHER_SHAPE', operation_id: 'op', at: new Date() };
  const bodies = ['{"sendID":"ann","content":"hm"}', '{"sendID":"annie"}'];
  for (const [nth, body] of bodies.entries()) {
    const id = `00000000-0000-7000-8000-00000000000${nth}`;
    await db.table('events.odd_callbacks').insert({ ...row, id, body: Buffer.from(body) });
  }
  assert.deepEqual(
    (await eventsPersonal(db).erase('ann', span())).map(({ count }) => count),
    [1],
  );
  const left = await db.table('events.odd_callbacks').select<{ body: Buffer }[]>('body');
  assert.deepEqual(
    left.map(({ body }) => body.toString()),
    [bodies[1]],
  );
});
