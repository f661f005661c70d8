import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { adminToken, call, type Server } from '../sandbox/wire.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { until } from './until.ts';

const SEND = `mutation ($to: ID!, $text: String!) {
  sendMessage(input: { userID: $to, content: { text: { text: $text } } }) { id content { ... on TextContent { text } } }
}`;
const RULE = 'mutation ($input: RuleInput!) { createRule(input: $input, reason: "Agreed") { id } }';
const BAN = 'mutation ($id: ID!) { banUser(userID: $id, reason: "Floods") { id } }';

describe('what is about to happen in OpenIM', () => {
  let world: World;
  let admin: AdminQuery;
  let ann: Actor;
  let bo: Actor;

  before(async () => {
    world = await openWorld({ SANDBOX_CALLBACKS: 'on', OTP_LIMITS: 'resend=0,deviceHour=100' });
    admin = await signInAdmin(world);
    ann = await world.signIn('ann@example.com', 'Ann');
    bo = await world.signIn('bo@example.com', 'Bo');
    const rules = [
      { name: 'No eels', state: 'ON', conditions: [{ keywords: { words: ['eel'] } }], actions: [{ kind: 'REFUSE' }] },
      { name: 'No worms', state: 'ON', conditions: [{ keywords: { words: ['worm'] } }], actions: [{ kind: 'MASK' }] },
    ];
    for (const input of rules) assert.deepEqual((await admin(RULE, { input })).errors, []);
  });
  after(() => world[Symbol.asyncDispose]());

  const send = (from: Actor, to: Actor, text: string) => from.client.query(SEND as never, { to: to.id, text } as never);

  test('is refused where a rule says so: to whoever asks us, and to whoever writes straight to OpenIM', async () => {
    const { errors } = await send(ann, bo, 'an e e l');
    assert.equal(errors[0]?.extensions?.reason, 'RULE_REFUSED');
    assert.equal(errors[0]?.extensions?.refusal, 'RULE_REFUSED');
    assert.equal(errors[0]?.message, 'This was not sent: it goes against the rules of this service.');
    await using socket = await ann.ws();
    await assert.rejects(socket.sendText(bo.id, 'EEL!'), /5405.*goes against the rules/);
  });

  test('is refused in the language of who is refused', async () => {
    const fetching: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      request.headers.set('accept-language', 'zh-CN,zh;q=0.9');
      return fetch(request);
    };
    const li = await world.signIn('li@example.com', 'Li', { fetch: fetching });
    const { errors } = await send(li, bo, 'eel');
    assert.equal(errors[0]?.message, '未发送：内容违反本服务的规定。');
  });

  test('goes on masked where a rule says that', async () => {
    await using socket = await bo.ws();
    const { errors } = await send(ann, bo, 'a worm here');
    assert.deepEqual(errors, []);
    const { content } = await socket.message(({ sendID }) => sendID === ann.id);
    assert.equal(content.content, 'a **** here');
  });

  test('waits its turn where a rule makes a group slow, and nowhere else', async () => {
    const say =
      'mutation ($to: ID!, $text: String!) { sendMessage(input: { groupID: $to, content: { text: { text: $text } } }) { id } }';
    const groups: string[] = [];
    for (const name of ['Slow', 'Swift']) {
      const create =
        'mutation ($name: String!, $ids: [ID!]!) { createGroup(input: { name: $name, memberIDs: $ids }) { id } }';
      const made = await ann.query<{ createGroup: { id: string } }, object>(create, { name, ids: [bo.id] });
      groups.push(made.createGroup.id);
    }
    const [slow, swift] = groups;
    const rule = {
      ...{
        name: 'Slow mode',
        state: 'ON',
        places: ['GROUPS'],
        groupIDs: [slow],
        conditions: [{ flood: { moreThan: 1, seconds: 600 } }],
      },
      actions: [{ kind: 'REFUSE' }],
    };
    assert.deepEqual((await admin(RULE, { input: rule })).errors, []);
    const says = async (who: Actor, to: string | undefined, text: string): Promise<unknown> =>
      (await who.client.query(say as never, { to, text } as never)).errors[0]?.extensions?.refusal;
    assert.equal(await says(ann, slow, 'first'), undefined);
    assert.equal(await says(ann, slow, 'second'), 'TOO_FAST');
    assert.equal(await says(bo, slow, 'another’s first'), undefined);
    for (const text of ['one', 'two']) assert.equal(await says(ann, swift, text), undefined);
  });

  test('goes on as it is otherwise', async () => {
    await using socket = await bo.ws();
    await send(ann, bo, 'a fish');
    const { content } = await socket.message(({ sendID, clientMsgID }) => sendID === ann.id && clientMsgID !== '');
    assert.equal(content.content, 'a fish');
  });

  test('is not what somebody who is banned does, also over a connection that is open still', async () => {
    const carl = await world.signIn('carl@example.com', 'Carl');
    const socket = await carl.ws();
    assert.deepEqual((await admin(BAN, { id: carl.id })).errors, []);
    await until(async () => {
      const refused = await Promise.race([
        socket.sendText(bo.id, 'still here').then(
          () => false,
          () => true,
        ),
        socket.ended.then(() => true),
      ]);
      return refused;
    }, 5_000);
  });

  test('is refused to who is banned until they are not, whoever sends in their name, and says until when', async () => {
    const openim = { ...(world.running.sandbox as unknown as Server), secret: 'openIM123', adminUserID: 'imAdmin' };
    const token = await adminToken(openim);
    const dora = await world.signIn('dora@example.com', 'Dora');
    const letter = { sendID: dora.id, recvID: bo.id, content: { content: 'x' }, contentType: 101, sessionType: 1 };
    const sending = () => call(openim, '/msg/send_msg', { ...letter, senderPlatformID: 1 }, token);
    assert.equal((await sending()).errCode, 0);
    const banned = `mutation ($id: ID!, $until: DateTime) { banUser(userID: $id, reason: "Spam", until: $until) { id } }`;
    await admin(banned, { id: dora.id, until: '2999-05-04T00:00:00Z' });
    await until(async () => (await sending()).errCode === 5401);
    assert.match((await sending()).errMsg, /possible again at May 4, 2999/);
    await admin('mutation ($id: ID!) { unbanUser(userID: $id, reason: "A mistake") { id } }', { id: dora.id });
    await until(async () => (await sending()).errCode === 0);
  });
});

describe('what happened in OpenIM', () => {
  test('is told to us as it happens', async () => {
    await using world = await openWorld({ SANDBOX_CALLBACKS: 'on', OTP_LIMITS: 'resend=0,deviceHour=100' });
    const ann = await world.signIn('ann@example.com', 'Ann');
    const bo = await world.signIn('bo@example.com', 'Bo');
    await ann.client.query(SEND as never, { to: bo.id, text: 'hello' } as never);
    await until(async () => {
      const text = await (await fetch(`${world.url}/metrics`)).text();
      return /callback_seconds_count\{command="callbackAfterMsgSaveDBCommand",outcome="kept"\} 1/.test(text);
    });
  });
});
