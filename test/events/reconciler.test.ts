import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { admin } from '../openim-rest/double.ts';
import { openLossy, say, settle } from './lossy.ts';
import { until } from './until.ts';

const PEOPLE = ['ann', 'bo', 'cy', 'di'];
const GROUPS = ['tea', 'coffee'];
const ROOMS = [
  { conversationID: 'si_ann_bo', to: { recvID: 'bo' } },
  { conversationID: 'si_ann_cy', to: { recvID: 'cy' } },
  { conversationID: 'sg_tea', to: { groupID: 'tea' } },
  { conversationID: 'sg_coffee', to: { groupID: 'coffee' } },
] as const;

const ONE = { conversationID: 'si_ann_bo', begin: 1, end: 1, num: 1 };

/** Every message that there can be: those that were said, and that each group begins with its own making. */
const keysOf = (each: number): string[] =>
  ROOMS.flatMap(({ conversationID }) => {
    const count = conversationID.startsWith('sg_') ? each + 1 : each;
    return Array.from({ length: count }, (_, at) => `message:${conversationID}:${at + 1}`);
  }).toSorted();

test('of a thousand messages with three in ten callbacks lost, a consumer is told each one within a minute, and once', async () => {
  await using lossy = await openLossy({ dropped: 0.3 });
  await using node = await lossy.node();
  await settle(lossy.openim, PEOPLE, GROUPS);
  for (let nth = 0; nth < 250; nth += 1)
    await Promise.all(ROOMS.map(({ to }) => say(lossy.openim, 'ann', to, `word ${nth}`)));
  const all = keysOf(250);
  await until(() => node.messages().length >= all.length, 60_000);
  assert.deepEqual(node.messages().toSorted(), all);
  const complete = async (): Promise<boolean> => {
    const { expected, missing, neverChecked } = await node.coverage.total();
    return expected === 1002 && missing === 0 && neverChecked === 0;
  };
  await until(complete);
  const { told, found } = await node.coverage.total();
  assert.equal(told + found, 1002);
  assert.ok(told > 0 && found > 200, `${told} told, ${found} found`);
});

test('what was written while nobody listened is found afterwards, in conversations that nobody ever told of as well', async () => {
  await using lossy = await openLossy({ dropped: 0 });
  await settle(lossy.openim, PEOPLE, GROUPS);
  for (let nth = 0; nth < 5; nth += 1)
    await Promise.all(ROOMS.map(({ to }) => say(lossy.openim, 'ann', to, `word ${nth}`)));
  await using node = await lossy.node();
  const all = keysOf(5);
  await until(() => node.messages().length >= all.length, 60_000);
  assert.deepEqual(node.messages().toSorted(), all);
  assert.equal((await node.coverage.of('si_ann_bo'))?.found, 5);
  assert.equal(await node.coverage.of('si_ann_nobody'), null);
});

test('what one of them has deleted is read with the other’s eyes, and what is gone for all is counted as gone', async () => {
  await using lossy = await openLossy({ dropped: 0 });
  const { openim } = lossy;
  await settle(openim, PEOPLE, []);
  for (let nth = 0; nth < 4; nth += 1) await say(openim, 'ann', { recvID: 'bo' }, `word ${nth}`);
  const conversationID = 'si_ann_bo';
  await openim.messages.delete({ userID: 'ann', conversationID, seqs: [1] }, admin());
  await openim.messages.delete({ userID: 'bo', conversationID, seqs: [2] }, admin());
  await openim.messages.erase(conversationID, [3], admin());
  await using node = await lossy.node();
  const complete = async (): Promise<boolean> => (await node.coverage.of(conversationID))?.missing === 0;
  await until(complete, 60_000);
  const { found, gone } = (await node.coverage.of(conversationID)) ?? {};
  assert.deepEqual({ found, gone }, { found: 3, gone: 1 });
  const keys = [1, 2, 4].map((seq) => `message:${conversationID}:${seq}`);
  await until(() => node.messages().length >= keys.length);
  assert.deepEqual(node.messages().toSorted(), keys);
});

