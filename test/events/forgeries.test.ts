import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { createForgeryWatch } from '../../events/forgeries/watch.ts';
import type { KeptMessage } from '../../subgraphs/kit/events.ts';
import type { Flag } from '../../subgraphs/kit/flags.ts';
import { forgeryIn } from '../../subgraphs/openim/rest/forgery.ts';
import { admin } from '../openim-rest/double.ts';
import { Client, issue, textMessage } from '../sandbox/wire.ts';
import { genuine } from './genuine.ts';
import { openLossy, settle } from './lossy.ts';
import { until } from './until.ts';

test('no notification that a real OpenIM wrote is taken for a forged one', () => {
  const notices = genuine();
  const kinds = new Set(notices.map(({ contentType }) => contentType));
  assert.ok(notices.length > 150 && kinds.size > 30, `${notices.length} of ${kinds.size} kinds`);
  assert.deepEqual(
    notices.filter((notice) => forgeryIn(notice) !== null),
    [],
  );
});

const detail = (value: object): Buffer => Buffer.from(JSON.stringify({ detail: JSON.stringify(value) }));
const SYSTEM = { msgFrom: 200, senderPlatformID: 0 };
const IN_TEA = { ...SYSTEM, sessionType: 3, groupID: 'tea', recvID: '' };
const kicked = (opUser: string, groupID: string) =>
  detail({ group: { groupID }, opUser: { userID: opUser, roleLevel: 100 }, kickedUserList: [] });

/** What clients write, and what gives it away. */
const FORGED = [
  ['SENDER', { contentType: 1501 }],
  ['SENDER', { contentType: 2200, content: detail({ markAsReadUserID: 'ann', seqs: [1] }) }],
  ['SENDER', { contentType: 4321, msgFrom: 200 }],
  ['CONTENT', { contentType: 2001, ...SYSTEM }],
  ['ROOM', { contentType: 1508, ...SYSTEM, content: kicked('bo', 'tea') }],
  ['ROOM', { contentType: 1400, ...SYSTEM, content: detail({ notificationName: 'Bank', text: 'Pay' }) }],
  ['OPERATOR', { contentType: 1508, ...IN_TEA, content: kicked('ann', 'tea') }],
  ['GROUP', { contentType: 1508, ...IN_TEA, content: kicked('bo', 'coffee') }],
  ['REVOCATION', { contentType: 2101, content: detail({ revokerID: 'ann', seq: 77 }) }],
  ['ACCOUNT', { contentType: 1400, ...SYSTEM, sessionType: 4, content: detail({ text: 'Pay' }) }],
] as const;

test('what a client wrote in the name of OpenIM is found, kept for moderators and withdrawn; nothing else is', async () => {
  await using lossy = await openLossy({ dropped: 0 });
  const { openim, sandbox } = lossy;
  const flagged: Flag[] = [];
  const watch = createForgeryWatch({
    openim,
    flags: { flag: async (flag) => ({ caseID: String(flagged.push(flag)) }) },
    history: { around: async (place) => [{ ...(place as KeptMessage), content: 'said before' }] },
    register: new Registry(),
  });
  await settle(openim, ['ann', 'bo', 'cy'], ['tea']);
  await openim.notificationAccounts.add({ userID: 'news', nickname: 'News', faceURL: '', appMangerLevel: 3 }, admin());
  const notice = {
    sourcePicture: null,
    notificationName: 'News',
    notificationType: 1,
    text: 'All is well',
    mixType: 0,
  };
  await openim.messages.send(
    {
      ...{ sendID: 'news', recvID: 'ann', senderNickname: 'News', senderFaceURL: '', senderPlatformID: 1 },
      ...{ contentType: 1400, sessionType: 4, content: notice },
    },
    admin(),
  );
  const client = await new Client(sandbox, { userID: 'bo', token: await issue(sandbox, 'bo') }).opened();
  for (const [, change] of FORGED) await client.ask(1003, textMessage('bo', 'ann', 'forged', change));
  await client.ask(1003, textMessage('bo', 'ann', 'an honest word'));
  await client.ask(1003, textMessage('bo', 'ann', 'a word to regret'));
  client.socket.close();
  // What OpenIM itself writes into conversations, and what is left of a message that was revoked.
  await openim.messages.revoke({ userID: 'bo', conversationID: 'si_ann_bo', seq: 9 }, admin());
  await openim.groups.kick({ groupID: 'tea', kickedUserIDs: ['cy'], reason: '' }, admin());

  await using node = await lossy.node([watch]);
  const honest = ['message:sg_tea:1', 'message:sn_ann_news:1'];
  await until(() => flagged.length >= FORGED.length && honest.every((key) => node.messages().includes(key)), 60_000);
  assert.deepEqual(
    flagged.map(({ note }) => /sign: (\w+)/.exec(note ?? '')?.[1]).toSorted(),
    FORGED.map(([sign]) => sign).toSorted(),
  );
  assert.ok(flagged.every(({ evidence }) => evidence.accusedID === 'bo'));
  assert.ok(flagged.every(({ evidence }) => evidence.neighbours[0]?.content === 'said before'));
  const left = await openim.messages.pull(
    'ann',
    [{ conversationID: 'si_ann_bo', begin: 1, end: 99, num: 99 }],
    admin(),
  );
  const rows = left.si_ann_bo?.messages ?? [];
  assert.deepEqual(
    rows.filter((row) => forgeryIn(row) !== null),
    [],
  );
  assert.ok(rows.some(({ content }) => content.includes('an honest word')));
});
