import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '../client/index.ts';
import { start } from './program.ts';
import { percentile } from './sample.ts';

/** Who runs the plans, ours first. */
const EXECUTORS = ['compiled', 'apollo'] as const;
const PEOPLE = 5;
const MESSAGES = 55;
const CONNECTIONS = 8;
const ROUND = 200;
const ROUNDS = 10;

const PAGE = `fragment File on Media { id url mimeType size width height duration }
  fragment Body on MessageContent {
    __typename summary
    ... on TextualContent { text mentionsAll } ... on PictureContent { alt source { ...File } } ... on FileContent { name source { ...File } }
  }
  query ($id: ID!) {
    conversation(id: $id) {
      id kind unreadCount
      messages(last: 50) {
        edges { cursor node { id seq sentAt revoked contentType sender { id nickname avatar { id url } } content { ...Body } } }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }`;
const ME = '{ me { id nickname } }';

type Executor = (typeof EXECUTORS)[number];

interface Place {
  readonly executor: Executor;
  readonly url: string;
  readonly clients: readonly Client[];
  readonly groupID: string;
}

async function ask(client: Client, document: string, variables: object = {}): Promise<unknown> {
  const { data, errors } = await client.query(document as never, variables as never);
  if (data === null || errors.length > 0) throw new TypeError(JSON.stringify(errors));
  return data;
}

async function signIn(url: string, email: string): Promise<{ client: Client; userID: string }> {
  const client = createClient({ url: `${url}/graphql`, device: { name: 'Bench', platform: 'WEB' } });
  const { id: challengeID } = await client.requestOTP({ email });
  const sent = (await (await fetch(`${url}/dev/outbox`)).json()) as { to: string; code: string }[];
  const code = sent.find(({ to }) => to === email)?.code ?? '';
  const { userID } = await client.verifyOTP({ challengeID, code, nickname: 'Bench' });
  return { client, userID };
}

/** A group in which everybody has written: texts, pictures and files. */
async function furnish(executor: Executor, url: string): Promise<Place> {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, nth) => signIn(url, `${executor}-${nth}@example.com`)),
  );
  const [first, ...others] = people;
  if (first === undefined) throw new TypeError('nobody is there');
  const create = 'mutation ($ids: [ID!]!) { createGroup(input: { name: "Bench", memberIDs: $ids }) { id } }';
  const made = await ask(first.client, create, { ids: others.map(({ userID }) => userID) });
  const groupID = (made as { createGroup: { id: string } }).createGroup.id;
  const send =
    'mutation ($to: ID!, $content: MessageContentInput!) { sendMessage(input: { groupID: $to, content: $content }) { id } }';
  for (let nth = 0; nth < MESSAGES; nth += 1) {
    const { client } = people[nth % PEOPLE] ?? first;
    await ask(client, send, { to: groupID, content: contentOf(nth) });
  }
  return { executor, url, clients: people.map(({ client }) => client), groupID };
}

function contentOf(nth: number): object {
  if (nth % 4 === 0)
    return { picture: { url: `https://cdn.example/${nth}.png`, width: 640, height: 480, size: 1_000 } };
  return nth % 7 === 0
    ? { file: { url: `https://cdn.example/${nth}.pdf`, name: `${nth}.pdf` } }
    : { text: { text: `What was said as number ${nth}` } };
}

/** Seconds of processor time that the gateway has used. */
async function cpuOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

interface Round {
  /** Requests a second. */
  readonly rate: number;
  /** µs of processor time a request. */
  readonly cpu: number;
}

async function round({ url, clients }: Place, document: string, variables: object): Promise<Round> {
  let left = ROUND;
  const before = await cpuOf(url);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, nth) => {
      const client = clients[nth % clients.length];
      while (client !== undefined && left-- > 0) await ask(client, document, variables);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return { rate: ROUND / seconds, cpu: (((await cpuOf(url)) - before) / ROUND) * 1e6 };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ours against Apollo's: of each pair of rounds the ratio, and of the ratios the middle and the spread. */
async function compare(name: string, places: readonly Place[], document: string): Promise<void> {
  const measured: Record<Executor, Round[]> = { compiled: [], apollo: [] };
  for (let nth = -1; nth < ROUNDS; nth += 1)
    for (const place of nth % 2 === 0 ? places : places.toReversed()) {
      const seen = await round(place, document, { id: `sg_${place.groupID}` });
      if (nth >= 0) measured[place.executor].push(seen);
    }
  for (const figure of ['rate', 'cpu'] as const) {
    const ratios = measured.compiled.map((one, nth) => one[figure] / (measured.apollo[nth]?.[figure] ?? Number.NaN));
    const of = (executor: Executor): string =>
      percentile(
        measured[executor].map((one) => one[figure]),
        0.5,
      )
        .toFixed(0)
        .padStart(8);
    const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => percentile(ratios, share).toFixed(2));
    const unit = figure === 'rate' ? 'requests/s' : 'µs CPU/request';
    say(`${name.padEnd(6)} ${unit.padEnd(15)} ${of('compiled')} ${of('apollo')}   ×${middle} (${low} to ${high})`);
  }
}

const data = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const openimOptions = ['--api-port', '0', '--ws-port', '0', '--data', join(data, 'openim')];
  await using openim = await start(['sandbox/main.ts', ...openimOptions], [], /API (\S+?), WebSocket (\S+?),/);
  const [, apiURL = '', wsURL = ''] = openim.said;
  await using stack = new AsyncDisposableStack();
  const places: Place[] = [];
  for (const executor of EXECUTORS) {
    const settings = {
      ...{ PORT: '0', DATA_DIR: join(data, executor), EXECUTOR: executor, RECONCILER_RATE: '0' },
      ...{ OPENIM_API_URL: apiURL, OPENIM_WS_URL: wsURL, OPENIM_ADMIN_USER_ID: 'imAdmin', OPENIM_SECRET: 'openIM123' },
    };
    const named = Object.entries(settings).map(([setting, value]) => `${setting}=${value}`);
    const gateway = stack.use(await start(['gateway/main.ts'], named, /ready at (\S+)\/graphql/));
    places.push(await furnish(executor, gateway.said[1] ?? ''));
  }
  say(`${ROUNDS} rounds of ${ROUND} in turns, ${CONNECTIONS} at a time   compiled   apollo   ratio (10 % to 90 %)`);
  await compare('page', places, PAGE);
  await compare('me', places, ME);
} finally {
  await rm(data, { recursive: true, force: true });
}