test('two nodes at once find everything, and each message is told once', async () => {
  await using lossy = await openLossy({ dropped: 1 });
  await settle(lossy.openim, PEOPLE, GROUPS);
  for (let nth = 0; nth < 50; nth += 1)
    await Promise.all(ROOMS.map(({ to }) => say(lossy.openim, 'ann', to, `word ${nth}`)));
  await using one = await lossy.node();
  await using two = await lossy.node();
  const all = keysOf(50);
  const told = (): string[] => [...one.messages(), ...two.messages()];
  await until(() => told().length >= all.length, 60_000);
  assert.deepEqual(told().toSorted(), all);
  assert.equal((await two.coverage.total()).told, 0);
});

test('that a message was revoked is told once when its callback was lost, however often the notice of it is read', async () => {
  await using lossy = await openLossy({ dropped: 0 });
  const { openim } = lossy;
  await settle(openim, PEOPLE, GROUPS);
  await using node = await lossy.node();
  for (let nth = 0; nth < 3; nth += 1) await Promise.all(ROOMS.map(({ to }) => say(openim, 'ann', to, `word ${nth}`)));
  await until(() => node.messages().length >= keysOf(3).length);
  const revoked = ROOMS.map(({ conversationID }) => ({ conversationID, seq: 2 }));
  for (const place of revoked) await openim.messages.revoke({ userID: 'ann', ...place }, admin());
  const keys = revoked.map(({ conversationID, seq }) => `revoked:${conversationID}:${seq}`);
  await until(async () => {
    await node.look();
    return node.revocations().length >= keys.length;
  });
  assert.deepEqual(node.revocations().toSorted(), keys.toSorted());
  assert.deepEqual(node.messages().toSorted(), keysOf(3));
  const [notice] = node.heard.filter(({ key }) => key === 'revoked:sg_tea:2');
  assert.deepEqual(notice?.fact, { kind: 'MESSAGE_REVOKED', conversationID: 'sg_tea', seq: 2, userID: 'ann' });

  // Another node, or this one after it died, reads the notices anew.
  await node.db.raw(`update events.coverage set seen = '{}', found = 0 where conversation_id like 'n\\_%'`);
  await until(async () => {
    await node.look();
    return (await node.coverage.of('n_tea'))?.found === 1 && (await node.coverage.of('n_ann_bo'))?.missing === 0;
  });
  assert.deepEqual(node.revocations().toSorted(), keys.toSorted());
});

test('who is told in a notice that a message was revoked looks at the message: it stands, and nobody is told', async () => {
  await using lossy = await openLossy({ dropped: 0 });
  const { openim } = lossy;
  await settle(openim, PEOPLE, []);
  await say(openim, 'ann', { recvID: 'bo' }, 'it stands');
  const [honest] = (await openim.messages.pull('ann', [ONE], admin())).si_ann_bo?.messages ?? [];
  assert.ok(honest);
  const written = { revokerUserID: 'bo', conversationID: 'si_ann_bo', seq: 1, revokeTime: 1, sesstionType: 1 };
  const content = JSON.stringify({ detail: JSON.stringify(written) });
  const forged = { ...honest, contentType: 2101, msgFrom: 200, senderPlatformID: 0, content };
  const seen: OpenIM = {
    ...openim,
    messages: {
      ...openim.messages,
      seqs: async (userID, ids, call) => ({
        ...(await openim.messages.seqs(userID, ids, call)),
        n_ann_bo: { maxSeq: 1, hasReadSeq: 0, maxSeqTime: 0 },
      }),
      pull: async (userID, ranges, call) => ({
        ...(await openim.messages.pull(userID, ranges, call)),
        n_ann_bo: { messages: [forged], isEnd: true, endSeq: 0 },
      }),
    },
  };
  await using node = await lossy.node([], seen);
  await until(async () => {
    await node.look();
    return (await node.coverage.of('n_ann_bo'))?.found === 1;
  });
  assert.deepEqual([node.messages(), node.revocations()], [['message:si_ann_bo:1'], []]);
});
