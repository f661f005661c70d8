import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

const FIELDS = 'id pinned notify privateChat burnDuration msgDestructTime groupAtType ex';
const SET = `mutation ($id: ID!, $input: SetConversationInput!) { setConversation(id: $id, input: $input) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { conversation(id: $id) { ${FIELDS} } }`;
const DELETE = 'mutation ($id: ID!) { deleteConversation(id: $id) { id pinned notify lastMessage { id } } }';
const LIST = `query ($filter: ConversationFilter, $first: Int, $after: String) {
  conversations(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;
const VIEW = '/jssdk/get_conversations';
const WRITE = '/conversation/set_conversations';

interface List {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const UNSET = {
  ...{ pinned: false, notify: 'ALL', privateChat: false, burnDuration: null, msgDestructTime: null },
  ...{ groupAtType: null, ex: null },
};

describe('a conversation is kept as its owner wants it', () => {
  let stage: Stage;
  let ask: Asking;
  let ann: Actor;
  let bo: Actor;

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    [ann, bo] = [await stage.person('ann'), await stage.person('bo')];
    for (const id of ['cy', 'dee', 'eva']) await stage.person(id);
    await says('bo', { recvID: 'ann' });
    const groupInfo = { groupID: 'tea', groupName: 'Tea', groupType: 2 };
    await stage.post('/group/create_group', { ownerUserID: 'ann', memberUserIDs: ['bo'], groupInfo });
  });
  after(() => stage[Symbol.asyncDispose]());

  const says = (sendID: string, to: { recvID: string } | { groupID: string }) =>
    stage.post('/msg/send_msg', {
      ...{ sendID, ...to, sessionType: 'recvID' in to ? 1 : 3, contentType: 101 },
      ...{ content: { content: 'hello' }, senderPlatformID: 5 },
    });
  const set = <Value = object>(id: string, input: object, who = ann) => ask.value<Value>(who, SET, { id, input });

  test('by what is named, at the price of three calls', async () => {
    const input = { pinned: true, notify: 'SILENT', burnDuration: 30, msgDestructTime: 86_400, ex: '{"a":1}' };
    const { result, routes } = await ask.priced(ann, SET, { id: 'si_ann_bo', input });
    const told = { ...UNSET, ...input, id: 'si_ann_bo' };
    assert.deepEqual([result, routes], [told, [VIEW, WRITE, VIEW]]);
    assert.deepEqual(await set('si_ann_bo', { notify: 'OFF' }), { ...told, notify: 'OFF' });
    const nothing = await ask.priced(ann, SET, { id: 'si_ann_bo', input: {} });
    assert.deepEqual([nothing.result, nothing.routes], [{ ...told, notify: 'OFF' }, [VIEW]]);
    const cleared = { pinned: null, notify: null, burnDuration: null, msgDestructTime: null, ex: null };
    assert.deepEqual(await set('si_ann_bo', cleared), { ...UNSET, id: 'si_ann_bo' });
    assert.deepEqual(await ask.value(bo, READ, { id: 'si_ann_bo' }), { ...UNSET, id: 'si_ann_bo' });
  });

  test('as a private one, for both', async () => {
    assert.deepEqual(await set('si_ann_bo', { privateChat: true }), { ...UNSET, id: 'si_ann_bo', privateChat: true });
    assert.equal((await ask.value<{ privateChat: boolean }>(bo, READ, { id: 'si_ann_bo' })).privateChat, true);
    await set('si_ann_bo', { privateChat: null }, bo);
    assert.equal((await ask.value<{ privateChat: boolean }>(ann, READ, { id: 'si_ann_bo' })).privateChat, false);
  });

  test('with the mark of an announcement until it was seen', async () => {
    await stage.post('/group/set_group_info_ex', { groupID: 'tea', notification: 'at five' });
    assert.equal((await ask.value<{ groupAtType: string }>(ann, READ, { id: 'sg_tea' })).groupAtType, 'ANNOUNCEMENT');
    assert.deepEqual(await set('sg_tea', { groupAtType: null }), { ...UNSET, id: 'sg_tea' });
  });

  test('before its first message, where OpenIM would hide it', async () => {
    const { result, routes } = await ask.priced(ann, SET, { id: 'si_ann_cy', input: { pinned: true } });
    assert.deepEqual(result, { ...UNSET, id: 'si_ann_cy', pinned: true });
    assert.equal(routes.filter((route) => route === WRITE).length, 2);
    assert.deepEqual(await ask.value(ann, READ, { id: 'si_ann_cy' }), result);
    await says('cy', { recvID: 'ann' });
    const { nodes } = await ask.value<List>(ann, LIST, { filter: { pinned: true } });
    assert.deepEqual(nodes, [{ id: 'si_ann_cy' }]);
  });

  test('not out of range, and not as what it is not', async () => {
    const wrong: readonly (readonly [string, object, string])[] = [
      ['si_ann_bo', { burnDuration: 0 }, 'input.burnDuration'],
      ['si_ann_bo', { burnDuration: 31_536_001 }, 'input.burnDuration'],
      ['si_ann_bo', { msgDestructTime: -1 }, 'input.msgDestructTime'],
      ['si_ann_bo', { msgDestructTime: 315_360_001 }, 'input.msgDestructTime'],
      ['si_ann_bo', { ex: 'x'.repeat(4_097) }, 'input.ex'],
      ['si_ann_bo', { groupAtType: 'ME' }, 'input.groupAtType'],
      ['sg_tea', { privateChat: true }, 'input.privateChat'],
    ];
    for (const [id, input, field] of wrong)
      assert.deepEqual(await ask.refusal(ann, SET, { id, input }), { reason: 'INPUT_INVALID', field, routes: [] });
  });

  test('and by nobody else', async () => {
    const eva = await stage.person('eva');
    for (const query of [SET, DELETE]) {
      const refused = await ask.refusal(eva, query, { id: 'si_ann_bo', input: { pinned: true } });
      assert.deepEqual(refused, { reason: 'NOT_YOURS', routes: [] });
      const group = await ask.refusal(eva, query, { id: 'sg_tea', input: { pinned: true } });
      assert.equal(group.reason, 'NOT_YOURS');
      assert.ok(!group.routes.some((route) => route === WRITE || route === '/conversation/delete_conversations'));
    }
  });

  test('is out of the list once it is deleted, and back in it by any change', async () => {
    await says('dee', { recvID: 'ann' });
    await set('si_ann_dee', { pinned: true, notify: 'SILENT' });
    const { result, routes } = await ask.priced(ann, DELETE, { id: 'si_ann_dee' });
    assert.deepEqual(result, { id: 'si_ann_dee', pinned: false, notify: 'ALL', lastMessage: null });
    assert.deepEqual(routes, [VIEW, '/conversation/delete_conversations', '/msg/pull_msg_by_seq']);
    const listed = async () => (await ask.value<List>(ann, LIST, { first: 50 })).nodes.map(({ id }) => id);
    assert.ok(!(await listed()).includes('si_ann_dee'));
    await set('si_ann_dee', { ex: 'back' });
    assert.ok((await listed()).includes('si_ann_dee'));
    const { lastMessage } = await ask.value<{ lastMessage: { content: { summary: string } } }>(
      ann,
      '{ conversation(id: "si_ann_dee") { lastMessage { content { summary } } } }',
    );
    assert.equal(lastMessage.content.summary, 'hello');
  });
});

describe('a list of conversations', () => {
  let stage: Stage;
  let ask: Asking;
  let ann: Actor;
  const PEOPLE = Array.from({ length: 9 }, (_, at) => `p${at}`);

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    ann = await stage.person('ann');
    for (const id of PEOPLE) {
      await stage.person(id);
      await stage.post('/msg/send_msg', {
        ...{ sendID: id, recvID: 'ann', sessionType: 1, contentType: 101, senderPlatformID: 5 },
        content: { content: 'hello' },
      });
    }
    const groupInfo = { groupID: 'tea', groupName: 'Tea', groupType: 2 };
    await stage.post('/group/create_group', { ownerUserID: 'ann', memberUserIDs: PEOPLE, groupInfo });
    for (const [id, input] of [
      ['si_ann_p1', { pinned: true }],
      ['si_ann_p2', { pinned: true, notify: 'SILENT' }],
      ['si_ann_p3', { notify: 'OFF' }],
    ])
      await ask.value(ann, SET, { id, input });
    await ask.value(ann, 'mutation { markConversationRead(id: "si_ann_p4") { id } }');
  });
  after(() => stage[Symbol.asyncDispose]());

  const ids = async (filter: object, page: object = {}) => {
    const list = await ask.value<List>(ann, LIST, { filter, ...page });
    assert.equal(list.totalCount >= list.nodes.length, true);
    return list.nodes.map(({ id }) => id).toSorted();
  };

  test('shows only what is asked for, at the price of the whole', async () => {
    assert.deepEqual(await ids({ pinned: true }), ['si_ann_p1', 'si_ann_p2']);
    assert.deepEqual(await ids({ notify: ['SILENT', 'OFF'] }), ['si_ann_p2', 'si_ann_p3']);
    assert.deepEqual(await ids({ notify: ['SILENT'], pinned: false }), []);
    assert.deepEqual(await ids({ kinds: ['GROUP'] }), ['sg_tea']);
    assert.deepEqual(await ids({ kinds: ['DIRECT'], unread: false }), ['si_ann_p4']);
    assert.equal((await ids({ pinned: null, notify: null, kinds: null, unread: null })).length, 10);
    const { routes } = await ask.priced(ann, LIST, { filter: { pinned: true } });
    assert.deepEqual(routes, ['/jssdk/get_active_conversations']);
  });

  test('is told of in pages, with its own count', async () => {
    const filter = { unread: true, kinds: ['DIRECT'] };
    const first = await ask.value<List>(ann, LIST, { filter, first: 5 });
    assert.deepEqual([first.totalCount, first.nodes.length, first.pageInfo.hasNextPage], [8, 5, true]);
    const rest = await ask.value<List>(ann, LIST, { filter, first: 5, after: first.pageInfo.endCursor });
    assert.deepEqual([rest.totalCount, rest.nodes.length, rest.pageInfo.hasNextPage], [8, 3, false]);
    assert.equal(new Set([...first.nodes, ...rest.nodes].map(({ id }) => id)).size, 8);
  });
});
