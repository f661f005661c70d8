import { createSecretKey } from 'node:crypto';
import { request } from 'node:http';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { type Logger, pino } from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { type DoorParts, openDoor } from '../../gateway/door.ts';
import { createObserver, type Observer } from '../../gateway/observe.ts';
import { openElsewhere } from '../../gateway/open-elsewhere.ts';
import type { SessionKey } from '../../subgraphs/kit/credentials.ts';
import type { FaultReason } from '../../subgraphs/kit/faults.ts';
import type { RequestScope } from '../../subgraphs/kit/request.ts';
import { SCALARS } from '../../subgraphs/kit/scalars.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { AdminViewer } from '../../subgraphs/kit/viewer.ts';
import { apartByEnvironment, serveApart } from '../world/apart.ts';
import { type Signing, sign } from './signer.ts';

export const ALICE = { keyid: 'alice-session', key: Buffer.alloc(32, 1) };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@inaccessible", "@authenticated", "@requiresScopes"])\n`;

/** Resolvers of a test's own subgraph; their context is the request. */
type Resolvers = Record<string, Record<string, unknown>>;

/** A subgraph made of its SDL; it links federation by itself where it wants another link than the usual. */
export function subgraph(name: Subgraph['name'], sdl: string, resolvers: Resolvers): Subgraph<RequestScope> {
  const typeDefs = parse(sdl.includes('@link') ? sdl : LINK + sdl);
  const used = Object.fromEntries(Object.entries(SCALARS).filter(([scalar]) => sdl.includes(`scalar ${scalar}`)));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...used, ...resolvers } as never }]);
  return { name, typeDefs, schema, contextFor: (scope) => scope, personal: null };
}

export function compose(subgraphs: readonly Subgraph[]): string {
  const composed = composeServices(subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}` })));
  if (composed.errors)
    throw new AggregateError(composed.errors, composed.errors.map((error) => error.message).join('\n'));
  return composed.supergraphSdl;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Untyped: a test reads what it expects to find. */
  readonly json: ReturnType<typeof JSON.parse>;
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** One HTTP request, byte for byte as asked: fetch would normalise its target. */
export function send(port: number, { method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers } as never, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const json = /json/.test(answer.headers['content-type'] ?? '') && text !== '' ? JSON.parse(text) : null;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface World extends AsyncDisposable {
  readonly port: number;
  readonly log: string[];
  /** Nonces spent, in their order. */
  readonly spent: { nonce: string; created: number; mutation: boolean }[];
  readonly lookups: string[];
  send(sent: Sent): Promise<Answer>;
  /** Stops as the program does at a signal. */
  close(grace: number): Promise<void>;
  /** As nobody. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** As Alice, with a signature that each test may bend. */
  askSigned(query: string, bent?: Partial<Signing>, headers?: Record<string, string>): Promise<Answer>;
}

export interface WorldOptions extends Partial<DoorParts> {
  readonly subgraphs: readonly Subgraph[];
  readonly find?: (id: string) => Promise<SessionKey | FaultReason>;
  readonly admins?: Readonly<Record<string, AdminViewer | FaultReason>>;
  readonly now?: () => number;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** With `APART=all`, the subgraphs of this world behind HTTP. */
async function apartIn(
  subgraphs: readonly Subgraph[],
  ground: { observer: Observer; log: Logger },
  undo: AsyncDisposableStack,
): Promise<Pick<DoorParts, 'elsewhere'>> {
  if (apartByEnvironment().length === 0) return {};
  const store = createMemoryStore(ground.log);
  undo.defer(() => store.close());
  const config = await serveApart(subgraphs, { ...ground, store }, undo);
  return { elsewhere: openElsewhere({ ...ground, config }, undo).sources };
}

export async function openWorld(options: WorldOptions): Promise<World> {
  const log: string[] = [];
  const spent: World['spent'] = [];
  const lookups: string[] = [];
  const viewer = { kind: 'user', id: 'alice', session: ALICE.keyid, device: 'phone', platform: 1 } as const;
  const find = async (id: string): Promise<SessionKey | FaultReason> =>
    id === ALICE.keyid ? { viewer, key: createSecretKey(ALICE.key) } : 'SESSION_UNKNOWN';
  const undo = new AsyncDisposableStack();
  const observer = options.observer ?? createObserver();
  const sink = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const door = await openDoor({
    host: '127.0.0.1',
    port: 0,
    trustProxy: [],
    corsOrigins: [],
    stickers: { read: async () => null, take: () => Promise.reject(new Error('nothing is taken')) },
    sharedLists: { read: async () => null },
    supergraph: options.supergraph ?? compose(options.subgraphs),
    authorities: {
      now: options.now ?? Date.now,
      sessions: {
        find: (id) => {
          lookups.push(id);
          return (options.find ?? find)(id);
        },
        spend: async (_session, proof) => {
          if (spent.some(({ nonce }) => nonce === proof.nonce)) return 'REPLAYED';
          spent.push(proof);
          return null;
        },
        endOf: async () => null,
      },
      admins: { verify: async (token) => options.admins?.[token] ?? 'TOKEN_INVALID' },
    },
    dependencies: [],
    wellKnown: { identityKeys: [], adminKeys: () => [], endpoints: () => ({}) },
    outbox: null,
    observer,
    log: sink,
    ...(await apartIn(options.subgraphs, { observer, log: sink }, undo)),
    ...options,
  });
  undo.defer(() => door.close(0));
  const { port } = door;
  return {
    port,
    log,
    spent,
    lookups,
    send: (sent) => send(port, sent),
    close: async (grace) => {
      await door.close(grace);
      await undo.disposeAsync();
    },
    ask: (query, variables, headers) =>
      send(port, { headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify({ query, variables }) }),
    askSigned: (query, bent, headers) => {
      const body = JSON.stringify({ query });
      return send(port, { headers: { ...JSON_HEADERS, ...sign({ ...ALICE, body, ...bent }), ...headers }, body });
    },
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}
