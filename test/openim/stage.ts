import { createServer, type Server } from 'node:http';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { createAuditLog } from '../../subgraphs/identity/audit/log.ts';
import { linkPeople } from '../../subgraphs/identity/people.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { createOpenIM, type OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { close, listen, log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';
import { countStatements } from '../world/meter.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';

/** What a route answers instead of what OpenIM said. */
export type Twist = (answer: Answer, body: Readonly<Record<string, unknown>>) => Answer;

export interface Answer {
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly data?: never;
}

/** The whole product in front of an OpenIM whose answers a test may change on their way. */
export interface Stage extends AsyncDisposable {
  readonly world: World;
  readonly sandbox: Sandbox;
  /** OpenIM itself, past the product. */
  readonly openim: OpenIM;
  /** Somebody of this id, signed in; made in OpenIM where it does not know them. */
  person(id: string, nickname?: string): Promise<Actor>;
  /** Asks a route of OpenIM's as its admin, past the product. */
  post(route: string, body: object): Promise<Answer>;
  /**
   * From now on: `down` for OpenIM's own word that a service behind the route does not answer, `broken` for a connection
   * that ends without an answer, null to end it.
   */
  fault(route: string, fault: Twist | 'down' | 'broken' | null): void;
  /** Ends all faults. */
  heal(): void;
  /** Routes of OpenIM that were asked, and SQL statements. Sign-in and its tokens are not counted. */
  price<Result>(work: () => Promise<Result>): Promise<Price<Result>>;
  sql(statement: string): Promise<void>;
}

export interface Price<Result> {
  readonly result: Result;
  readonly routes: readonly string[];
  readonly statements: number;
}

export async function openStage({ seed = false }: { seed?: boolean } = {}): Promise<Stage> {
  const undo = new AsyncDisposableStack();
  const database = undo.use(await emptyDatabase());
  const sandbox = await startSandbox({ seed, presenceEveryMs: 50 });
  undo.defer(() => sandbox.stop());
  const twists = new Map<string, Twist>();
  const meters = new Set<string[]>();
  const between = await openBetween(sandbox.apiURL, twists, (route) => {
    if (!route.startsWith('/auth/')) for (const meter of meters) meter.push(route);
  });
  undo.defer(() => close(between.server));
  const { secret, adminUserID, wsURL } = sandbox;
  const world = undo.use(
    await openWorld({
      DATABASE_URL: database.url,
      OPENIM_API_URL: between.url,
      OPENIM_WS_URL: wsURL,
      OPENIM_ADMIN_USER_ID: adminUserID,
      OPENIM_SECRET: secret,
      OTP_LIMITS: 'resend=0,addressHour=10000,destinationHour=1000,destinationDay=1000,deviceHour=1000',
    }),
  );
  const db = openDatabase(database.url, log);
  undo.defer(() => db.destroy());
  const store = createMemoryStore(log);
  undo.defer(() => store.close());
  const openim = createOpenIM({
    ...{ apiURL: sandbox.apiURL, adminUserID, secret, store, log },
    ...{ policy: 1, production: false },
  });
  undo.defer(() => openim.stop());

  return {
    world,
    sandbox,
    openim,
    person: async (userID, nickname = userID) => {
      if (!(await openim.users.registered([userID], asAdminNow())).has(userID))
        await openim.users.register([{ userID, nickname, faceURL: '' }], asAdminNow());
      const email = `${userID}@example.com`;
      await linkPeople({ db, audit: createAuditLog(db), by: 'system' }, [{ userID, nickname, email }]);
      return world.signIn(email);
    },
    post: poster(sandbox),
    fault: (route, fault) => {
      twists.delete(route);
      sandbox.faults.end(route);
      if (typeof fault === 'function') twists.set(route, fault);
      else if (fault !== null) sandbox.faults.add({ at: route, ...FAULTS[fault] });
    },
    heal: () => {
      twists.clear();
      sandbox.faults.set([]);
    },
    price: async (work) => {
      const routes: string[] = [];
      meters.add(routes);
      const counter = countStatements();
      const result = await work().finally(() => {
        counter.stop();
        meters.delete(routes);
      });
      return { result, routes, statements: counter.count };
    },
    sql: async (statement) => void (await db.raw(statement)),
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}

function poster({ apiURL, secret, adminUserID }: Sandbox): Stage['post'] {
  const ask = async (route: string, body: object, token = ''): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', operationID: crypto.randomUUID(), token };
    const response = await fetch(apiURL + route, { method: 'POST', body: JSON.stringify(body), headers });
    return (await response.json()) as Answer;
  };
  return async (route, body) => {
    const { data } = await ask('/auth/get_admin_token', { secret, userID: adminUserID });
    const answer = await ask(route, body, (data as unknown as { token: string }).token);
    if (answer.errCode !== 0) throw new Error(`${route}: ${JSON.stringify(answer)}`);
    return answer;
  };
}

const FAULTS = {
  down: { error: { errCode: 90002, errMsg: 'ServiceUnavailable' } },
  broken: { reset: 'after' },
} as const;

/** From another platform than the test's clients have: on one, the newer login ends the older. */
export const asUserNow = (userID: string) =>
  ({ as: { kind: 'user', userID, platform: 2 }, signal: AbortSignal.timeout(10_000), log }) as const;

export const asAdminNow = () => ({ as: { kind: 'admin' }, signal: AbortSignal.timeout(10_000), log }) as const;

async function openBetween(
  apiURL: string,
  twists: ReadonlyMap<string, Twist>,
  asked: (route: string) => void,
): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const route = request.url ?? '';
    asked(route);
    const { operationid, token } = request.headers;
    const headers = {
      'content-type': 'application/json',
      ...(typeof operationid === 'string' ? { operationid } : {}),
      ...(typeof token === 'string' ? { token } : {}),
    };
    const real = await fetch(apiURL + route, { method: 'POST', body, headers }).catch(() => null);
    if (real === null) return void request.socket.destroy();
    const text = await real.text();
    const twist = twists.get(route);
    response
      .writeHead(twist === undefined ? real.status : 200, { 'content-type': 'application/json' })
      .end(twist === undefined ? text : JSON.stringify(twist(JSON.parse(text) as Answer, JSON.parse(body))));
  });
  return { url: await listen(server), server };
}
