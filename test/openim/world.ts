import { createServer } from 'node:http';
import { type ExecutionResult, graphql } from 'graphql';
import type { Knex } from 'knex';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { AuditLog } from '../../subgraphs/kit/audit.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { UserViewer, Viewer } from '../../subgraphs/kit/viewer.ts';
import { createOpenIMSubgraph, type OpenIMSubgraph } from '../../subgraphs/openim/index.ts';
import type { Call } from '../../subgraphs/openim/rest/call.ts';
import { createOpenIM, type OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { noEvents, noWebhooks } from '../events/no-events.ts';
import { admin, close, listen, log } from '../openim-rest/double.ts';
import { adminToken, call } from '../sandbox/wire.ts';
import { emptyDatabase } from '../world/database.ts';

/** What stands in OpenIM's answer instead of what it said; `null` for no answer at all. */
import { coverage, figures } from './uncovered.ts';

export type Twist = (data: never, body: never) => unknown;

export interface World extends AsyncDisposable {
  /** OpenIM's own admin, past everything of ours. */
  readonly openim: OpenIM;
  /** A call of that admin's. */
  admin(): Call;
  /** A user of OpenIM's, made for this world, who asks the subgraph. */
  person(id: string, nickname?: string): Promise<Actor>;
  /** Somebody of another kind. */
  viewer(viewer: Viewer): Actor;
  /** The same subgraph on another node: its own memory, the same database. */
  otherNode(): Promise<(viewer: string) => Actor>;
  /** Sends a text past the subgraph. */
  says(from: string, to: { userID: string } | { groupID: string }, ...texts: readonly string[]): Promise<void>;
  /** Routes that were asked since the meter was reset, in their order. */
  calls(): readonly string[];
  queries(): readonly string[];
  resetMeter(): void;
  /** OpenIM's admin asks a route that we have no use for. */
  post(route: string, body: object): Promise<void>;
  /** From now on statements like this fail; `null` ends it. */
  breakSQL(statement: RegExp | null): void;
  /** From now on answers of this route are changed on their way; `null` ends it. */
  twist(route: string, twist: Twist | null): void;
}

export type Answer = ExecutionResult & { readonly reasons: readonly unknown[] };

export interface Actor {
  readonly id: string;
  /** Data and errors; `reasons` are those of the errors. The deadline is in ms. */
  ask(source: string, variables?: object, deadline?: number): Promise<Answer>;
  /** The data, when there is no error in the answer; else it throws. */
  query<Data>(source: string, variables?: object): Promise<Data>;
}

export interface Options {
  readonly language?: string;
  /** Where what admins do is recorded; nowhere when absent. */
  readonly audit?: AuditLog;
}

const NOWHERE: AuditLog = { record: async () => undefined };

const WEB = 5;
const asUser = (id: string): UserViewer => ({ kind: 'user', id, session: 's', device: 'd', platform: WEB });

/** The subgraph alone, on a database of its own and an OpenIM of its own that can be made to fail. */
export async function openWorld({ language = 'en', audit = NOWHERE }: Options = {}): Promise<World> {
  const database = await emptyDatabase();
  const sandbox = await startSandbox({ presenceEveryMs: 50 });
  const { secret, adminUserID } = sandbox;
  let calls: string[] = [];
  let queries: string[] = [];
  const twists = new Map<string, Twist>();
  const apiURL = await openBetween(sandbox.apiURL, twists);
  const store = createMemoryStore(log);
  const options = { secret, adminUserID, store, log, policy: 1, production: false } as const;
  const db = openDatabase(database.url, log);
  db.on('query', ({ sql }: { sql: string }) => queries.push(sql));
  const sql = breakable(db);
  const openim = createOpenIM({ ...options, apiURL: apiURL.url, onCall: ({ route }) => calls.push(route) });
  const straight = createOpenIM({ ...options, apiURL: sandbox.apiURL, store: createMemoryStore(log) });
  const nodes = [
    await createOpenIMSubgraph({
      openim,
      stickers: { find: async () => null, sent: () => undefined },
      directory: { note: () => undefined },
      coverage,
      ...{ figures, pipeline: noEvents, webhooks: noWebhooks },
      audit,
      db,
      log,
    }),
  ];

  return {
    openim: straight,
    admin,
    person: async (id, nickname = id) => {
      await straight.users.register([{ userID: id, nickname, faceURL: '' }], admin());
      return actorOf(nodes[0], asUser(id), language);
    },
    viewer: (viewer) => actorOf(nodes[0], viewer, language),
    otherNode: async () => {
      const node = await createOpenIMSubgraph({
        openim,
        stickers: { find: async () => null, sent: () => undefined },
        directory: { note: () => undefined },
        coverage,
        ...{ figures, pipeline: noEvents, webhooks: noWebhooks },
        audit,
        db,
        log,
      });
      nodes.push(node);
      return (id) => actorOf(node, asUser(id), language);
    },
    says: async (from, to, ...texts) => {
      for (const content of texts)
        await straight.messages.send({ ...plain, sendID: from, ...to, ...kindOf(to), content: { content } }, admin());
    },
    calls: () => calls.filter((route) => !route.startsWith('/auth/')),
    queries: () => queries,
    post: async (route, body) => {
      const { errCode, errMsg } = await call(sandbox, route, body, await adminToken(sandbox));
      if (errCode !== 0) throw new Error(`${route}: ${errCode} ${errMsg}`);
    },
    breakSQL: sql.breakAt,
    resetMeter: () => {
      calls = [];
      queries = [];
    },
    twist: (route, twist) => void (twist === null ? twists.delete(route) : twists.set(route, twist)),
    [Symbol.asyncDispose]: async () => {
      for (const node of nodes) await node.stop();
      await openim.stop();
      await straight.stop();
      await apiURL.close();
      await sandbox.stop();
      await db.destroy();
      await database[Symbol.asyncDispose]();
    },
  };
}

const plain = { senderNickname: '', senderFaceURL: '', senderPlatformID: WEB, contentType: 101 };
const kindOf = (to: { userID: string } | { groupID: string }) =>
  'userID' in to ? { recvID: to.userID, sessionType: 1 } : { sessionType: 3 };

/** A database whose statements fail where they look like this, as they do when it is gone. */
function breakable({ client }: Knex): { breakAt(statement: RegExp | null): void } {
  let broken: RegExp | null = null;
  const query = client.query.bind(client) as (connection: unknown, asked: string | { sql: string }) => Promise<unknown>;
  client.query = async (connection: unknown, asked: string | { sql: string }) => {
    if (broken?.test(typeof asked === 'string' ? asked : asked.sql)) throw new Fault('STORE_UNAVAILABLE');
    return query(connection, asked);
  };
  return {
    breakAt: (statement) => {
      broken = statement;
    },
  };
}

/** Stands between the subgraph and OpenIM, and changes answers on their way. */
async function openBetween(apiURL: string, twists: ReadonlyMap<string, Twist>) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const route = request.url ?? '';
    const headers = {
      'content-type': 'application/json',
      operationID: String(request.headers.operationid),
      token: String(request.headers.token),
    };
    const real = await fetch(apiURL + route, { method: 'POST', body, headers });
    const text = await real.text();
    const twist = twists.get(route);
    if (twist === undefined) return response.writeHead(real.status).end(text);
    const answer = JSON.parse(text) as { data: unknown };
    const twisted = twist(answer.data as never, JSON.parse(body) as never);
    if (twisted === null) return request.socket.destroy();
    response.writeHead(200).end(JSON.stringify({ ...answer, ...(twisted as object) }));
  });
  const url = await listen(server);
  return { url, close: () => close(server) };
}

function actorOf(node: OpenIMSubgraph | undefined, viewer: Viewer, language: string): Actor {
  if (node === undefined) throw new Error('The world has no node.');
  const { schema, contextFor } = node.subgraph;
  const ask = async (source: string, variables: object = {}, deadline = 10_000): Promise<Answer> => {
    const signal = AbortSignal.timeout(deadline);
    const scope = { id: 'r', ip: '127.0.0.1', language, signal, log, viewer, become: () => undefined };
    const contextValue = contextFor(scope);
    const answer = await graphql({ schema, source, contextValue, variableValues: { ...variables } });
    const plainAnswer = JSON.parse(JSON.stringify(answer)) as ExecutionResult;
    return { ...plainAnswer, reasons: (plainAnswer.errors ?? []).map(({ extensions }) => extensions?.reason) };
  };
  return {
    id: viewer.kind === 'anonymous' ? '' : viewer.id,
    ask,
    query: async <Data>(source: string, variables?: object) => {
      const { data, errors } = await ask(source, variables);
      if (data == null || errors !== undefined) throw new Error(`The subgraph answered ${JSON.stringify(errors)}`);
      return data as Data;
    },
  };
}
