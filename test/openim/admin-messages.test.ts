import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Answer } from '../../client/index.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const READ = `query ($id: ID!) { message(id: $id) {
  id seq sentAs conversation { id } sender { id } senderMember { role } group { id } content { summary }
} }`;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }';
const SEND_AS = `mutation ($from: ID!, $input: SendMessageInput!, $reason: String = "asked to") {
  sendMessageAs(senderID: $from, input: $input, reason: $reason) { id seq conversationID sender { id } content { summary } }
}`;
const BROADCAST = `mutation ($input: BroadcastMessageInput!, $reason: String = "asked to") {
  broadcastMessage(input: $input, reason: $reason) {
    failedUserIDs messages { id conversationID recipient { id } content { summary } }
  }
}`;
const NOTIFY = `mutation ($input: BusinessNotificationInput!, $reason: String = "asked to") {
  sendBusinessNotification(input: $input, reason: $reason) { serverMsgID clientMsgID sentAt }
}`;
const ERASE = 'mutation ($ids: [ID!]!, $reason: String = "asked to") { eraseMessages(ids: $ids, reason: $reason) }';
const LOG = 'query ($action: String) { auditLog(first: 5, action: $action) { nodes { action target detail } } }';

interface Recorded {
  readonly action: string;
  readonly target: string | null;
  readonly detail: object | null;
}

describe('an admin', () => {
  let stage: Stage;
  let admin: AdminQuery;
  let ann: Actor;
  let bo: Actor;
  before(async () => {
    stage = await openStage();
    [ann, bo] = [await stage.person('a_n', 'Ann'), await stage.person('b_o', 'Bo')];
    for (const id of ['cy', 'dee', 'a']) await stage.person(id);
    await stage.post('/user/add_notification_account', {
      userID: 'news',
      nickName: 'News',
      faceURL: '',
      appMangerLevel: 3,
    });
    const groupInfo = { groupID: 'tea', groupName: 'Tea', groupType: 2 };
    await stage.post('/group/create_group', { ownerUserID: 'a_n', memberUserIDs: ['b_o', 'cy'], groupInfo });
    admin = await signInAdmin(stage.world);
  });
  after(() => stage[Symbol.asyncDispose]());

  const says = async (who: Actor, to: object, text: string): Promise<string> => {
    const input = { ...to, content: { text: { text } } };
    return (await who.query<{ sendMessage: { id: string } }, object>(SEND, { input })).sendMessage.id;
  };
  const summaries = async (who: Actor, id: string): Promise<readonly string[]> => {
    const query = 'query ($id: ID!) { conversation(id: $id) { messages(last: 50) { nodes { content { summary } } } } }';
    const { conversation } = await who.query<
      { conversation: { messages: { nodes: { content: { summary: string } }[] } } },
      object
    >(query, { id });
    return conversation.messages.nodes.map(({ content }) => content.summary);
  };
  const whole = <Data>({ data, errors }: Answer<Data>): Data => {
    assert.deepEqual(errors, []);
    assert.ok(data);
    return data;
  };
  const newest = async (action: string): Promise<Recorded | undefined> =>
    whole(await admin<{ auditLog: { nodes: Recorded[] } }>(LOG, { action })).auditLog.nodes[0];
  const mistake = async (query: string, variables: object) => {
    const { result, routes } = await stage.price(() => admin(query, variables));
    const { reason, field } = (result.errors[0]?.extensions ?? {}) as { reason?: string; field?: string };
    assert.ok(!routes.some((route) => route.startsWith('/msg/')), routes.join());
    return [reason, field];
  };

  test('reads any message, and that is recorded', async () => {
    const direct = await says(ann, { userID: 'b_o' }, 'between us');
    const told = {
      id: direct,
      sentAs: null,
      conversation: null,
      sender: { id: 'a_n' },
      content: { summary: 'between us' },
    };
    assert.deepEqual(whole(await admin<object>(READ, { id: direct })), {
      message: { ...told, seq: 1, senderMember: null, group: null },
    });
    assert.deepEqual((await newest('message.read'))?.target, `message:${direct}`);
    const inGroup = await says(bo, { groupID: 'tea' }, 'among us');
    const { message } = whole(await admin<{ message: object }>(READ, { id: inGroup }));
    const content = { summary: 'among us' };
    assert.deepEqual(message, {
      ...{ ...told, id: inGroup, sender: { id: 'b_o' }, senderMember: { role: 'MEMBER' }, group: { id: 'tea' } },
      ...{ seq: 2, content },
    });
    await admin(READ, { id: inGroup });
    const { routes } = await stage.price(() => admin('query ($id: ID!) { message(id: $id) { id } }', { id: inGroup }));
    assert.ok(routes.length <= 5, routes.join());
  });

  test('finds it also where its group is no more, and finds no other under its id', async () => {
    const groupInfo = { groupID: 'gone', groupName: 'Gone', groupType: 2 };
    await stage.post('/group/create_group', { ownerUserID: 'a_n', memberUserIDs: ['b_o'], groupInfo });
    const id = await says(bo, { groupID: 'gone' }, 'last words');
    await summaries(bo, 'sg_gone');
    await stage.post('/group/dismiss_group', { groupID: 'gone', deleteMember: false });
    const { message } = whole(await admin<{ message: { content: object } }>(READ, { id }));
    assert.deepEqual(message.content, { summary: 'last words' });
    for (const wrong of ['si_a_n_b_o:nothing', 'sg_tea:nothing', 'sg_nothing:x', 'si_no_body:x', 'n_a_n_b_o:x']) {
      const { errors } = await admin(READ, { id: wrong });
      assert.equal(errors[0]?.extensions.reason, 'NOT_FOUND', wrong);
    }
    assert.deepEqual(await mistake(READ, { id: 'x' }), ['INPUT_INVALID', 'id']);
  });

  test('sends in somebody’s name, once however often, and that is recorded', async () => {
    const input = { userID: 'b_o', clientMsgID: 'once', content: { text: { text: 'from the office' } } };
    const { result, routes } = await stage.price(() =>
      admin<{ sendMessageAs: { id: string } }>(SEND_AS, { from: 'cy', input }),
    );
    const { sendMessageAs } = whole(result);
    assert.deepEqual(sendMessageAs, {
      ...{ id: sendMessageAs.id, seq: null, conversationID: 'si_b_o_cy', sender: { id: 'cy' } },
      content: { summary: 'from the office' },
    });
    assert.deepEqual(routes, ['/user/get_users_info', '/msg/send_msg']);
    assert.deepEqual(whole(await admin(SEND_AS, { from: 'cy', input })), { sendMessageAs });
    assert.deepEqual(await summaries(bo, 'si_b_o_cy'), ['from the office']);
    const recorded = await newest('message.sendAs');
    assert.equal(recorded?.target, 'user:cy');
    assert.ok(!JSON.stringify(recorded).includes('from the office'));
    const quote = { text: 'indeed', messageID: sendMessageAs.id };
    const answer = await admin<{ sendMessageAs: object }>(SEND_AS, {
      from: 'b_o',
      input: { userID: 'cy', content: { quote } },
    });
    assert.ok(whole(answer).sendMessageAs);
  });

  test('does not get past what OpenIM refuses whose name it is', async () => {
    await bo.query('mutation { blockUser(userID: "dee") { id } }', {});
    const content = { text: { text: 'hello' } };
    const blocked = await admin(SEND_AS, { from: 'dee', input: { userID: 'b_o', content } });
    assert.equal(blocked.errors[0]?.extensions.reason, 'BLOCKED');
    const outside = await admin(SEND_AS, { from: 'dee', input: { groupID: 'tea', content } });
    assert.equal(outside.errors[0]?.extensions.reason, 'NOT_A_MEMBER');
    const secret = await says(ann, { userID: 'b_o' }, 'secret');
    const quoted = await admin(SEND_AS, {
      from: 'cy',
      input: { userID: 'dee', content: { quote: { text: 'look', messageID: secret } } },
    });
    assert.equal(quoted.errors[0]?.extensions.reason, 'NOT_YOURS');
  });

  test('sends to many in one call, and is told who got nothing', async () => {
    const input = {
      senderID: 'news',
      userIDs: ['b_o', 'cy', 'ghost', 'b_o'],
      content: { text: { text: 'closed on Monday' } },
    };
    const { result, routes } = await stage.price(() =>
      admin<{
        broadcastMessage: { failedUserIDs: string[]; messages: { conversationID: string; recipient: object }[] };
      }>(BROADCAST, { input }),
    );
    const { broadcastMessage } = whole(result);
    assert.deepEqual(broadcastMessage.failedUserIDs, ['ghost']);
    assert.deepEqual(
      broadcastMessage.messages.map(({ conversationID, recipient }) => [conversationID, recipient]),
      [
        ['si_b_o_news', { id: 'b_o' }],
        ['si_cy_news', { id: 'cy' }],
      ],
    );
    assert.deepEqual(routes, ['/user/get_users_info', '/msg/batch_send_msg']);
    assert.deepEqual(await summaries(bo, 'si_b_o_news'), ['closed on Monday']);
    assert.equal((await newest('message.broadcast'))?.target, 'user:news');
  });

  test('is told where a message to many may have got through to some', async () => {
    stage.fault('/msg/batch_send_msg', 'broken');
    const input = { senderID: 'news', userIDs: ['b_o'], content: { text: { text: 'perhaps' } } };
    const { errors } = await admin(BROADCAST, { input });
    stage.heal();
    assert.equal(errors[0]?.extensions.reason, 'BROADCAST_UNCERTAIN');
    assert.equal(errors[0]?.extensions.retry, undefined);
  });

  test('notifies the application, beside the conversation or in it', async () => {
    const input = { senderID: 'news', userID: 'b_o', key: 'order', data: '{"no":7}', kept: true, asMessage: true };
    const { result, routes } = await stage.price(() =>
      admin<{ sendBusinessNotification: { sentAt: string } }>(NOTIFY, { input }),
    );
    assert.ok(Date.parse(whole(result).sendBusinessNotification.sentAt) > 0);
    assert.deepEqual(routes, ['/user/get_users_info', '/msg/send_business_notification']);
    const { conversation } = await bo.query<{ conversation: { lastMessage: { contentType: number } } }, object>(
      '{ conversation(id: "si_b_o_news") { lastMessage { contentType } } }',
      {},
    );
    assert.equal(conversation.lastMessage.contentType, 2001);
    whole(await admin(NOTIFY, { input: { senderID: 'news', groupID: 'tea', key: 'order', data: '' } }));
    assert.equal((await newest('message.notify'))?.target, 'user:news');
  });

  test('erases messages for everybody and for good', async () => {
    const ids = [await says(ann, { groupID: 'tea' }, 'awful'), await says(bo, { groupID: 'tea' }, 'worse')];
    assert.deepEqual(whole(await admin(ERASE, { ids })), { eraseMessages: ids });
    for (const who of [ann, bo]) {
      const left = await summaries(who, 'sg_tea');
      assert.ok(!left.includes('awful') && !left.includes('worse'), left.join());
    }
    const { errors } = await admin(ERASE, { ids });
    assert.equal(errors[0]?.extensions.reason, 'NOT_FOUND');
    const recorded = await newest('message.erase');
    assert.equal(recorded?.target, 'conversation:sg_tea');
    assert.ok(!JSON.stringify(recorded).includes('awful'));
  });

  test('is told of a mistake before anything is sent, recorded or erased', async () => {
    const content = { text: { text: 'hello' } };
    const many = Array.from({ length: 501 }, (_, at) => `u${at}`);
    const cases: readonly (readonly [string, object, string])[] = [
      [SEND_AS, { from: 'cy', input: { userID: 'b_o', content }, reason: ' ' }, 'reason'],
      [SEND_AS, { from: 'cy', input: { userID: 'b_o', content }, reason: 'x'.repeat(501) }, 'reason'],
      [SEND_AS, { from: 'ghost', input: { userID: 'b_o', content } }, 'senderID'],
      [SEND_AS, { from: 'cy', input: { userID: 'cy', content } }, 'input.userID'],
      [SEND_AS, { from: 'cy', input: { userID: 'b_o', content: { text: { text: ' ' } } } }, 'input.content.text.text'],
      [BROADCAST, { input: { senderID: 'ghost', userIDs: ['cy'], content } }, 'input.senderID'],
      [BROADCAST, { input: { senderID: 'news', userIDs: [], content } }, 'input.userIDs'],
      [BROADCAST, { input: { senderID: 'news', userIDs: many, content } }, 'input.userIDs'],
      [BROADCAST, { input: { senderID: 'news', userIDs: ['cy', 'news'], content } }, 'input.userIDs.1'],
      [BROADCAST, { input: { senderID: 'news', userIDs: ['cy'], content }, reason: '' }, 'reason'],
      [NOTIFY, { input: { senderID: 'news', key: 'k', data: '' } }, 'input'],
      [NOTIFY, { input: { senderID: 'news', userID: 'cy', key: ' ', data: '' } }, 'input.key'],
      [NOTIFY, { input: { senderID: 'news', userID: 'cy', key: 'k', data: 'x'.repeat(16_385) } }, 'input.data'],
      [NOTIFY, { input: { senderID: 'news', userID: 'ghost', key: 'k', data: '' } }, 'input.userID'],
      [NOTIFY, { input: { senderID: 'news', groupID: 'ghost', key: 'k', data: '' } }, 'input.groupID'],
      [ERASE, { ids: [] }, 'ids'],
      [ERASE, { ids: ['x'] }, 'ids.0'],
      [ERASE, { ids: ['sg_tea:x'], reason: '' }, 'reason'],
    ];
    for (const [query, variables, field] of cases)
      assert.deepEqual(await mistake(query, variables), ['INPUT_INVALID', field], field);
  });

  test('does nothing that cannot be recorded, and is told nothing', async () => {
    const id = await says(ann, { userID: 'b_o' }, 'unheard of');
    const input = { userID: 'b_o', content: { text: { text: 'unrecorded' } } };
    await stage.sql('alter table identity.audit rename to audit_away');
    for (const [query, variables] of [
      [READ, { id }],
      [SEND_AS, { from: 'cy', input }],
      [ERASE, { ids: [id] }],
    ] as const) {
      const { result, routes } = await stage.price(() => admin<Record<string, unknown>>(query, variables));
      assert.deepEqual([Object.values(result.data ?? {}), result.errors.length], [[null], 1]);
      assert.ok(!routes.includes('/msg/send_msg') && !routes.includes('/msg/delete_msg_phsical_by_seq'));
    }
    await stage.sql('alter table identity.audit_away rename to audit');
    assert.ok((await summaries(bo, 'si_a_n_b_o')).includes('unheard of'));
  });

  test('alone may: a user is refused all of it', async () => {
    const id = await says(ann, { userID: 'b_o' }, 'ours');
    for (const [query, variables] of [
      [SEND_AS, { from: 'b_o', input: { userID: 'cy', content: { text: { text: 'x' } } } }],
      [BROADCAST, { input: { senderID: 'a_n', userIDs: ['cy'], content: { text: { text: 'x' } } } }],
      [NOTIFY, { input: { senderID: 'a_n', userID: 'cy', key: 'k', data: '' } }],
      [ERASE, { ids: [id] }],
    ] as const) {
      const { result, routes } = await stage.price(() => ann.client.query<unknown, object>(query, variables));
      assert.deepEqual([result.errors[0]?.extensions.reason, routes], ['SCOPE_MISSING', []]);
    }
  });
});
