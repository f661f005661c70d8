import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../bench/free-port.ts';
import { type Client, createClient } from '../../client/index.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { type RealServer, startDebianPostgres, startRedis } from './servers.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

/** One node of the product: the very command of production, as a process of its own. */
export interface Node {
  readonly port: number;
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote, both ways. */
  said(): string;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Production on one machine: Postgres, Redis, a mail server, an OpenIM, and any number of nodes. */
export interface Production extends AsyncDisposable {
  readonly postgres: RealServer;
  readonly redis: RealServer;
  readonly openim: Sandbox;
  readonly mailbox: Mailbox;
  /** A folder that a node could write to; production writes nothing. */
  written(): Promise<string[]>;
  node(settings?: Readonly<Record<string, string>>): Promise<Node>;
  /** One subgraph as a process of its own. */
  subgraph(name: string): Promise<Node>;
  client(url: string): Client;
  signIn(url: string, email: string): Promise<Client>;
}

export async function openProduction(): Promise<Production> {
  const stack = new AsyncDisposableStack();
  const postgres = stack.use(await startDebianPostgres());
  const redis = stack.use(await startRedis());
  const mailbox = stack.use(await openMailbox());
  const openim = stack.adopt(await startSandbox({ presenceEveryMs: 50 }), (sandbox) => sandbox.stop());
  const folder = stack.adopt(await mkdtemp(join(tmpdir(), 'production-')), (path) => rm(path, { recursive: true }));
  const keys = execFileSync(process.execPath, ['gateway/admin.ts', 'keys'], { cwd: ROOT, encoding: 'utf8' });
  const settings = {
    ...Object.fromEntries(
      keys
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    ),
    NODE_ENV: 'production',
    PUBLIC_URL: 'http://chat.example',
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    OPENIM_API_URL: openim.apiURL,
    OPENIM_WS_URL: openim.wsURL,
    OPENIM_ADMIN_USER_ID: openim.adminUserID,
    OPENIM_SECRET: openim.secret,
    OTP_DELIVERY: mailbox.url,
    OTP_LIMITS: 'resend=1,addressHour=10000',
    DATA_DIR: join(folder, 'data'),
    TRUST_PROXY: 'loopback',
  };
  const client = (url: string): Client =>
    createClient({ url: `${url}/graphql`, device: { name: 'Test', platform: 'WEB' } });

  return {
    postgres,
    redis,
    openim,
    mailbox,
    written: () => readdir(folder),
    node: async (more = {}) =>
      stack.adopt(await startNode({ ...settings, ...more }), async (node) => void (await node.stop('SIGKILL'))),
    subgraph: async (name) =>
      stack.adopt(await startNode(settings, ['gateway/subgraph.ts', name]), async (node) => {
        await node.stop('SIGKILL');
      }),
    client,
    async signIn(url, email) {
      const made = client(url);
      const { id } = await made.requestOTP({ email });
      await made.verifyOTP({ challengeID: id, code: await mailbox.codeFor(email) });
      return made;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function startNode(settings: Readonly<Record<string, string>>, program = ['gateway/main.ts']): Promise<Node> {
  const port = await freePort();
  const env = { PATH: process.env.PATH ?? '', PORT: String(port), ...settings };
  const child = spawn(process.execPath, program, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) output.on('data', (bytes: Buffer) => lines.push(bytes.toString()));
  const said = (): string => lines.join('');
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, said).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    port,
    url,
    process: child,
    said,
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let nth = 0; nth < 600; nth++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new TypeError(`the node did not get ready:\n${said()}`);
}
