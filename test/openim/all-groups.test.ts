import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { openStage, type Stage } from './stage.ts';

const ALL = `query ($keyword: String, $first: Int, $after: String) {
  allGroups(keyword: $keyword, first: $first, after: $after) {
    totalCount nodes { id name state owner { id } } pageInfo { hasNextPage endCursor }
  }
}`;

const SEARCH = ALL.replace('$keyword: String', '$keyword: String!').replace('allGroups(', 'searchGroups(');

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly state: string }[];
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

  async function search(variables: object): Promise<Page> {
    const { data, errors } = await admin<{ searchGroups: Page }>(SEARCH, variables);
    assert.deepEqual(errors, []);
    assert.ok(data);
    return data.searchGroups;
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

  test('searched by a piece of the name in any case and script, and by id, page by page, nobody twice', async () => {
    for (const [groupID, groupName] of [
      ['cn', '北京茶友会'],
      ['tea3b', 'Coffee'],
      ['no-more', 'Chess'],
    ])
      await stage.post('/group/create_group', {
        ...{ ownerUserID: 'ann', memberUserIDs: [] },
        groupInfo: { groupID, groupName, groupType: 2 },
      });
    await stage.post('/group/dismiss_group', { groupID: 'no-more', deleteMember: false });
    const ids = async (keyword: string) => (await search({ keyword })).nodes.map(({ id }) => id);
    assert.deepEqual(await ids('茶友'), ['cn']);
    assert.deepEqual(await ids('coFFee'), ['tea3b']);
    assert.deepEqual([await ids('no-more'), await ids('Chess'), await ids('.*')], [['no-more'], [], ['x']]);
    await stage.post('/group/set_group_info', { groupInfoForSet: { groupID: 'tea3', groupName: 'Tea3 (3)' } });
    const { result: both, routes } = await stage.price(() => search({ keyword: 'tea3' }));
    assert.deepEqual([both.nodes.map(({ id }) => id), both.totalCount], [['tea3'], 1]);
    assert.deepEqual(routes.toSorted(), ['/group/get_groups', '/group/get_groups_info']);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found: Page = await search({ keyword: 'TEA', first: 5, after });
      assert.equal(found.totalCount, 12);
      seen.push(...found.nodes.map(({ id }) => id));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after !== null);
    assert.deepEqual([seen.length, new Set(seen).size], [12, 12]);
  });

  test('from the group of just that id on, where the name of others has it as well', async () => {
    for (const groupName of ['Go', 'Go players', 'Let us go'])
      await stage.post('/group/create_group', {
        ...{ ownerUserID: 'ann', memberUserIDs: [] },
        groupInfo: { groupID: groupName === 'Go' ? 'go' : '', groupName, groupType: 2 },
      });
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo, totalCount }: Page = await search({ keyword: 'go', first: 1, after });
      assert.equal(totalCount, 3);
      names.push(...nodes.map(({ name }) => name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    assert.deepEqual(names, ['Go', 'Let us go', 'Go players']);
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
