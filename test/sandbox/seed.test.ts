import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { call, issue } from './wire.ts';

interface Line {
  lastMsg: { sendTime: number };
  maxSeq: number;
}
interface Said {
  contentType: number;
  content: string;
}

let sandbox: Sandbox;
let ann: string;
before(async () => {
  sandbox = await startSandbox({ seed: true });
  ann = await issue(sandbox, 'ann');
});
after(() => sandbox.stop());

const pull = async (conversationID: string): Promise<Said[]> => {
  const range = { conversationID, begin: 1, end: 999, num: 999 };
  const { data } = await call(sandbox, '/msg/pull_msg_by_seq', { userID: 'ann', seqRanges: [range] }, ann);
  return (data?.msgs as Record<string, { Msgs: Said[] }> | undefined)?.[conversationID]?.Msgs ?? [];
};

test('the people have faces that load', async () => {
  assert.equal(sandbox.people.length, 8);
  for (const { faceURL } of sandbox.people) {
    const response = await fetch(faceURL);
    assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'image/png']);
  }
});

test('two friends have exchanged words, a picture, a sound, a quote and a retraction', async () => {
  const said = await pull('si_ann_bo');
  const types = new Set(said.map(({ contentType }) => contentType));
  for (const type of [101, 102, 103, 114, 2101]) assert.ok(types.has(type), `no message of type ${type}`);
});

test('six have talked about a hill, and one of them was called by name', async () => {
  const said = await pull('sg_hillwalk');
  assert.ok(said.length >= 60, `${said.length} messages`);
  assert.ok(said.some(({ contentType }) => contentType === 106));
  const { data } = await call(sandbox, '/group/get_groups_info', { groupIDs: ['hillwalk'] }, ann);
  const [group] = (data?.groupInfos ?? []) as { memberCount: number; notification: string; ownerUserID: string }[];
  assert.deepEqual([group?.memberCount, group?.ownerUserID], [6, 'ann']);
  assert.match(String(group?.notification), /9:30/);
});

test('somebody would like to be a friend', async () => {
  const body = { userID: 'ann', pagination: { pageNumber: 1, showNumber: 10 } };
  const { data } = await call(sandbox, '/friend/get_friend_apply_list', body, ann);
  const [request] = (data?.FriendRequests ?? []) as { fromUserID: string; handleResult: number }[];
  assert.deepEqual([request?.fromUserID, request?.handleResult], ['dan', 0]);
});

test('what the messages point to can be fetched', async () => {
  const said = await pull('si_ann_bo');
  const urls = said.flatMap(
    ({ content }) =>
      Buffer.from(content, 'base64')
        .toString()
        .match(/http:[^"\\]+\/object\/[^"\\]+/g) ?? [],
  );
  assert.ok(urls.length > 1);
  for (const url of new Set(urls)) assert.equal((await fetch(url)).status, 200, url);
});

test('it all happened in the last days, and the newest conversation comes first', async () => {
  const { data } = await call(sandbox, '/jssdk/get_active_conversations', { count: 10 }, ann);
  const times = ((data?.conversations ?? []) as Line[]).map(({ lastMsg }) => lastMsg.sendTime);
  assert.deepEqual(
    times,
    times.toSorted((left, right) => right - left),
  );
  for (const time of times) assert.ok(time < Date.now() && time > Date.now() - 7 * 24 * 3_600_000);
});
