import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { asUserNow, openStage, type Stage } from './stage.ts';

/** All that a chat page shows, and where it comes from. */
const PAGE = `query ($id: ID!) {
  me { nickname }
  conversation(id: $id) {
    id kind unreadCount
    peer { id nickname online blocked friend { id remark } }
    group { id name state announcement membership { role } owner { id nickname } members { nodes { nickname } } }
    messages(last: 50) { nodes {
      id seq
      sender { id nickname friend { id remark } online }
      senderMember { role }
      content { __typename summary ... on TextualContent { text quoted { original { id } } } ... on MediaContent { source { id url } } }
    } }
  }
}`;

interface Message {
  readonly id: string;
  readonly sender: {
    readonly id: string;
    readonly nickname: string;
    readonly friend: object | null;
    readonly online: boolean | null;
  } | null;
  readonly senderMember: object | null;
  readonly content: {
    readonly __typename: string;
    readonly summary: string;
    readonly source?: { id: string; url: string };
  };
}
interface Page {
  readonly me: object | null;
  readonly conversation: {
    readonly peer: Record<string, unknown> | null;
    readonly group: Record<string, unknown> | null;
    readonly messages: { readonly nodes: readonly Message[] } | null;
  } | null;
}

describe('one thing that fails costs a page that thing', () => {
  let stage: Stage;
  let ann: Actor;
  let whole: Page;

  async function page(id = 'sg_hillwalk'): Promise<{ page: Page; lost: string[] }> {
    const { data, errors } = await ann.client.query<Page, object>(PAGE, { id });
    assert.ok(data);
    // Where, without the places in lists; and why.
    const lost = errors.map(
      ({ path, extensions }) => `${path?.filter((each) => typeof each === 'string').join('.')} ${extensions.reason}`,
    );
    return { page: data, lost: [...new Set(lost)].toSorted() };
  }

  before(async () => {
    stage = await openStage({ seed: true });
    ann = await stage.person('ann');
    const { page: found, lost } = await page();
    assert.deepEqual(lost, []);
    whole = found;
  });
  beforeEach(() => stage.heal());
  after(() => stage[Symbol.asyncDispose]());

  const messages = ({ conversation }: Page): readonly Message[] => conversation?.messages?.nodes ?? [];

  test('a sender who is gone', async () => {
    stage.fault('/user/get_users_info', without('usersInfo', 'dan'));
    stage.fault('/friend/get_specified_friends_info', (answer) => {
      const { infos } = answer.data as unknown as { infos: { userInfo: { userID: string } }[] };
      return { ...answer, data: { infos: infos.filter(({ userInfo }) => userInfo.userID !== 'dan') } as never };
    });
    const { page: found, lost } = await page();
    assert.deepEqual(lost, []);
    for (const [at, message] of messages(found).entries())
      assert.deepEqual(message.sender, messages(whole)[at]?.sender?.id === 'dan' ? null : messages(whole)[at]?.sender);
    assert.ok(messages(found).some(({ sender }) => sender === null));
  });

  test('all people', async () => {
    stage.fault('/user/get_users_info', 'down');
    stage.fault('/friend/get_specified_friends_info', 'down');
    const { page: found, lost } = await page();
    assert.equal(messages(found).length, 50);
    assert.deepEqual(
      messages(found).map(({ content }) => content),
      messages(whole).map(({ content }) => content),
    );
    assert.deepEqual(lost, [
      'conversation.group.owner UPSTREAM_UNAVAILABLE',
      'conversation.messages.nodes.sender UPSTREAM_UNAVAILABLE',
      'me.nickname UPSTREAM_UNAVAILABLE',
    ]);
  });

  test('presence', async () => {
    stage.fault('/user/get_users_status', 'down');
    const { page: found, lost } = await page();
    assert.deepEqual(lost, ['conversation.messages.nodes.sender.online UPSTREAM_UNAVAILABLE']);
    assert.deepEqual(
      messages(found),
      messages(whole).map((each) => ({ ...each, sender: { ...each.sender, online: null } })),
    );
  });

  test('friendships', async () => {
    stage.fault('/friend/get_specified_friends_info', 'down');
    const { page: found, lost } = await page();
    assert.deepEqual(lost, ['conversation.messages.nodes.sender.friend UPSTREAM_UNAVAILABLE']);
    assert.deepEqual(
      messages(found),
      messages(whole).map((each) => ({ ...each, sender: { ...each.sender, friend: null } })),
    );
    const direct = await page('si_ann_bo');
    assert.equal(direct.page.conversation?.peer?.nickname, 'Bo Lindqvist');
    assert.deepEqual(direct.lost, [
      'conversation.messages.nodes.sender.friend UPSTREAM_UNAVAILABLE',
      'conversation.peer.blocked UPSTREAM_UNAVAILABLE',
      'conversation.peer.friend UPSTREAM_UNAVAILABLE',
    ]);
  });

  test('members', async () => {
    stage.fault('/group/get_group_members_info', 'down');
    const { page: found, lost } = await page();
    assert.deepEqual(
      messages(found).map(({ sender, content }) => [sender, content]),
      messages(whole).map(({ sender, content }) => [sender, content]),
    );
    assert.deepEqual(lost, [
      'conversation.group.announcement UPSTREAM_UNAVAILABLE',
      'conversation.group.members UPSTREAM_UNAVAILABLE',
      'conversation.group.membership UPSTREAM_UNAVAILABLE',
      'conversation.messages.nodes.senderMember UPSTREAM_UNAVAILABLE',
    ]);
  });

  test('messages', async () => {
    stage.fault('/msg/pull_msg_by_seq', 'down');
    const { page: found, lost } = await page();
    assert.deepEqual(lost, ['conversation.messages UPSTREAM_UNAVAILABLE']);
    assert.deepEqual({ ...found.conversation, messages: null }, { ...whole.conversation, messages: null });
  });

  test('the conversation itself', async () => {
    stage.fault('/jssdk/get_conversations', 'down');
    const { page: found, lost } = await page();
    assert.deepEqual(lost, ['conversation UPSTREAM_UNAVAILABLE']);
    assert.deepEqual(found.me, whole.me);
  });

  test('content that cannot be read', async () => {
    stage.fault('/msg/pull_msg_by_seq', (answer) => {
      const { msgs } = answer.data as unknown as { msgs: Record<string, { Msgs: { content: string }[] }> };
      const first = msgs.sg_hillwalk?.Msgs[0];
      if (first) first.content = Buffer.from('{"content":').toString('base64');
      return { ...answer, data: { msgs } as never };
    });
    const { page: found, lost } = await page();
    assert.deepEqual(lost, []);
    const [first, ...rest] = messages(found);
    assert.equal(first?.content.__typename, 'UnknownContent');
    assert.deepEqual(rest, messages(whole).slice(1));
  });

  test('the message index', async () => {
    await stage.sql('alter table openim.message_index rename to index_elsewhere');
    try {
      const { page: found, lost } = await page();
      assert.deepEqual(lost, []);
      assert.deepEqual(found, whole);
      const { data } = await stage.post('/msg/send_msg', {
        ...{ sendID: 'bo', recvID: 'ann', sessionType: 1, contentType: 101, content: { content: 'never indexed' } },
      });
      const id = `si_ann_bo:${(data as unknown as { serverMsgID: string }).serverMsgID}`;
      const one = await ann.query('query ($id: ID!) { message(id: $id) { content { summary } } }', { id });
      assert.deepEqual(one, { message: { content: { summary: 'never indexed' } } });
    } finally {
      await stage.sql('alter table openim.index_elsewhere rename to message_index');
    }
  });

  test('answers that are no answers', async () => {
    for (const [route, field] of [
      ['/user/get_users_status', 'conversation.messages.nodes.sender.online'],
      ['/msg/pull_msg_by_seq', 'conversation.messages'],
    ] as const) {
      stage.fault(route, 'broken');
      const { lost } = await page();
      assert.deepEqual(lost, [`${field} UPSTREAM_UNAVAILABLE`]);
      stage.heal();
    }
  });

  test('a group that is no more: it is told so, and what was said in it stays', async () => {
    await stage.post('/group/create_group', {
      ...{ ownerUserID: 'bo', memberUserIDs: ['ann'] },
      groupInfo: { groupID: 'gone', groupName: 'Gone', groupType: 2 },
    });
    await stage.post('/msg/send_msg', {
      ...{ sendID: 'bo', groupID: 'gone', sessionType: 3, contentType: 101, content: { content: 'goodbye' } },
    });
    await stage.post('/group/dismiss_group', { groupID: 'gone', deleteMember: true });
    const { page: found, lost } = await page('sg_gone');
    const group = found.conversation?.group;
    assert.equal(group?.state, 'DISMISSED');
    assert.equal(group?.name, 'Gone');
    assert.equal(group?.owner, null);
    assert.equal(group?.membership, null);
    assert.deepEqual(lost, ['conversation.group.members NOT_A_MEMBER']);
    assert.ok(messages(found).some(({ content }) => content.summary === 'goodbye'));
    const { errors } = await ann.client.query(
      'mutation { sendMessage(input: { groupID: "gone", content: { text: { text: "anybody?" } } }) { id } }',
    );
    assert.equal(errors[0]?.extensions.reason, 'GROUP_DISMISSED');
  });

  test('a friend who is gone is a contact without a name', async () => {
    stage.fault('/user/get_users_info', without('usersInfo', 'bo'));
    const { data, errors } = await ann.client.query('{ friends { totalCount nodes { id remark user { nickname } } } }');
    assert.deepEqual(errors, []);
    assert.deepEqual(data, {
      friends: {
        totalCount: 2,
        nodes: [
          { id: 'bo', remark: null, user: null },
          { id: 'cleo', remark: null, user: { nickname: 'Cleo Marsh' } },
        ],
      },
    });
  });

  test('rows of a list that cannot be shown are left out, and their neighbours keep their places', async () => {
    type Friends = { friends: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } } };
    const list = (variables: object) =>
      ann.query<Friends, object>(
        'query ($after: String) { friends(first: 1, after: $after) { totalCount nodes { id } pageInfo { endCursor } } }',
        variables,
      );
    stage.fault('/friend/get_friend_list', (answer) => {
      const { friendsInfo, total } = answer.data as unknown as {
        friendsInfo: { friendUser: { userID: string } }[];
        total: number;
      };
      const rows = friendsInfo?.map((row) => (row.friendUser.userID === 'bo' ? { ...row, friendUser: null } : row));
      return { ...answer, data: { friendsInfo: rows, total } as never };
    });
    const { friends: first } = await list({});
    assert.deepEqual([first.nodes, first.totalCount], [[], 2]);
    assert.deepEqual((await list({ after: first.pageInfo.endCursor })).friends.nodes, [{ id: 'cleo' }]);
  });

  test('a request for a group that OpenIM does not tell of is left out of the list', async () => {
    const gus = await stage.person('gus');
    const asked = { groupID: 'hillwalk', userID: 'gus', reqMessage: 'May I?', joinSource: 3 };
    await stage.openim.groups.join(asked, asUserNow('gus'));
    const query = '{ groupRequests(direction: SENT) { nodes { id message user { id } group { id } } } }';
    const request = { id: 'hillwalk:gus', message: 'May I?', user: { id: 'gus' }, group: { id: 'hillwalk' } };
    const blind = (info: object) => (answer: Parameters<ReturnType<typeof without>>[0]) => {
      const { groupRequests, total } = answer.data as unknown as { groupRequests: object[]; total: number };
      return { ...answer, data: { groupRequests: groupRequests.map((row) => ({ ...row, ...info })), total } as never };
    };
    stage.fault('/group/get_user_req_group_applicationList', blind({ userInfo: null }));
    assert.deepEqual(await gus.query(query), { groupRequests: { nodes: [request] } });
    stage.fault('/group/get_user_req_group_applicationList', blind({ groupInfo: null }));
    assert.deepEqual(await gus.query(query), { groupRequests: { nodes: [] } });
  });
});

const without =
  (list: string, userID: string) => (answer: { errCode: number; errMsg: string; errDlt: string; data?: never }) => {
    const rows = (answer.data as unknown as Record<string, { userID: string }[]>)[list] ?? [];
    return { ...answer, data: { [list]: rows.filter((row) => row.userID !== userID) } as never };
  };
