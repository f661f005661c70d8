import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { openStage, type Stage } from './stage.ts';

const CONVERSATION = `query ($id: ID!) { conversation(id: $id) {
  id peer { id } lastMessage { id } messages { nodes { id content { summary } } }
} }`;
const MESSAGE = 'query ($id: ID!) { message(id: $id) { id content { summary } } }';
const REPORT = 'mutation ($id: ID!) { reportMessage(input: { messageID: $id, reason: SPAM }) { id } }';
const QUOTE = `mutation ($id: ID!, $to: ID!) {
  sendMessage(input: { userID: $to, content: { quote: { text: "look", messageID: $id } } }) { id }
}`;
const SECRET = 'between us';

describe('nobody reads what is not theirs', () => {
  let stage: Stage;
  let people: Readonly<Record<'a' | 'ab' | 'bc' | 'c' | 'x', Actor>>;
  /** Said by a to b_c, and said in the group. */
  let said: string;
  let saidInGroup: string;

  before(async () => {
    stage = await openStage();
    const [a, ab, bc, c, x] = await Promise.all(['a', 'a_b', 'b_c', 'c', 'x'].map((id) => stage.person(id)));
    assert.ok(a && ab && bc && c && x);
    people = { a, ab, bc, c, x };
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'a', memberUserIDs: ['b_c'] },
      groupInfo: { groupID: 'tea:one', groupName: 'Tea', groupType: 2, notification: SECRET },
    });
    said = await send({ userID: 'b_c' });
    saidInGroup = await send({ groupID: 'tea:one' });
  });
  after(() => stage[Symbol.asyncDispose]());

  async function send(to: object): Promise<string> {
    const { sendMessage } = await people.a.query<{ sendMessage: { id: string } }, object>(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }',
      { input: { ...to, content: { text: { text: SECRET } } } },
    );
    return sendMessage.id;
  }

  const ask = async (who: Actor, query: string, variables: object) => {
    const { data, errors } = await who.client.query<Record<string, unknown>, object>(query, variables);
    return { data, text: JSON.stringify(data), reasons: errors.map(({ extensions }) => extensions.reason) };
  };

  test('those it is for do, whatever their ids look like', async () => {
    assert.equal(saidInGroup.startsWith('sg_tea:one:'), true);
    for (const [reader, id] of [
      [people.a, said],
      [people.bc, said],
      [people.a, saidInGroup],
      [people.bc, saidInGroup],
    ] as const) {
      const { data, reasons } = await ask(reader, MESSAGE, { id });
      assert.deepEqual(reasons, []);
      assert.deepEqual(data, { message: { id, content: { summary: SECRET } } });
    }
  });

  test('not in a conversation of others', async () => {
    for (const id of ['si_a_b_c', 'sg_tea:one', 'n_a_b_c', 'sn_a_b_c', 'n_tea:one', 'si_x', 'sg_', '']) {
      const found = await ask(people.x, CONVERSATION, { id });
      assert.deepEqual([found.data, found.reasons], [{ conversation: null }, ['NOT_YOURS']], id);
    }
  });

  test('not under a name that OpenIM would not give', async () => {
    for (const id of ['si_b_c_a', 'si_a_a', 'si_a_', 'si__a'])
      assert.deepEqual((await ask(people.a, CONVERSATION, { id })).reasons, ['NOT_YOURS'], id);
  });

  test('not by an id that reads as one’s own, because of the underscores in both', async () => {
    for (const [reader, peer] of [
      [people.ab, 'c'],
      [people.c, 'a_b'],
    ] as const) {
      const { data, text, reasons } = await ask(reader, CONVERSATION, { id: 'si_a_b_c' });
      assert.deepEqual(reasons, []);
      assert.deepEqual(data?.conversation, {
        id: 'si_a_b_c',
        peer: { id: peer },
        lastMessage: null,
        messages: { nodes: [] },
      });
      assert.equal(text.includes(SECRET), false);
      assert.deepEqual((await ask(reader, MESSAGE, { id: said })).reasons, ['NOT_FOUND']);
    }
  });

  test('not by a message’s id, not by quoting and not by reporting it', async () => {
    for (const id of [said, saidInGroup])
      for (const [query, reasons] of [
        [MESSAGE, ['NOT_YOURS']],
        [QUOTE, ['NOT_YOURS']],
        [REPORT, ['NOT_FOUND']],
        ['mutation ($id: ID!) { revokeMessage(id: $id) { id } }', ['NOT_YOURS']],
      ] as const) {
        const found = await ask(people.x, query, { id, ...(query === QUOTE ? { to: 'a' } : {}) });
        assert.deepEqual(found.reasons, reasons, query);
        assert.equal(found.text.includes(SECRET), false);
      }
  });

  test('not what a group tells its members', async () => {
    const query = `query ($id: ID!) { group(id: $id) {
      name announcement membership { id } conversation { id } members { nodes { id } }
    } }`;
    const { data, reasons } = await ask(people.x, query, { id: 'tea:one' });
    assert.deepEqual(data, {
      group: { name: 'Tea', announcement: null, membership: null, conversation: null, members: null },
    });
    assert.deepEqual(reasons, ['NOT_A_MEMBER']);
  });

  test('not which groups somebody else is in, but those they share', async () => {
    const groups = async (who: Actor) =>
      (await ask(who, '{ user(id: "b_c") { groups { totalCount nodes { id } } } }', {})).data;
    assert.deepEqual(await groups(people.a), { user: { groups: { totalCount: 1, nodes: [{ id: 'tea:one' }] } } });
    assert.deepEqual(await groups(people.x), { user: { groups: { totalCount: 0, nodes: [] } } });
  });

  test('not how far a conversation of others has come', async () => {
    const mark = 'mutation ($id: ID!) { markConversationRead(id: $id, upToSeq: 1) { unreadCount } }';
    for (const id of ['si_a_b_c', 'sg_tea:one'])
      assert.deepEqual((await ask(people.x, mark, { id })).reasons, ['NOT_YOURS']);
  });

  test('and an admin has no conversations, friends or groups of their own', async () => {
    const { newAdmin } = stage.world.running;
    assert.ok(newAdmin);
    const post = async (query: string, authorization = '') => {
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
      const body = JSON.stringify({ query });
      const answer = await fetch(`${stage.world.url}/graphql`, { method: 'POST', headers, body });
      return (await answer.json()) as {
        data: Record<string, { accessToken: string } | null>;
        errors?: { path: string[]; extensions: { reason: string } }[];
      };
    };
    const { email, password } = newAdmin;
    const login = await post(`mutation { adminLogin(email: "${email}", password: "${password}") { accessToken } }`);
    const bearer = `Bearer ${login.data.adminLogin?.accessToken}`;
    const fields = [
      ...['conversations { nodes { id } }', 'conversation(id: "si_a_b_c") { id }', 'unreadCount'],
      ...['friends { nodes { id } }', 'friendRequests { nodes { id } }', 'groups { nodes { id } }'],
      'groupRequests { nodes { id } }',
    ];
    for (const field of fields) {
      const { data, errors } = await post(`{ ${field} }`, bearer);
      assert.deepEqual(Object.values(data), [null], field);
      assert.deepEqual(
        errors?.map(({ extensions }) => extensions.reason),
        ['USERS_ONLY'],
        field,
      );
    }
    const { data, errors } = await post(
      '{ me { id } user(id: "a") { nickname friend { id } blocked conversation { id } friendRequest { id } groups { nodes { id members { nodes { id } } } } } }',
      bearer,
    );
    assert.equal(errors, undefined);
    assert.deepEqual(data, {
      me: null,
      user: {
        ...{ nickname: 'a', friend: null, blocked: null, conversation: null, friendRequest: null },
        groups: { nodes: [{ id: 'tea:one', members: { nodes: [{ id: 'tea:one:a' }, { id: 'tea:one:b_c' }] } }] },
      },
    });
  });
});
