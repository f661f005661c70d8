import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admin, answer, openDouble, user } from './double.ts';
import { says, told } from './told.ts';

const page = { number: 1, rows: 10 };

test('an empty list is a list', async () => {
  const empty = says('null');
  const all = await Promise.all([
    told('/user/get_users_info', (o) => o.users.byIDs(['x'], admin()), says('"usersInfo":null')),
    told(
      '/friend/get_friend_apply_list',
      async (o) => (await o.friends.received({ userID: 'x' }, page, admin())).rows,
      empty,
    ),
    told(
      '/group/get_recv_group_applicationList',
      async (o) => (await o.groups.requestsReceived({ userID: 'x' }, page, admin())).rows,
      empty,
    ),
    told(
      '/friend/get_black_list',
      async (o) => (await o.friends.blocks('x', page, admin())).rows,
      says('"blacks":null'),
    ),
  ]);
  assert.deepEqual(all, [[], [], [], []]);
});

test('an empty map is a map', async () => {
  const where = says('"pinnedConversationIDs":null}');
  assert.deepEqual(
    await told('/msg/get_conversations_has_read_and_max_seq', (o) => o.messages.seqs('x', [], admin()), where),
    {},
  );
});

test('a friendship begins in milliseconds, whichever route tells it', async () => {
  const listed = await told('/friend/get_friend_list', (o) => o.friends.list('x', page, admin()), says('"addSource"'));
  const named = await told(
    '/friend/get_specified_friends_info',
    (o) => o.friends.relations('x', ['y'], admin()),
    says('"friendInfo":{'),
  );
  const times = [listed.rows[0]?.createTime, named.find((row) => row.friendInfo)?.friendInfo?.createTime];
  for (const time of times) assert.ok(new Date(time ?? 0).getUTCFullYear() > 2020, String(time));
});

test('a block begins in milliseconds, whichever route tells it', async () => {
  const listed = await told('/friend/get_black_list', (o) => o.friends.blocks('x', page, admin()), says('"addSource"'));
  const named = await told(
    '/friend/get_specified_blacks',
    (o) => o.friends.blocksByIDs('x', ['y'], admin()),
    says('"addSource"'),
  );
  for (const row of [listed.rows[0], named[0]])
    assert.ok(new Date(row?.createTime ?? 0).getUTCFullYear() > 2020, String(row?.createTime));
});

test('what a message holds is text, whichever route tells it', async () => {
  const pulled = await told(
    '/msg/pull_msg_by_seq',
    (o) => o.messages.pull('x', [], admin()),
    says('"contentType":101'),
  );
  const found = await told('/msg/search_msg', (o) => o.messages.search({}, page, admin()), says('"contentType":101'));
  const viewed = await told(
    '/jssdk/get_conversations',
    (o) => o.jssdk.byIDs('x', [], user('x')),
    says('"contentType":101'),
  );
  const messages = [
    ...Object.values(pulled).flatMap(({ messages: some }) => some),
    ...found.rows,
    ...viewed.conversations.flatMap(({ lastMsg }) => (lastMsg ? [lastMsg] : [])),
  ].filter(({ contentType }) => contentType === 101);
  assert.ok(messages.length >= 4);
  for (const { content } of messages) assert.equal(typeof JSON.parse(content).content, 'string');
});

test('the phantom of seq 0 is no message', async () => {
  await using double = await openDouble();
  const row = { content: null, atUserIDList: null };
  const msgs = {
    si_a_b: {
      Msgs: [
        { ...row, seq: 0 },
        { ...row, seq: 1 },
      ],
      isEnd: true,
      endSeq: 0,
    },
  };
  double.behave((_, response) => answer(response, { errCode: 0, errMsg: '', errDlt: '', data: { msgs } }));
  const { si_a_b: pulled } = await double.openim().messages.pull('a', [], admin());
  assert.deepEqual(
    pulled?.messages.map(({ seq, content, atUserIDList }) => [seq, content, atUserIDList]),
    [[1, '', []]],
  );
});

test('somebody who applies to a group applies for themselves', async () => {
  await using double = await openDouble();
  await double.openim().groups.join({ groupID: 'tea', userID: 'ann', reqMessage: 'hi', joinSource: 3 }, user('ann'));
  assert.equal(double.asked[0]?.body.inviterUserID, 'ann');
});

test('a part is signed whole: what all parts share is in its address, and what a browser sets itself is not told', async () => {
  const sign = {
    url: 'http://store.example/b/k',
    query: [{ key: 'uploadId', values: ['u/1'] }],
    header: null,
    parts: [
      {
        partNumber: 2,
        url: '',
        query: [{ key: 'partNumber', values: ['2'] }],
        header: [
          { key: 'Host', values: ['store.example'] },
          { key: 'Authorization', values: ['AWS4'] },
        ],
      },
    ],
  };
  await using double = await openDouble();
  double.behave((_, response) => answer(response, { errCode: 0, errMsg: '', errDlt: '', data: sign }));
  assert.deepEqual(await double.openim().objects.sign('u', [2], admin()), [
    {
      partNumber: 2,
      url: 'http://store.example/b/k?uploadId=u%2F1&partNumber=2',
      headers: [['Authorization', 'AWS4']],
    },
  ]);
});

test('a presigned address stays as it was signed, and bytes that OpenIM holds need none', async () => {
  const file = { hash: 'h', size: 1, signed: 'all', name: 'x/y', contentType: '', cause: '' } as const;
  const route = '/object/initiate_multipart_upload';
  const begun = await told(route, (o) => o.objects.begin(file, admin()), says('"uploadID"'));
  const [part] = begun?.parts ?? [];
  assert.match(String(part?.url), /X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}$/);
  assert.equal(await told(route, (o) => o.objects.begin(file, admin()), says('"upload":null')), null);
});
