import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import pg from 'pg';
import { emptyDatabase } from '../world/database.ts';
import { openLossy, say, settle } from './lossy.ts';
import { until } from './until.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const SECRET = 'the-secret-of-this-test';
const CONVERSATIONS = 12;
const KILLS = 2;
/** The sandbox has messages of its own. */
const OURS = `openim.message_index where send_id like 'teller%'`;

interface Program {
  readonly child: ChildProcess;
  readonly url: string;
}

/** The very program, with what it embeds but for the database. */
async function startProgram(settings: Readonly<Record<string, string>>): Promise<Program> {
  const env = { PATH: process.env.PATH ?? '', PORT: '0', WEBHOOK_SECRETS: SECRET, ...settings };
  const child = spawn(process.execPath, ['gateway/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)\/graphql/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { child, url };
  }
  throw new Error('The program ended before it was ready.');
}

/** What OpenIM calls with when it has stored a message. Whether it was answered as kept. */
async function tell(url: string, { sendID, seq }: { sendID: string; seq: number }): Promise<boolean> {
  const command = 'callbackAfterMsgSaveDBCommand';
  const body = {
    ...{ callbackCommand: command, sendID, recvID: 'bo', groupID: '', operationID: `op${seq}`, seq, sessionType: 1 },
    ...{ serverMsgID: `${sendID}${seq}`, clientMsgID: `c${sendID}${seq}`, senderPlatformID: 5, senderNickname: '' },
    ...{ msgFrom: 100, contentType: 101, status: 2, sendTime: 1_795_392_521_342, createTime: 1_795_392_521_342 },
    ...{ content: JSON.stringify({ content: `message ${seq}` }), atUserList: null, faceURL: '', ex: '' },
  };
  const headers = { 'content-type': 'application/json', operationid: `op${seq}` };
  try {
    const address = `${url}/webhooks/openim/${SECRET}/${command}`;
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

test('callbacks that were answered have one effect each, however often the program is killed at it', async () => {
  await using undo = new AsyncDisposableStack();
  const { url: databaseURL } = undo.use(await emptyDatabase());
  const folder = undo.adopt(await mkdtemp(join(tmpdir(), 'killed-')), (path) => rm(path, { recursive: true }));
  const start = async (): Promise<Program> => {
    const program = await startProgram({ DATABASE_URL: databaseURL, DATA_DIR: folder, SANDBOX_CALLBACKS: 'off' });
    undo.defer(() => void program.child.kill('SIGKILL'));
    return program;
  };
  let program = await start();
  let telling = true;
  const accepted = new Map<string, number>();
  const count = (): number => [...accepted.values()].reduce((sum, each) => sum + each, 0);

  const converse = async (sendID: string): Promise<void> => {
    for (let seq = 1; telling; seq += 1) {
      // What nobody answered for is told again, as the reconciler would find it.
      while (!(await tell(program.url, { sendID, seq }))) await new Promise(setImmediate);
      accepted.set(sendID, seq);
    }
  };
  const conversations = Array.from({ length: CONVERSATIONS }, (_, at) => converse(`teller${at}`));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const enough = count() + randomInt(100, 500);
    await until(() => count() >= enough);
    program.child.kill('SIGKILL');
    await once(program.child, 'exit');
    program = await start();
  }
  telling = false;
  await Promise.all(conversations);

  const client = new pg.Client(databaseURL);
  await client.connect();
  undo.defer(() => client.end());
  const counted = async (from: string): Promise<number> =>
    Number((await client.query(`select count(*) as count from ${from}`)).rows[0]?.count);
  await until(async () => (await counted(OURS)) >= count(), 60_000);
  await until(async () => (await counted('events.set_aside')) === 0, 60_000);
  const { rows } = await client.query<{ send_id: string; seqs: string[] }>(
    `select send_id, array_agg(seq order by seq) as seqs from ${OURS} group by send_id`,
  );
  for (const { send_id: sendID, seqs } of rows)
    assert.deepEqual(
      seqs.map(Number),
      Array.from({ length: accepted.get(sendID) ?? 0 }, (_, at) => at + 1),
    );
  assert.equal(await counted(`events.inbox where key like 'message:si_bo_teller%'`), count());
  program.child.kill('SIGTERM');
  assert.equal((await once(program.child, 'exit'))[0], 0);
});

/** Pairs: what one user may read is read in one call. */
const PAIRS = Array.from({ length: 24 }, (_, at) => [`ann${at}`, `bo${at}`] as const);
const EACH = 40;

test('what OpenIM never told is read back once, however often the program is killed while it reads', async () => {
  await using undo = new AsyncDisposableStack();
  const { url: databaseURL } = undo.use(await emptyDatabase());
  const folder = undo.adopt(await mkdtemp(join(tmpdir(), 'killed-')), (path) => rm(path, { recursive: true }));
  const { openim, sandbox } = undo.use(await openLossy({ dropped: 1 }));
  await settle(openim, PAIRS.flat(), []);
  for (let nth = 0; nth < EACH; nth += 1)
    await Promise.all(PAIRS.map(([sendID, recvID]) => say(openim, sendID, { recvID }, `message ${nth}`)));

  const client = new pg.Client(databaseURL);
  await client.connect();
  undo.defer(() => client.end());
  const kept = async (): Promise<readonly string[]> => {
    const { rows } = await client.query<{ key: string }>(
      `select key from events.inbox where key like 'message:si_ann%'`,
    );
    return rows.map(({ key }) => key);
  };
  const start = async (): Promise<Program> => {
    const program = await startProgram({
      ...{ DATABASE_URL: databaseURL, DATA_DIR: folder, RECONCILER_RATE: '4' },
      ...{ OPENIM_API_URL: sandbox.apiURL, OPENIM_WS_URL: sandbox.wsURL },
      ...{ OPENIM_SECRET: sandbox.secret, OPENIM_ADMIN_USER_ID: sandbox.adminUserID },
    });
    undo.defer(() => void program.child.kill('SIGKILL'));
    return program;
  };
  const all = PAIRS.flatMap((pair) =>
    Array.from({ length: EACH }, (_, at) => `message:si_${pair.join('_')}:${at + 1}`),
  ).toSorted();

  let program = await start();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const enough = (all.length * kill) / (KILLS + 2);
    await until(async () => (await kept()).length >= enough, 60_000);
    program.child.kill('SIGKILL');
    await once(program.child, 'exit');
    assert.ok((await kept()).length < all.length, 'it was killed after all was read');
    // A node that dies lets go of its conversations after a minute: this one passes now.
    await client.query(`update events.coverage set claimed_until = '-infinity', due_at = now()`);
    await client.query('update events.walked_users set due_at = now()');
    program = await start();
  }
  const missing = async (): Promise<number> =>
    Number((await client.query('select sum(missing) as missing from events.coverage')).rows[0]?.missing);
  await until(async () => (await kept()).length >= all.length && (await missing()) === 0, 60_000);
  assert.deepEqual((await kept()).toSorted(), all);
  const indexed = async (): Promise<readonly string[]> => {
    const { rows } = await client.query<{ key: string }>(
      `select 'message:' || conversation_id || ':' || seq as key from openim.message_index where send_id like 'ann%'`,
    );
    return rows.map(({ key }) => key).toSorted();
  };
  await until(async () => (await indexed()).length >= all.length, 60_000);
  assert.deepEqual(await indexed(), all);
  program.child.kill('SIGTERM');
  assert.equal((await once(program.child, 'exit'))[0], 0);
});
