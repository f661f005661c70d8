import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { priorityOf } from '../../subgraphs/moderation/cases/priority.ts';
import * as reports from '../../subgraphs/moderation/migrations/001-reports.ts';
import * as cases from '../../subgraphs/moderation/migrations/002-cases.ts';
import { log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';

test('reports that were made before there were cases become cases, with what was seen', async () => {
  await using database = await emptyDatabase();
  const db = openDatabase(database.url, log);
  await db.raw('create schema moderation');
  await reports.up(db);
  const report = (id: string, reporter: string, subject: object, evidence: object) => ({
    ...{ id, reporter_id: reporter, reason: 'SPAM', ...subject },
    evidence: JSON.stringify(evidence),
  });
  const message = { subject_kind: 'MESSAGE', subject_id: 'sg_tea:1' };
  const seen = { message: { sendID: 'bo', groupID: 'tea', content: '{}' }, neighbours: [{ sendID: 'cy' }] };
  await db
    .table('moderation.reports')
    .insert([
      report('1', 'ann', message, seen),
      report('2', 'cy', message, { ...seen, neighbours: [] }),
      report('3', 'ann', { subject_kind: 'USER', subject_id: 'dan' }, { userID: 'dan', nickname: 'Dan' }),
    ]);
  await cases.up(db);
  const found = await db.table('moderation.cases').orderBy('id');
  assert.deepEqual(
    found.map(({ id, subject_id, accused_id, group_id, report_count }) => [
      id,
      subject_id,
      accused_id,
      group_id,
      report_count,
    ]),
    [
      ['1', 'sg_tea:1', 'bo', 'tea', 2],
      ['3', 'dan', 'dan', null, 1],
    ],
  );
  assert.ok(found.every(({ rank }) => Math.abs(priorityOf(rank, Date.now()) - 35) < 0.1));
  const evidence = await db.table('moderation.evidence').orderBy('id');
  assert.deepEqual(
    evidence.map(({ content }) => content),
    [seen, { message: null, neighbours: [], profile: { userID: 'dan', nickname: 'Dan' } }],
  );
  assert.deepEqual(await db.table('moderation.reports').orderBy('id').pluck('case_id'), ['1', '1', '3']);
  await cases.down(db);
  await reports.down(db);
  await db.destroy();
});
