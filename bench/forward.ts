import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../client/index.ts';
import { start } from './program.ts';
import { percentile, time } from './sample.ts';

/** Fewer than one user may have forwarded in a minute. */
const WARMING = 150;
const MEASURED = 1_000;
/** ms that the median may be above a direct call's. */
const TARGET = 1;

/** A route, and what one asks it about oneself. */
const ROUTES: Readonly<Record<string, (userID: string) => object>> = {
  '/msg/get_server_time': () => ({}),
  '/user/get_users_info': (userID) => ({ userIDs: [userID] }),
  '/friend/get_friend_list': (userID) => ({ userID, pagination: { pageNumber: 1, showNumber: 100 } }),
  '/conversation/get_incremental_conversations': (userID) => ({ userID, version: 0, versionID: '' }),
};

interface Person {
  readonly userID: string;
  readonly token: string;
}

async function signIn(gateway: string, email: string): Promise<Person> {
  const client = createClient({ url: `${gateway}/graphql`, device: { name: 'Bench', platform: 'WEB' } });
  const { id: challengeID } = await client.requestOTP({ email });
  const sent = (await (await fetch(`${gateway}/dev/outbox`)).json()) as { to: string; code: string }[];
  const code = sent.find(({ to }) => to === email)?.code ?? '';
  const { userID, imToken } = await client.verifyOTP({ challengeID, code, nickname: 'Bench' });
  return { userID, token: imToken ?? '' };
}

interface Measure {
  readonly route: string;
  readonly direct: readonly number[];
  readonly forwarded: readonly number[];
}

/** The two ways in turns, and each as often the first of a pair as the other. */
async function measure(ways: { gateway: string; openim: string }, person: Person, route: string): Promise<Measure> {
  const body = JSON.stringify(ROUTES[route]?.(person.userID));
  const ask = (base: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', token: person.token, operationID: randomUUID() };
    return time({ url: base + route, body, headers });
  };
  const direct: number[] = [];
  const forwarded: number[] = [];
  for (let nth = 0; nth < WARMING + MEASURED; nth += 1) {
    const gatewayFirst = nth % 2 === 0;
    const first = await ask(gatewayFirst ? `${ways.gateway}/openim` : ways.openim);
    const second = await ask(gatewayFirst ? ways.openim : `${ways.gateway}/openim`);
    if (nth < WARMING) continue;
    forwarded.push(gatewayFirst ? first : second);
    direct.push(gatewayFirst ? second : first);
  }
  return { route, direct, forwarded };
}

const figures = ({ direct, forwarded }: Measure, share: number) => {
  const [plain, through] = [percentile(direct, share), percentile(forwarded, share)];
  return { direct: plain, forwarded: through, above: through - plain, ratio: through / plain };
};

const cells = ({ direct, forwarded, above, ratio }: ReturnType<typeof figures>): string =>
  [direct, forwarded, above].map((ms) => ms.toFixed(3).padStart(9)).join('') + `${ratio.toFixed(2)}×`.padStart(8);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const data = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const openimOptions = ['--api-port', '0', '--ws-port', '0', '--data', join(data, 'openim')];
  await using openim = await start(['sandbox/main.ts', ...openimOptions], [], /API (\S+?), WebSocket (\S+?),/);
  const [, apiURL = '', wsURL = ''] = openim.said;
  const settings = {
    ...{ PORT: '0', DATA_DIR: join(data, 'gateway'), OPENIM_API_URL: apiURL, OPENIM_WS_URL: wsURL },
    ...{ OPENIM_ADMIN_USER_ID: 'imAdmin', OPENIM_SECRET: 'openIM123' },
  };
  const named = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  await using gateway = await start(['gateway/main.ts'], named, /ready at (\S+)\/graphql/);
  const ways = { gateway: gateway.said[1] ?? '', openim: apiURL };

  say(`ms over loopback, ${MEASURED} of each in turns${' '.repeat(13)}p50${' '.repeat(33)}p99`);
  say(`${''.padEnd(44)}${'   direct  through    above   ratio'.repeat(2)}`);
  let worst = 0;
  for (const [nth, route] of Object.keys(ROUTES).entries()) {
    const person = await signIn(ways.gateway, `bench-${nth}@example.com`);
    const measured = await measure(ways, person, route);
    const median = figures(measured, 0.5);
    say(route.padEnd(44) + cells(median) + cells(figures(measured, 0.99)));
    worst = Math.max(worst, median.above);
  }
  say(`The median is at most ${worst.toFixed(3)} ms above a direct call; the target is ${TARGET} ms.`);
  if (worst >= TARGET) process.exitCode = 1;
} finally {
  await rm(data, { recursive: true, force: true });
}
