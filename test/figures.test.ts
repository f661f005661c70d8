import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Bench, get, openBench, reasons, reports, says } from './moderation/bench.ts';

const DAY_MS = 86_400_000;
const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const span = { from: new Date(midnight - 2 * DAY_MS).toISOString(), to: new Date(midnight + 2 * DAY_MS).toISOString() };

const OURS = `query ($from: DateTime!, $to: DateTime!) { statistics(from: $from, to: $to) {
  from signIns { day count } dailyActiveUsers { count } newAccounts { count }
  reports { count } waitingReports { count oldestAt medianAt }
} }`;
const RENEW = 'mutation ($key: String!) { renewSession(publicKey: $key) { session { id } } }';

type Days = readonly { readonly day?: string; readonly count: number }[];
interface Ours {
  readonly statistics: {
    readonly from: string;
    readonly signIns: Days;
    readonly dailyActiveUsers: Days;
    readonly newAccounts: Days;
    readonly reports: Days;
    readonly waitingReports: { readonly count: number; readonly oldestAt: string; readonly medianAt: string };
  };
}

const sum = (days: Days): number => days.reduce((all, { count }) => all + count, 0);

describe('figures of our own, by day', () => {
  let bench: Bench;
  const ask = async () => (await get<Ours>(bench.owner, OURS, span)).statistics;
  const counted = async () => {
    const { signIns, dailyActiveUsers, newAccounts } = await ask();
    return [sum(signIns), sum(dailyActiveUsers), sum(newAccounts)];
  };
  before(async () => {
    bench = await openBench();
  });
  after(() => bench[Symbol.asyncDispose]());

  test('every day is there, those with nothing too, for one question each', async () => {
    await ask();
    const { result, calls, statements } = await bench.world.price(ask);
    assert.equal(result.from, span.from);
    assert.deepEqual(
      result.signIns.map(({ day }) => day),
      [-2, -1, 0, 1].map((days) => new Date(midnight + days * DAY_MS).toISOString()),
    );
    assert.deepEqual([sum(result.signIns), sum(result.dailyActiveUsers), sum(result.newAccounts)], [3, 3, 3]);
    assert.deepEqual([calls(), result.signIns[0]?.count], [0, 0]);
    assert.ok(statements <= 4, `${statements} statements`);
  });

  test('sign-ins are counted exactly, however many at once on two nodes; people once a day', async () => {
    const other = await bench.node();
    const before = await counted();
    const names = Array.from({ length: 12 }, (_, at) => `many${at}@new.example`);
    const signedIn = await Promise.all(
      names.map((name, at) => (at % 2 === 0 ? bench.world : other).signIn(name, `many${at}`)),
    );
    for (const name of names.slice(0, 4)) await other.signIn(name);
    await signedIn[11]?.query('{ me { id } }');
    const more = (await counted()).map((count, at) => count - (before[at] ?? 0));
    assert.deepEqual(more, [16, 12, 12]);
  });

  test('what failed and what only goes on is not counted, and what was swept still is', async () => {
    const { world } = bench;
    const someone = await world.signIn('goes-on@new.example');
    const before = await counted();
    const visitor = world.visitor();
    const { id: challengeID } = await visitor.requestOTP({ email: 'wrong@new.example' });
    const right = await world.codeFor('wrong@new.example');
    const wrong = right === '000000' ? '000001' : '000000';
    await assert.rejects(visitor.verifyOTP({ challengeID, code: wrong }));
    const key = Buffer.alloc(32, 9).toString('base64url');
    await someone.query<unknown, object>(RENEW, { key });
    await bench.sql('update identity.sessions set ended_at = now()');
    await bench.sql('delete from identity.sessions');
    assert.deepEqual(await counted(), before);
  });

  test('somebody who is there on another day is counted on that day as well', async () => {
    const { world } = bench;
    const back = await world.signIn('back@new.example');
    const before = await counted();
    const yesterday = new Date(midnight - DAY_MS).toISOString().slice(0, 10);
    const today = new Date(midnight).toISOString().slice(0, 10);
    await bench.sql('update identity.last_active set day = $1 where user_id = $2', [yesterday, back.id]);
    await bench.sql('update identity.daily_figures set day = $1 where day = $2', [yesterday, today]);
    await world.signIn('back@new.example');
    const { signIns, dailyActiveUsers } = await ask();
    assert.deepEqual(
      [signIns, dailyActiveUsers].map((days) => days.slice(1, 3).map(({ count }) => count)),
      [
        [before[0], 1],
        [before[1], 1],
      ],
    );
  });

  test('reports are counted by the day they were made, and how old those are that wait', async () => {
    const { world, groupID } = bench;
    const [ann, bo] = [await world.signIn('ann@new.example'), await world.signIn('bo@new.example')];
    for (const text of ['one', 'two', 'three']) await reports(ann, await says(bo, { group: groupID }, text));
    const ids = await bench.sql<{ id: string }>('select id from moderation.reports order by id');
    const at = (hours: number): string => new Date(midnight - hours * 3_600_000).toISOString();
    for (const [nth, hours] of [30, 20, 10].entries())
      await bench.sql('update moderation.reports set created_at = $1 where id = $2', [at(hours), ids[nth]?.id]);
    const { reports: days, waitingReports } = await ask();
    assert.deepEqual(
      days.map(({ count }) => count),
      [1, 2, 0, 0],
    );
    assert.deepEqual(waitingReports, { count: 3, oldestAt: at(30), medianAt: at(20) });
    await bench.sql(`update moderation.reports set outcome = 'ACTED'`);
    assert.deepEqual((await ask()).waitingReports, { count: 0, oldestAt: null, medianAt: null });
  });

  test('they name nobody, are for who may see figures, and of a year at most', async () => {
    const columns = await bench.sql<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'daily_figures' order by 1`,
    );
    assert.deepEqual(
      columns.map(({ column_name }) => column_name),
      ['count', 'day', 'figure', 'shard'],
    );
    const ann = await bench.world.signIn('ann@new.example');
    const { errors } = await ann.client.query(OURS, span);
    assert.equal(errors[0]?.extensions.reason, 'SCOPE_MISSING');
    assert.deepEqual(await reasons(bench.owner, OURS, { ...span, from: '2020-01-01T00:00:00Z' }), ['INPUT_INVALID']);
  });
});
