import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { freePort } from './free-port.ts';
import { start } from './program.ts';
import { percentile } from './sample.ts';

/** Decisions a second, of one process on one core. */
const RATE = 2_000;
/** ms that 99 of 100 take in our process at most. */
const TARGET_MS = 5;
const SECONDS = 10;
const WARMING_S = 5;
const TICK_MS = 1;
const CONNECTIONS = 64;
/** In the list of the first rule. */
const WORDS = 1_000;
const BANNED = 'bo';
const COMMAND = 'callbackBeforeSendSingleMsgCommand';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const word = (nth: number): string => `word${nth.toString(36)}x`;

async function ask(at: { url: string; bearer?: string }, query: string, variables: object): Promise<unknown> {
  const { url, bearer } = at;
  const authorization: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await answer.json()) as { data: unknown; errors?: readonly { message: string }[] };
  if (errors !== undefined) throw new TypeError(errors[0]?.message);
  return data;
}

const LOGIN = 'mutation ($p: String!) { adminLogin(email: "admin@example.com", password: $p) { accessToken } }';
const RULE = 'mutation ($input: RuleInput!) { createRule(input: $input, reason: "Bench") { id } }';
const BAN = 'mutation ($id: ID!) { banUser(userID: $id, reason: "Bench") { id } }';

/** Rules as large as a busy service has, and somebody who is banned. */
async function furnish(url: string, password: string): Promise<void> {
  const { adminLogin } = (await ask({ url }, LOGIN, { p: password })) as { adminLogin: { accessToken: string } };
  const at = { url, bearer: adminLogin.accessToken };
  const words = Array.from({ length: WORDS }, (_, nth) => word(nth));
  const rules = [
    { conditions: [{ keywords: { words } }], actions: [{ kind: 'REFUSE' }] },
    { conditions: [{ pattern: { pattern: '(buy|sell)\\s+\\d+\\s+coins' } }], actions: [{ kind: 'MASK' }] },
    { conditions: [{ links: { links: 'LISTED', domains: ['bad.example'] } }], actions: [{ kind: 'REFUSE' }] },
  ];
  for (const [nth, rule] of rules.entries())
    await ask(at, RULE, { input: { name: `Rule ${nth}`, state: 'ON', ...rule } });
  await ask(at, BAN, { id: BANNED });
}

/** What OpenIM asks before a message goes: from everybody, now and then from who is banned, now and then a word. */
function question(nth: number): string {
  const text = nth % 20 === 0 ? `well ${word(nth % WORDS)} there` : 'a text of a usual length, and a little more';
  return JSON.stringify({
    ...{ callbackCommand: COMMAND, sendID: nth % 50 === 0 ? BANNED : `user${nth % 500}`, recvID: `peer${nth % 500}` },
    ...{ serverMsgID: `s${nth}`, clientMsgID: `c${nth}`, operationID: `op${nth}`, senderPlatformID: 5 },
    ...{ senderNickname: 'Bench', sessionType: 1, msgFrom: 100, contentType: 101, status: 0, sendTime: Date.now() },
    ...{
      createTime: Date.now(),
      content: JSON.stringify({ content: text }),
      seq: 0,
      atUserList: null,
      faceURL: '',
      ex: '',
    },
  });
}

/** As many a second as are asked for, whether or not the ones before are answered. */
async function paced(seconds: number, decide: (nth: number) => Promise<void>): Promise<void> {
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let asked = 0; performance.now() - began < seconds * 1_000; await pause(TICK_MS))
    for (const due = ((performance.now() - began) / 1_000) * RATE; asked < due; asked += 1) under.push(decide(asked));
  await Promise.all(under);
}

interface Counted {
  readonly processor: number;
  readonly decided: number;
  readonly inTime: number;
}

/** What the gateway has counted: seconds of processor, decisions, and those within 5 ms. */
async function counted(url: string): Promise<Counted> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const sum = (pattern: RegExp): number =>
    [...page.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0);
  return {
    processor: sum(/^process_cpu_seconds_total (\S+)/gm),
    decided: sum(new RegExp(`^gateway_callback_seconds_count\\{[^}]*${COMMAND}[^}]*\\} (\\S+)`, 'gm')),
    inTime: sum(new RegExp(`^gateway_callback_seconds_bucket\\{le="0.005"[^}]*${COMMAND}[^}]*\\} (\\S+)`, 'gm')),
  };
}

const data = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(24).toString('base64url');
  const settings = [`PORT=${port}`, `DATA_DIR=${data}`, `WEBHOOK_SECRETS=${secret}`, 'SANDBOX_CALLBACKS=off'];
  await using gateway = await start(['gateway/main.ts'], settings, /admin@example\.com, password (\S+)/);
  await furnish(url, gateway.said[1] ?? '');

  const pool = new Pool(url, { connections: CONNECTIONS });
  const times: number[] = [];
  let refused = 0;
  const decide = async (nth: number): Promise<void> => {
    const from = performance.now();
    const path = `/webhooks/openim/${secret}/${COMMAND}`;
    const headers = { 'content-type': 'application/json', operationid: `op${nth}` };
    const answer = await pool.request({ method: 'POST', path, headers, body: question(nth) });
    const { nextCode } = (await answer.body.json()) as { nextCode: number };
    times.push(performance.now() - from);
    refused += nextCode;
  };
  await paced(WARMING_S, decide);
  times.length = 0;
  refused = 0;
  const before = await counted(url);
  await paced(SECONDS, decide);
  const after = await counted(url);
  await pool.close();

  const decided = after.decided - before.decided;
  const share = (after.inTime - before.inTime) / decided;
  const core = (after.processor - before.processor) / SECONDS;
  say(`${(times.length / SECONDS).toFixed(0)} decisions a second over HTTP, ${refused} of ${times.length} refused.`);
  say(`Over HTTP: p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms.`);
  say(
    `In the process: ${(share * 100).toFixed(2)} of 100 within ${TARGET_MS} ms; ${(core * 100).toFixed(0)} % of a core.`,
  );
  if (share < 0.99 || times.length < RATE * SECONDS * 0.98 || refused === 0) process.exitCode = 1;
} finally {
  await rm(data, { recursive: true, force: true });
}
