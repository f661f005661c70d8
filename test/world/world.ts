import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Client, type ClientOptions, createClient } from '../../client/index.ts';
import { readConfig } from '../../gateway/config.ts';
import { type Running, start } from '../../gateway/start.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { type Actor, actorOf } from './actor.ts';
import { apartByEnvironment, startApart } from './apart.ts';
import { emptyDatabase } from './database.ts';
import { countStatements, upstreamCalls } from './meter.ts';

export type { Actor } from './actor.ts';

export interface World extends AsyncDisposable {
  /** The gateway's origin. */
  readonly url: string;
  readonly running: Running;
  /** A client that nobody has signed in with. */
  visitor(options?: Partial<ClientOptions>): Client;
  /** Signs in with a one-time code from the outbox, by phone number or e-mail; a new address is a new user. */
  signIn(address: string, nickname?: string, options?: Partial<ClientOptions>): Promise<Actor>;
  /** The code that was sent there last. */
  codeFor(address: string): Promise<string>;
  /** Does the work, and tells what it cost. */
  price<Result>(work: () => Promise<Result>): Promise<Price<Result>>;
  /** Every line that was logged, at every level. */
  readonly log: readonly string[];
}

export interface Price<Result> {
  readonly result: Result;
  /** Calls to OpenIM: of one route, or of all. */
  calls(route?: string): number;
  /** SQL statements. */
  readonly statements: number;
}

const OPENIM = ['OPENIM_API_URL', 'OPENIM_WS_URL', 'OPENIM_ADMIN_USER_ID', 'OPENIM_SECRET'] as const;

/** A running OpenIM, where the caller's environment names one; else the sandbox. */
const namedOpenIM = (): Readonly<Record<string, string>> =>
  Object.fromEntries(OPENIM.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/**
 * The whole product, with everything embedded but what `environment` names (`REDIS_URL`, `OPENIM_API_URL`, …), and all
 * subgraphs in one process but those that are `apart`.
 */
export async function openWorld(
  environment: Readonly<Record<string, string>> = {},
  apart: readonly Subgraph['name'][] = apartByEnvironment(),
): Promise<World> {
  const undo = new AsyncDisposableStack();
  const databaseURL = environment.DATABASE_URL ?? undo.use(await emptyDatabase()).url;
  const dataDir = mkdtempSync(join(tmpdir(), 'world-'));
  undo.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  // What asks OpenIM or the internet by itself, or is told by it, would be in the prices.
  const own = {
    PORT: '0',
    RECONCILER_RATE: '0',
    SANDBOX_CALLBACKS: 'off',
    LINK_PREVIEWS: 'off',
    MEDIA_READING: 'off',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseURL,
    ...namedOpenIM(),
  };
  const log: string[] = [];
  const sink = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const config = readConfig({ ...own, ...environment });
  const running = await (apart.length === 0 ? start(config, sink) : startApart(apart, config, sink));
  undo.defer(() => running.stop());
  const { url } = running;

  const visitor: World['visitor'] = (options) =>
    createClient({ url: `${url}/graphql`, device: { name: 'Test', platform: 'WEB' }, ...options });
  const codeFor: World['codeFor'] = async (address) => {
    const messages = (await (await fetch(`${url}/dev/outbox`)).json()) as { to: string; code: string }[];
    const found = messages.find(({ to }) => to === address);
    if (!found) throw new Error('No code was sent there.');
    return found.code;
  };

  return {
    url,
    running,
    log,
    visitor,
    codeFor,
    price: (work) => priceOf(url, work),
    signIn: async (address, nickname, options) => {
      const client = visitor(options);
      const { id: challengeID } = await client.requestOTP(
        address.includes('@') ? { email: address } : { phone: address },
      );
      const answer = { challengeID, code: await codeFor(address), ...(nickname === undefined ? {} : { nickname }) };
      return actorOf(client, await client.verifyOTP(answer));
    },
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}

async function priceOf<Result>(url: string, work: () => Promise<Result>): Promise<Price<Result>> {
  const before = await upstreamCalls(url);
  const counter = countStatements();
  const result = await work().finally(counter.stop);
  const after = await upstreamCalls(url);
  const spent = [...after].map(([route, count]) => ({ route, count: count - (before.get(route) ?? 0) }));
  return {
    result,
    statements: counter.count,
    calls: (route) =>
      spent.filter((each) => route === undefined || each.route === route).reduce((sum, { count }) => sum + count, 0),
  };
}
