import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Pool } from 'undici';
import { type Postgres, startPostgres } from './postgres.ts';
import { start } from './program.ts';
import { percentile } from './sample.ts';

/** Events a second that are told, each answered once it is durable. */
const TARGET = 3_000;
const SECONDS = 8;
const TICK_MS = 10;
/** Connections that OpenIM, or a bench, may have open. */
const CONNECTIONS = 128;
/** As many as the gateway's own pool has. */
const SINGLE_CONNECTIONS = 16;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const run = randomBytes(4).toString('hex');
let seq = 0;

/** What OpenIM tells of a message that it has stored; each of its own. */
function saved(): { conversationID: string; body: string } {
  seq += 1;
  const [sendID, recvID] = [`bench${run}a${seq % 50}`, `bench${run}b${seq % 50}`];
  const now = Date.now();
  const body = {
    ...{ callbackCommand: 'callbackAfterMsgSaveDBCommand', sendID, recvID, groupID: '' },
    ...{ serverMsgID: `${run}${seq}`, clientMsgID: `c${run}${seq}`, operationID: `op${seq}`, senderPlatformID: 5 },
    ...{ senderNickname: 'Bench', sessionType: 1, msgFrom: 100, contentType: 101, status: 2, sendTime: now },
    ...{ createTime: now, content: '{"content":"a text of a usual length, and a little more"}', seq },
    ...{ atUserList: null, faceURL: '', ex: '' },
  };
  return { conversationID: `si_${sendID}_${recvID}`, body: JSON.stringify(body) };
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
}

/** As many a second as are asked for, whether or not the ones before are answered. */
async function paced(perSecond: number, tell: () => Promise<boolean>): Promise<Measured> {
  const times: number[] = [];
  const under: Promise<void>[] = [];
  let refused = 0;
  const began = performance.now();
  const one = async (): Promise<void> => {
    const from = performance.now();
    if (await tell()) times.push(performance.now() - from);
    else refused += 1;
  };
  for (let told = 0; performance.now() - began < SECONDS * 1_000; await pause(TICK_MS))
    for (const due = ((performance.now() - began) / 1_000) * perSecond; told < due; told += 1) under.push(one());
  await Promise.all(under);
  return measured(times, { began, refused });
}

/** As many as there can be. */
async function flatOut(callers: number, tell: () => Promise<boolean>): Promise<Measured> {
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - began < SECONDS * 1_000) {
      const from = performance.now();
      if (await tell()) times.push(performance.now() - from);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return measured(times, { began, refused });
}

function measured(times: readonly number[], { began, refused }: { began: number; refused: number }): Measured {
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99), refused };
}

const row = (what: string, { perSecond, p50, p99, refused }: Measured): void =>
  say(
    what.padEnd(52) +
      [perSecond.toFixed(0), p50.toFixed(2), p99.toFixed(2), refused].map((each) => `${each}`.padStart(9)).join(''),
  );

/** The same rows, written one by one by as many connections as the gateway has. */
async function singles({ url }: Postgres): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: url, max: SINGLE_CONNECTIONS });
  await pool.query('create table single (like events.inbox including all)');
  const insert = `insert into single (id, key, stream, shard, kind, source, at, fact)
    values (gen_random_uuid(), $1, $2, 0, 'MESSAGE_SAVED', 'CALLBACK', now(), $3) on conflict (key) do nothing`;
  const tell = async (): Promise<boolean> => {
    const { conversationID, body } = saved();
    await pool.query(insert, [`message:${conversationID}:${seq}`, conversationID, body]);
    return true;
  };
  const result = await flatOut(CONNECTIONS, tell);
  await pool.end();
  return result;
}

/** Seconds of processor that the gateway has had. */
async function processor(gateway: string): Promise<number> {
  const page = await (await fetch(`${gateway}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(page)?.[1]);
}

const data = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  await using postgres = await startPostgres();
  const secret = randomBytes(24).toString('base64url');
  const settings = [`PORT=0`, `DATA_DIR=${data}`, `DATABASE_URL=${postgres.url}`, `WEBHOOK_SECRETS=${secret}`];
  await using gateway = await start(['gateway/main.ts'], settings, /ready at (\S+)\/graphql/);
  const url = gateway.said[1] ?? '';
  const pool = new Pool(url, { connections: CONNECTIONS });
  const path = `/webhooks/openim/${secret}/callbackAfterMsgSaveDBCommand`;
  const tell = async (): Promise<boolean> => {
    const headers = { 'content-type': 'application/json', operationid: `op${seq}` };
    const answer = await pool.request({ method: 'POST', path, headers, body: saved().body });
    await answer.body.dump();
    return answer.statusCode === 200;
  };
  await paced(TARGET / 2, tell);

  say(`${''.padEnd(52)}${['a second', 'p50 ms', 'p99 ms', 'refused'].map((each) => each.padStart(9)).join('')}`);
  const before = { spent: await processor(url), seq };
  const asked = await paced(TARGET, tell);
  row(`told ${TARGET} a second, answered when durable`, asked);
  const most = await flatOut(CONNECTIONS, tell);
  row(`as many as ${CONNECTIONS} callers can tell`, most);
  await pool.close();
  const each = ((await processor(url)) - before.spent) / (seq - before.seq);
  const single = await singles(postgres);
  row(`for comparison: single rows on ${SINGLE_CONNECTIONS} connections, no HTTP`, single);
  say(`With HTTP around it, ${(most.perSecond / single.perSecond).toFixed(2)} times the rate of single rows without.`);
  say(`The gateway spent ${(each * 1_000).toFixed(3)} ms of processor on each, its consumers included.`);
  if (asked.perSecond < TARGET * 0.98 || asked.refused > 0) process.exitCode = 1;
} finally {
  await rm(data, { recursive: true, force: true });
}
