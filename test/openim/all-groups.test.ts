import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { openStage, type Stage } from './stage.ts';

const ALL = `query ($keyword: String, $first: Int, $after: String) {
  allGroups(keyword: $keyword, first: $first, after: $after) {
    totalCount nodes { id name state owner { id } } pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly state: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('an admin sees every group', () => {
  let stage: Stage;
  let admin: AdminQuery;
  before(async () => {
    stage = await openStage();
    for (const id of ['ann', 'bo']) await stage.person(id);
    admin = await signInAdmin(stage.world);
    for (const [groupID, groupName] of [
      ...Array.from({ length: 12 }, (_, at) => [`tea${at}`, `Tea (${at})`]),
      ['x', 'a.*b'],
      ['gone', 'Tea (gone)'],
    ])
      await stage.post('/group/create_group', {
        ...{ ownerUserID: 'ann', memberUserIDs: ['bo'] },
        groupInfo: { groupID, groupName, groupType: 2, notification: 'for us' },
      });
    await stage.post('/group/dismiss_group', { groupID: 'gone', deleteMember: false });
  });
  after(() => stage[Symbol.asyncDispose]());

  async function page(variables: object): Promise<Page> {
    const { data, errors } = await admin<{ allGroups: Page }>(ALL, variables);
    assert.deepEqual(errors, []);
    assert.ok(data);
    return data.allGroups;
  }

  test('in pages, newest first, without those that are no more, at the price of one call', async () => {
    const first = await page({ first: 10 });
    assert.deepEqual([first.totalCount, first.nodes[0]?.id, first.pageInfo.hasNextPage], [13, 'x', true]);
    assert.ok(first.nodes.every(({ state }) => state === 'ACTIVE'));
    const { result: rest, routes } = await stage.price(() => page({ first: 10, after: first.pageInfo.endCursor }));
    assert.deepEqual([rest.nodes.length, rest.pageInfo.hasNextPage], [3, false]);
    assert.deepEqual(routes, ['/group/get_groups']);
  });

  test('by a part of the name, taken as it is written', async () => {
    assert.equal((await page({ keyword: 'Tea (' })).totalCount, 12);
    assert.deepEqual(
      (await page({ keyword: '.*' })).nodes.map(({ id }) => id),
      ['x'],
    );
    assert.equal((await page({ keyword: 'Tea (gone' })).totalCount, 0);
  });

  test('with what is for their members', async () => {
    const query =
      '{ group(id: "tea1") { announcement members { nodes { id } } memberIDs { ids } memberChanges { full } } }';
    const { data, errors } = await admin<{ group: object }>(query);
    assert.deepEqual(errors, []);
    assert.deepEqual(data?.group, {
      announcement: 'for us',
      members: { nodes: [{ id: 'tea1:ann' }, { id: 'tea1:bo' }] },
      memberIDs: { ids: ['ann', 'bo'] },
      memberChanges: { full: true },
    });
  });
});
