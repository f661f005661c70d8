import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { type Asking, askingOn } from './asking.ts';
import { openStage, type Stage } from './stage.ts';

const DELETE = `mutation ($ids: [ID!]!, $all: Boolean) { deleteMessages(ids: $ids, forEveryone: $all) {
  id lastMessage { content { summary } } messages(last: 50) { nodes { content { summary } } }
} }`;
const CLEAR = 'mutation ($id: ID!) { clearConversation(id: $id) { id unreadCount lastMessage { id } } }';
const MARK = `mutation ($ids: [ID!]!) { markMessagesRead(ids: $ids) { id readSeq unreadCount } }`;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
const VIEW = '/jssdk/get_conversations';
const PULL = '/msg/pull_msg_by_seq';

interface Conversation {
  readonly lastMessage: { readonly content: { readonly summary: string } } | null;
  readonly messages: { readonly nodes: readonly { readonly content: { readonly summary: string } }[] };
}

describe('messages', () => {
  let stage: Stage;
  let ask: Asking;
  let people: Readonly<Record<'owner' | 'admin' | 'ann' | 'bo' | 'eve', Actor>>;
  let count = 0;
  let g: string;

  before(async () => {
    stage = await openStage();
    ask = askingOn(stage);
    const [owner, admin, ann, bo, eve] = await Promise.all(
      ['owner', 'admin', 'ann', 'bo', 'eve'].map((id) => stage.person(id)),
    );
    assert.ok(owner && admin && ann && bo && eve);
    people = { owner, admin, ann, bo, eve };
  });
  after(() => stage[Symbol.asyncDispose]());
  beforeEach(async () => {
    count += 1;
    g = `room${count}`;
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'owner', adminUserIDs: ['admin'], memberUserIDs: ['ann', 'bo'] },
      groupInfo: { groupID: g, groupName: 'Room', groupType: 2 },
    });
  });

  const say = async (who: Actor, to: object, ...texts: readonly string[]): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (const text of texts) {
      const input = { ...to, content: { text: { text } } };
      ids.push((await ask.value<{ id: string }>(who, SEND, { input })).id);
    }
    return ids;
  };
  const read = async (who: Actor, id: string): Promise<readonly string[]> => {
    const query = 'query ($id: ID!) { conversation(id: $id) { messages(last: 50) { nodes { content { summary } } } } }';
    const { messages } = await ask.value<Conversation>(who, query, { id });
    return messages.nodes.map(({ content }) => content.summary).filter((text) => text.startsWith('says'));
  };

  test('are deleted for oneself, whoever sent them, and stay for the other', async () => {
    const [one, two, three] = await say(people.ann, { userID: 'bo' }, 'says one', 'says two', 'says three');
    await read(people.bo, 'si_ann_bo');
    const { result, routes } = await ask.priced<Conversation>(people.bo, DELETE, { ids: [two, three, two] });
    assert.deepEqual(
      result.messages.nodes.map(({ content }) => content.summary),
      ['says one'],
    );
    assert.equal(result.lastMessage?.content.summary, 'says one');
    assert.deepEqual(routes, [VIEW, PULL, '/msg/delete_msgs', VIEW, PULL]);
    assert.deepEqual(await read(people.ann, 'si_ann_bo'), ['says one', 'says two', 'says three']);
    const { reason, field } = await ask.refusal(people.bo, DELETE, { ids: [one, two] });
    assert.deepEqual([reason, field], ['NOT_FOUND', 'ids.1']);
  });

  test('are deleted for everybody by who sent them, and by nobody else in a chat of two', async () => {
    const [mine, other] = [
      await say(people.ann, { userID: 'bo' }, 'says a', 'says b'),
      await say(people.bo, { userID: 'ann' }, 'says c'),
    ];
    const refused = await ask.refusal(people.ann, DELETE, { ids: [mine[0], ...other], all: true });
    assert.equal(refused.reason, 'NOT_YOURS');
    assert.ok(!refused.routes.includes('/msg/delete_msgs'));
    await ask.value(people.ann, DELETE, { ids: mine, all: true });
    const left = await read(people.bo, 'si_ann_bo');
    assert.deepEqual([left.includes('says a'), left.includes('says b'), left.includes('says c')], [false, false, true]);
  });

  test('in a group are deleted for everybody by who outranks their sender', async () => {
    const of = async (who: Actor, text: string) => (await say(who, { groupID: g }, text))[0];
    const [owners, admins, anns, bos] = [
      await of(people.owner, 'says owner'),
      await of(people.admin, 'says admin'),
      await of(people.ann, 'says ann'),
      await of(people.bo, 'says bo'),
    ];
    const refusal = async (who: Actor, ids: readonly unknown[]) => {
      const { reason, routes } = await ask.refusal(who, DELETE, { ids, all: true });
      assert.ok(!routes.includes('/msg/delete_msgs'));
      return reason;
    };
    assert.equal(await refusal(people.ann, [bos]), 'GROUP_ROLE_NEEDED');
    assert.equal(await refusal(people.ann, [anns, owners]), 'GROUP_ROLE_NEEDED');
    assert.equal(await refusal(people.admin, [anns, owners]), 'OUTRANKED');
    const { routes } = await ask.priced(people.admin, DELETE, { ids: [anns, admins], all: true });
    assert.ok(routes.length <= 6, routes.join());
    await stage.post('/group/kick_group', { groupID: g, kickedUserIDs: ['bo'], reason: '' });
    await ask.value(people.admin, DELETE, { ids: [bos], all: true });
    assert.deepEqual(await read(people.ann, `sg_${g}`), ['says owner']);
  });

  test('are nobody’s to delete, to mark or to clear in a conversation of others', async () => {
    const ids = await say(people.ann, { userID: 'bo' }, 'says secret');
    const inGroup = await say(people.ann, { groupID: g }, 'says secret');
    for (const [query, variables] of [
      [DELETE, { ids }],
      [DELETE, { ids, all: true }],
      [MARK, { ids }],
      [CLEAR, { id: 'si_ann_bo' }],
    ] as const)
      assert.deepEqual(await ask.refusal(people.eve, query, variables), { reason: 'NOT_YOURS', routes: [] });
    for (const [query, variables] of [
      [DELETE, { ids: inGroup, all: true }],
      [MARK, { ids: inGroup }],
      [CLEAR, { id: `sg_${g}` }],
    ] as const)
      assert.equal((await ask.refusal(people.eve, query, variables)).reason, 'NOT_YOURS');
  });

  test('are named by ids of one conversation', async () => {
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [[], 'ids'],
      [Array.from({ length: 101 }, (_, at) => `si_ann_bo:${at}`), 'ids'],
      [['si_ann_bo:1', 'nonsense'], 'ids.1'],
      [['si_ann_bo:1', 'si_ann_eve:1'], 'ids.1'],
    ];
    for (const query of [DELETE, MARK])
      for (const [ids, field] of wrong)
        assert.deepEqual(await ask.refusal(people.ann, query, { ids }), {
          ...{ reason: 'INPUT_INVALID', field, routes: [] },
        });
  });

  test('are marked as read one by one, and their sender sees it', async () => {
    const ids = await say(people.owner, { userID: 'admin' }, 'says 1', 'says 2', 'says 3');
    const { result, routes } = await ask.priced(people.admin, MARK, { ids: [ids[1], ids[0]] });
    assert.deepEqual(result, { id: 'si_admin_owner', readSeq: 2, unreadCount: 1 });
    assert.deepEqual(
      routes.filter((route) => !route.startsWith('/msg/pull')),
      [VIEW, '/msg/mark_msgs_as_read', VIEW],
    );
    const { messages } = await ask.value<{ messages: { nodes: { read: boolean }[] } }>(
      people.owner,
      '{ conversation(id: "si_admin_owner") { messages { nodes { read } } } }',
    );
    assert.deepEqual(
      messages.nodes.map((node) => node.read),
      [true, true, false],
    );
  });

  test('are cleared from one conversation, or from all, for oneself alone', async () => {
    await say(people.ann, { userID: 'owner' }, 'says x', 'says y');
    const { result, routes } = await ask.priced(people.owner, CLEAR, { id: 'si_ann_owner' });
    assert.deepEqual(result, { id: 'si_ann_owner', unreadCount: 0, lastMessage: null });
    assert.deepEqual(routes, [VIEW, '/msg/clear_conversation_msg', VIEW]);
    assert.deepEqual(await read(people.owner, 'si_ann_owner'), []);
    assert.deepEqual(await read(people.ann, 'si_ann_owner'), ['says x', 'says y']);

    await say(people.ann, { userID: 'owner' }, 'says z');
    const all = 'mutation { clearAllConversations { nodes { unreadCount lastMessage { id } } } }';
    const { nodes } = await ask.value<{ nodes: { unreadCount: number; lastMessage: object | null }[] }>(
      people.owner,
      all,
    );
    assert.ok(nodes.length > 0);
    for (const node of nodes) assert.deepEqual(node, { unreadCount: 0, lastMessage: null });
    assert.deepEqual(await read(people.ann, 'si_ann_owner'), ['says x', 'says y', 'says z']);
  });
});
