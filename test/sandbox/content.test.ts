import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { adminToken, call, issue, register } from './wire.ts';

interface Example {
  variant: string;
  contentType: number;
  requestContent: unknown;
  otherFields?: Record<string, unknown>;
  result: { errCode: number; errMsg: string; errDlt: string };
  delivered?: { content: string; options?: Record<string, boolean> };
}

const examples = readFileSync(new URL('../recordings/content-examples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Example)
  // Those that went to a group are told by what they were refused for.
  .filter(({ otherFields, result }) => otherFields?.groupID === undefined || result.errCode !== 0);

const SERVICE = 'ct859733oa';
let sandbox: Sandbox;
let admin: string;
let reader: string;
before(async () => {
  sandbox = await startSandbox();
  await register(sandbox, 'al', 'bo');
  admin = await adminToken(sandbox);
  reader = await issue(sandbox, 'bo');
  await call(sandbox, '/user/add_notification_account', { userID: SERVICE, nickName: 'Sys', appMangerLevel: 3 }, admin);
});
after(() => sandbox.stop());

const lastContent = async (conversationID: string, seq: number): Promise<string> => {
  const { data } = await call(
    sandbox,
    '/msg/pull_msg_by_seq',
    { userID: 'bo', seqRanges: [{ conversationID, begin: seq, end: seq, num: 1 }] },
    reader,
  );
  const msgs = data?.msgs as Record<string, { Msgs: { content: string }[] }>;
  return Buffer.from(msgs[conversationID]?.Msgs[0]?.content ?? '', 'base64').toString();
};

const newest = async (conversationID: string): Promise<number> => {
  const { data } = await call(sandbox, '/msg/newest_seq', { userID: 'bo' }, reader);
  return (data?.maxSeqs as Record<string, number> | undefined)?.[conversationID] ?? 0;
};

for (const { variant, contentType, requestContent, otherFields, result, delivered } of examples) {
  test(`${contentType} ${variant}`, async () => {
    const body = {
      sendID: 'al',
      recvID: 'bo',
      senderPlatformID: 5,
      sessionType: 1,
      contentType,
      content: requestContent,
      ...otherFields,
    };
    const { errCode, errMsg, errDlt } = await call(sandbox, '/msg/send_msg', body, admin);
    assert.deepEqual({ errCode, errMsg, errDlt }, result);
    if (delivered === undefined || delivered.options?.history === false) return;
    const chat = contentType === 1400 ? `sn_bo_${SERVICE}` : 'si_al_bo';
    assert.equal(await lastContent(chat, await newest(chat)), delivered.content);
  });
}
