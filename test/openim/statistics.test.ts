import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const DAY_MS = 86_400_000;

interface Day {
  readonly day: string;
  readonly count: number;
}
interface Growth {
  readonly total: number;
  readonly before: number;
  readonly added: number;
  readonly days: readonly Day[];
}
interface Named {
  readonly id: string;
  readonly nickname?: string;
}
interface Ranking {
  readonly totalCount: number;
  readonly messageCount: number;
  readonly days: readonly Day[];
  readonly nodes: readonly { readonly messageCount: number; readonly user?: Named; readonly group?: Named }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const asking = (fields: string): string =>
  `query ($from: DateTime!, $to: DateTime!${fields.includes('$after') ? ', $after: String' : ''}) { statistics(from: $from, to: $to) { ${fields} } }`;
const GROWTH = 'total before added days { day count }';
const RANKING = 'totalCount messageCount days { count } pageInfo { hasNextPage endCursor }';

describe('an admin sees', () => {
  let stage: Stage;
  let admin: AdminQuery;
  let span: { from: string; to: string };
  before(async () => {
    stage = await openStage();
    admin = await signInAdmin(stage.world);
    const people = ['ann', 'bo', 'cy'].map((userID) => ({ userID, nickname: userID, faceURL: '' }));
    await stage.openim.users.register(people, asAdminNow());
    for (const groupID of ['tea', 'hill'])
      await stage.openim.groups.create(
        { ownerUserID: 'ann', memberUserIDs: ['bo', 'cy'], groupInfo: { groupID, groupName: groupID } },
        asAdminNow(),
      );
    await says('ann', { recvID: 'bo', sessionType: 1 }, 3);
    await says('bo', { groupID: 'tea', sessionType: 3 }, 2);
    await says('cy', { groupID: 'hill', sessionType: 3 }, 1);
    span = { from: new Date(Date.now() - 2 * DAY_MS).toISOString(), to: new Date(Date.now() + DAY_MS).toISOString() };
  });
  after(() => stage[Symbol.asyncDispose]());

  async function says(sendID: string, to: object, times: number): Promise<void> {
    const text = { senderNickname: '', senderFaceURL: '', senderPlatformID: 5, contentType: 101 };
    for (let nth = 0; nth < times; nth++)
      await stage.post('/msg/send_msg', { ...text, sendID, ...to, content: { content: `${nth}` } });
  }
  async function ask<Fields>(fields: string, variables: object = {}): Promise<Fields> {
    const { data, errors } = await admin<{ statistics: Fields }>(asking(fields), { ...span, ...variables });
    assert.deepEqual(errors, []);
    assert.ok(data);
    return data.statistics;
  }

  test('who came and what was made, on each day that was asked for', async () => {
    const { result, routes } = await stage.price(() =>
      ask<{ userRegistrations: Growth; groupCreations: Growth; from: string }>(
        `from userRegistrations { ${GROWTH} } groupCreations { ${GROWTH} }`,
      ),
    );
    assert.deepEqual(routes.toSorted(), ['/statistics/group/create', '/statistics/user/register']);
    assert.equal(result.from, span.from);
    const { days, ...made } = result.groupCreations;
    assert.deepEqual(made, { total: 2, before: 0, added: 2 });
    assert.equal(days.length, 4);
    const today = new Date().toISOString().slice(0, 10);
    assert.deepEqual(
      days.filter(({ count }) => count > 0),
      [{ day: `${today}T00:00:00.000Z`, count: 2 }],
    );
    assert.deepEqual(
      result.userRegistrations.days.map(({ day }) => day),
      days.map(({ day }) => day),
    );
    assert.ok(result.userRegistrations.added >= 3);
  });

  test('nothing where nothing happened, and what was there before', async () => {
    const [from, to] = [new Date(Date.now() + DAY_MS), new Date(Date.now() + 2 * DAY_MS)];
    const { groupCreations, activeUsers } = await ask<{ groupCreations: Growth; activeUsers: Ranking }>(
      `groupCreations { ${GROWTH} } activeUsers { ${RANKING} nodes { messageCount } }`,
      { from: from.toISOString(), to: to.toISOString() },
    );
    const { days, ...made } = groupCreations;
    assert.deepEqual(made, { total: 2, before: 2, added: 0 });
    assert.deepEqual(new Set(days.map(({ count }) => count)), new Set([0]));
    assert.deepEqual([activeUsers.totalCount, activeUsers.messageCount, activeUsers.nodes], [0, 0, []]);
  });

  test('who wrote most, and who least, in groups and without them', async () => {
    const { result, routes } = await stage.price(() =>
      ask<{ activeUsers: Ranking }>(`activeUsers { ${RANKING} nodes { messageCount user { id nickname } } }`),
    );
    assert.deepEqual(routes, ['/statistics/user/active']);
    const rows = result.activeUsers.nodes;
    assert.ok(rows.some(({ messageCount, user }) => messageCount >= 2 && user?.nickname === 'bo'));
    const counts = rows.map(({ messageCount }) => messageCount);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    const { activeUsers: least } = await ask<{ activeUsers: Ranking }>(
      `activeUsers(inGroups: false, order: LEAST_ACTIVE) { ${RANKING} nodes { messageCount user { id } } }`,
    );
    assert.deepEqual(least.nodes, [{ messageCount: 3, user: { id: 'ann' } }]);
    assert.deepEqual([least.messageCount, least.days.reduce((sum, { count }) => sum + count, 0)], [3, 3]);
  });

  test('the groups that were written in, as they are, page by page', async () => {
    const PAGE = `activeGroups(first: 1, after: $after) { ${RANKING} nodes { messageCount group { id name memberCount owner { id } } } }`;
    const { result, routes } = await stage.price(() => ask<{ activeGroups: Ranking }>(PAGE));
    assert.deepEqual(routes, ['/statistics/group/active', '/group/get_groups_info']);
    const [first] = result.activeGroups.nodes;
    assert.deepEqual(first?.group, { id: 'tea', name: 'tea', memberCount: 3, owner: { id: 'ann' } });
    assert.deepEqual([result.activeGroups.totalCount, result.activeGroups.pageInfo.hasNextPage], [2, true]);
    const { activeGroups } = await ask<{ activeGroups: Ranking }>(PAGE, {
      after: result.activeGroups.pageInfo.endCursor,
    });
    assert.deepEqual(
      activeGroups.nodes.map(({ group }) => group?.id),
      ['hill'],
    );
    assert.equal(activeGroups.pageInfo.hasNextPage, false);
  });

  test('no period that is none, or longer than a year', async () => {
    const [zero, now] = [new Date(0).toISOString(), new Date().toISOString()];
    for (const [variables, field] of [
      [{ from: now, to: now }, 'to'],
      [{ from: span.to, to: span.from }, 'to'],
      [{ from: '2020-01-01T00:00:00Z', to: now }, 'to'],
      [{ from: zero, to: now }, 'from'],
    ] as const) {
      const { result, routes } = await stage.price(() => admin(asking('groupCreations { total }'), variables));
      assert.deepEqual([result.errors[0]?.extensions.field, routes], [field, []]);
    }
  });

  test('it alone', async () => {
    const ann = await stage.person('ann');
    const { errors } = await ann.client.query(asking('groupCreations { total }'), span);
    assert.equal(errors[0]?.extensions.reason, 'SCOPE_MISSING');
  });
});
