import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Office, openOffice } from './office.ts';
import { openWorld } from './world.ts';

const START = `mutation ($input: BulkJobInput!) {
  startBulkJob(input: $input, reason: "a test") { id state dryRun progress { total pending } createdBy { email } }
}`;
const JOB = `query ($id: ID!, $state: BulkJobItemState, $first: Int, $after: String) {
  bulkJob(id: $id) {
    state finishedAt progress { total pending done skipped failed cancelled }
    items(state: $state, first: $first, after: $after) {
      nodes { user { id } state problem tries } pageInfo { hasNextPage endCursor }
    }
  }
}`;

const start = async (office: Office, input: object): Promise<string> =>
  (await office.do(START, { input })).startBulkJob.id;

/** The job when it is over. */
async function over(office: Office, id: string) {
  for (let looks = 0; looks < 400; looks += 1) {
    const { bulkJob } = await office.do(JOB, { id });
    if (bulkJob.state !== 'RUNNING') return bulkJob;
    await pause(25);
  }
  return assert.fail('the job goes on and on');
}

const counts = ({ progress: { done, skipped, failed, pending } }: { progress: Record<string, number> }) => ({
  ...{ done, skipped, failed, pending },
});

describe('a bulk job', { concurrency: 2 }, () => {
  test('is a trial unless it is said otherwise: it tells what would come of each, and changes nothing', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn('ann@example.com');
    const bo = await office.node.signIn('bo@example.com');
    const userIDs = [ann.userID, 'nobody', bo.userID, ann.userID];
    const { startBulkJob } = await office.do(START, { input: { kind: 'END_SESSIONS', userIDs } });
    assert.deepEqual([startBulkJob.dryRun, startBulkJob.progress.total], [true, 3]);
    assert.equal(startBulkJob.createdBy.email, 'admin@example.com');
    const job = await over(office, startBulkJob.id);
    assert.deepEqual(counts(job), { done: 2, skipped: 0, failed: 1, pending: 0 });
    assert.deepEqual(
      job.items.nodes.map(({ state, problem }: { state: string; problem: string }) => [state, problem]),
      [
        ['DONE', null],
        ['FAILED', 'NOT_FOUND'],
        ['DONE', null],
      ],
    );
    assert.deepEqual([await office.node.who(ann), await office.node.who(bo)], ['ok', 'ok']);
  });

  test('for good does it; done again, there is nothing to do', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn('ann@example.com');
    const input = { kind: 'END_SESSIONS', userIDs: [ann.userID], dryRun: false };
    assert.deepEqual(counts(await over(office, await start(office, input))), {
      done: 1,
      skipped: 0,
      failed: 0,
      pending: 0,
    });
    assert.equal(await office.node.who(ann), 'SESSION_REVOKED');
    assert.equal((await over(office, await start(office, input))).progress.skipped, 1);
  });

  test('bans, each with an entry of its own on record, and lifts the bans again', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const [ann, bo] = [await office.node.signIn('ann@example.com'), await office.node.signIn('bo@example.com')];
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const input = { userIDs: [ann.userID, bo.userID], dryRun: false };
    const banned = await over(office, await start(office, { ...input, kind: 'BAN', until }));
    assert.equal(banned.progress.done, 2);
    assert.equal(await office.node.who(ann), 'USER_BANNED');
    const record = await office.do('{ auditLog(action: "user.ban") { nodes { target detail } } }');
    assert.deepEqual(
      record.auditLog.nodes.map(({ detail }: { detail: { reason: string; after: object } }) => [
        detail.reason,
        detail.after,
      ]),
      [
        ['a test', { until }],
        ['a test', { until }],
      ],
    );
    assert.equal((await over(office, await start(office, { ...input, kind: 'BAN' }))).progress.skipped, 2);
    assert.equal((await over(office, await start(office, { ...input, kind: 'UNBAN' }))).progress.done, 2);
    assert.notEqual(await office.node.who(ann), 'USER_BANNED');
  });

  test('goes on where it stood when its node died, and does no item twice', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const userIDs = Array.from({ length: 30 }, (_, nth) => `p${nth}`);
    await world.db('identity.accounts').insert(userIDs.map((user_id) => ({ user_id, nickname: 'P' })));
    const id = await start(office, { kind: 'ERASE', userIDs, dryRun: false });
    await office.node.stop();
    const { db } = await world.node();
    const pending = () => db('identity.job_items').where({ job_id: id, state: 'PENDING' });
    // What the dead node had claimed comes free by time.
    await pending().update({ next_at: new Date(Date.now() - 1) });
    for (let looks = 0; looks < 800 && (await pending()).length > 0; looks += 1) {
      await pause(25);
    }
    const rows = await db('identity.job_items').where({ job_id: id });
    assert.ok(rows.every(({ state }) => state === 'DONE' || state === 'SKIPPED'));
    assert.equal((await db('identity.erasures')).length, 30);
  });

  test('its items come page by page, and only those of one state where it is asked so', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn('ann@example.com');
    const userIDs = ['x1', 'x2', ann.userID, 'x3'];
    const id = await start(office, { kind: 'END_SESSIONS', userIDs });
    await over(office, id);
    const first = (await office.do(JOB, { id, state: 'FAILED', first: 2 })).bulkJob.items;
    const rest = (await office.do(JOB, { id, state: 'FAILED', first: 2, after: first.pageInfo.endCursor })).bulkJob
      .items;
    const ids = [...first.nodes, ...rest.nodes].map(({ user }: { user: { id: string } }) => user.id);
    assert.deepEqual([ids, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage], [['x1', 'x2', 'x3'], true, false]);
    const listed = await office.do('{ bulkJobs(first: 1) { nodes { id } } }');
    assert.equal(listed.bulkJobs.nodes[0].id, id);
  });

  test('can be cancelled: what was not done stays undone', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const ann = await office.node.signIn('ann@example.com');
    const CANCEL =
      'mutation ($id: ID!) { cancelBulkJob(id: $id, reason: "a mistake") { state progress { cancelled } } }';
    // Its item is begun, and does not come to an end.
    world.openim.mode = 'silent';
    const id = await start(office, { kind: 'ADD_TO_GROUP', groupID: 'hall', userIDs: [ann.userID], dryRun: false });
    const { cancelBulkJob } = await office.do(CANCEL, { id });
    assert.deepEqual([cancelBulkJob.state, cancelBulkJob.progress.cancelled], ['CANCELLED', 1]);
    assert.equal((await office.ask(CANCEL, { id })).reason, 'NOT_FOUND');
  });

  test('takes the scope of its kind, and its mistakes are named', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const wrong: readonly [string, object][] = [
      ['input.userIDs', { kind: 'ERASE', userIDs: [] }],
      ['input.userIDs', { kind: 'ERASE', userIDs: Array.from({ length: 10_001 }, (_, nth) => `p${nth}`) }],
      ['input.groupID', { kind: 'ADD_TO_GROUP', userIDs: ['x'] }],
      ['input.groupID', { kind: 'ERASE', userIDs: ['x'], groupID: 'g' }],
      ['input.until', { kind: 'ERASE', userIDs: ['x'], until: new Date(Date.now() + 60_000).toISOString() }],
      ['input.until', { kind: 'BAN', userIDs: ['x'], until: new Date(0).toISOString() }],
    ];
    for (const [field, input] of wrong)
      assert.equal((await office.ask(START, { input })).extensions.field, field, JSON.stringify(input).slice(0, 80));
    await world.db('identity.admins').update({ roles: ['SUPPORT'] });
    const refused = await office.ask(START, { input: { kind: 'ERASE', userIDs: ['x'] } });
    assert.deepEqual([refused.reason, refused.extensions.scopes], ['SCOPE_MISSING', 'users:erase']);
  });
});
