import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { after, test } from 'node:test';
import type { Sandbox, SandboxOptions } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { Server } from './wire.ts';
import { adminToken, call, issue, register } from './wire.ts';

const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const open = async (context: TestContext, options: SandboxOptions): Promise<Sandbox> => {
  const sandbox = await startSandbox(options);
  context.after(() => sandbox.stop());
  return sandbox;
};

const send = async (sandbox: Server, text: string): Promise<void> => {
  const message = {
    sendID: 'al',
    recvID: 'bo',
    senderPlatformID: 5,
    sessionType: 1,
    contentType: 101,
    content: { content: text },
  };
  assert.equal((await call(sandbox, '/msg/send_msg', message, await adminToken(sandbox))).errCode, 0);
};

const texts = async (sandbox: Server, token: string): Promise<string[]> => {
  const range = { conversationID: 'si_al_bo', begin: 1, end: 99, num: 99 };
  const { data } = await call(sandbox, '/msg/pull_msg_by_seq', { userID: 'bo', seqRanges: [range] }, token);
  const msgs = data?.msgs as Record<string, { Msgs: { content: string }[] }> | undefined;
  const contents = msgs?.si_al_bo?.Msgs.map(
    ({ content }) => JSON.parse(Buffer.from(content, 'base64').toString()) as { content: string },
  );
  return (contents ?? []).map(({ content }) => content);
};

test('what was answered is there after a restart, at the same addresses, for the same tokens', async (context) => {
  const dataDir = join(directory, 'stopped');
  const first = await open(context, { dataDir });
  await register(first, 'al', 'bo');
  const token = await issue(first, 'bo');
  await send(first, 'one');
  await first.stop();
  const second = await open(context, { dataDir });
  assert.deepEqual([second.apiURL, second.wsURL], [first.apiURL, first.wsURL]);
  await send(second, 'two');
  assert.deepEqual(await texts(second, token), ['one', 'two']);
});

test('a killed server has lost nothing that it answered', async (context) => {
  const dataDir = join(directory, 'killed');
  const main = new URL('../../sandbox/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--api-port', '0', '--ws-port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const apiURL = /http:\S+?(?=,)/.exec(String(line))?.[0] ?? '';
  const running: Server = { apiURL, wsURL: '', secret: 'openIM123', adminUserID: 'imAdmin' };
  await register(running, 'al', 'bo');
  const token = await issue(running, 'bo');
  await Promise.all(Array.from({ length: 20 }, (_, index) => send(running, String(index))));
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await open(context, { dataDir });
  assert.equal((await texts(again, token)).length, 20);
});

test('fresh forgets, and no directory keeps nothing', async (context) => {
  const dataDir = join(directory, 'fresh');
  const first = await open(context, { dataDir });
  await register(first, 'al');
  await first.stop();
  const second = await open(context, { dataDir, fresh: true });
  const { data } = await call(second, '/user/account_check', { checkUserIDs: ['al'] }, await adminToken(second));
  assert.deepEqual(data, { results: [{ userID: 'al', accountStatus: 0 }] });
});
