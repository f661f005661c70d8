import type { Answer, Document } from '../../client/index.ts';
import { type Client, createClient, type KeptSession } from '../../client/index.ts';
import { emptyDatabase } from './database.ts';
import { type OpenIMSocket, openSocket } from './openim-socket.ts';
import { startProduct } from './product.ts';

/** What a request of the world cost since {@link World.meter} was last set to nothing. */
export interface World extends AsyncDisposable {
  /** The gateway's origin. */
  readonly url: string;
  /** Somebody with a client, not signed in. */
  visitor(): Client;
  /** Signs in with a one-time code out of the outbox; a new address is a new user. */
  signIn(phone: string, nickname?: string): Promise<Actor>;
  /** What was sent last to this address. */
  codeFor(phone: string): Promise<string>;
  /** Calls to OpenIM since the meter was reset; of one route, or of all. */
  calls(route?: string): number;
  /** SQL statements since the meter was reset. */
  queries(): number;
  resetMeter(): void;
  /** Every line that was logged. */
  readonly log: readonly string[];
}

/** A signed-in user, as a frontend sees them. */
export interface Actor {
  readonly id: string;
  readonly client: Client;
  readonly session: KeptSession;
  /** The data, when there is no error in the answer; else it throws. */
  query<Result, Variables>(document: Document<Result, Variables>, variables?: Variables): Promise<Result>;
  /** Opens the WebSocket straight to OpenIM, with the token that the sign-in gave. */
  ws(): Promise<OpenIMSocket>;
}
const WEB = 5;

export async function openWorld(): Promise<World> {
  const database = await emptyDatabase();
  const log: string[] = [];
  let calls: string[] = [];
  let queries = 0;
  const product = await startProduct({
    databaseURL: database.url,
    onCall: (route) => calls.push(route),
    onQuery: () => {
      queries += 1;
    },
    write: (line) => log.push(line),
  });
  const url = `http://127.0.0.1:${product.port}`;
  const visitor = (): Client => createClient({ url: `${url}/graphql`, device: { name: 'Test', platform: 'WEB' } });
  const codeFor = async (phone: string): Promise<string> => {
    const messages = (await (await fetch(`${url}/dev/outbox`)).json()) as { to: string; code: string }[];
    const found = messages.find(({ to }) => to === phone);
    if (!found) throw new Error('No code was sent there.');
    return found.code;
  };

  return {
    url,
    log,
    visitor,
    codeFor,
    signIn: async (phone, nickname) => {
      const client = visitor();
      const { id: challengeID } = await client.requestOTP({ phone });
      const code = await codeFor(phone);
      const session = await client.verifyOTP({ challengeID, code, ...(nickname === undefined ? {} : { nickname }) });
      return actorOf(client, session);
    },
    calls: (route) => calls.filter((each) => route === undefined || each === route).length,
    queries: () => queries,
    resetMeter: () => {
      calls = [];
      queries = 0;
    },
    [Symbol.asyncDispose]: async () => {
      await product.stop();
      await database[Symbol.asyncDispose]();
    },
  };
}

function actorOf(client: Client, session: KeptSession): Actor {
  return {
    id: session.userID,
    client,
    session,
    query: async <Result, Variables>(document: Document<Result, Variables>, variables?: Variables) => {
      const { data, errors }: Answer<Result> = await client.query(document, variables);
      if (data === null || errors.length > 0) throw new Error(`The gateway answered ${JSON.stringify(errors)}`);
      return data;
    },
    ws: async () => {
      if (session.imToken === null) throw new Error('OpenIM gave no token.');
      return openSocket({ wsURL: session.wsURL, userID: session.userID, token: session.imToken, platformID: WEB });
    },
  };
}
