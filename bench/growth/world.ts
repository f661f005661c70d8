import { pino } from 'pino';
import { parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { createRedisStore } from '../../subgraphs/kit/redis-store.ts';
import { startPostgres } from '../postgres.ts';
import { start } from '../program.ts';
import { startRedis } from '../redis.ts';
import { type Load, openLoad } from './load.ts';
import { type GatewayNode, newKeys, startNode } from './node.ts';
import { type Places, signIn } from './sessions.ts';

const OPENIM = { OPENIM_ADMIN_USER_ID: 'imAdmin', OPENIM_SECRET: 'openIM123' };

/** The gateway in production by itself; what it stands on are other processes. */
export interface World extends AsyncDisposable {
  readonly gateway: GatewayNode;
  readonly load: Load;
  /** Signs in those from `from` to `to`. */
  signIn(from: number, to: number): Promise<void>;
}

export interface WorldOptions {
  /** The gateway's own. */
  readonly core?: number;
  /** What OpenIM knows them by. */
  readonly registered: readonly string[];
}

export async function openWorld({ core, registered }: WorldOptions): Promise<World> {
  await using opening = new AsyncDisposableStack();
  const postgres = opening.use(await startPostgres());
  const redis = opening.use(await startRedis());
  const ports = ['--api-port', '0', '--ws-port', '0'];
  const openim = opening.use(await start(['sandbox/main.ts', ...ports], [], /API (\S+?), WebSocket (\S+?),/));
  const [, apiURL = '', wsURL = ''] = openim.said;
  await register(apiURL, registered);
  const keys = newKeys();
  const settings = {
    ...{ ...keys, ...OPENIM, OPENIM_API_URL: apiURL, OPENIM_WS_URL: wsURL },
    ...{ DATABASE_URL: postgres.url, REDIS_URL: redis.url, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    ...{ PUBLIC_URL: 'http://chat.example', OTP_DELIVERY: 'smtp://127.0.0.1:9', RECONCILER_RATE: '0' },
  };
  const gateway = opening.use(await startNode(settings, core));
  const load = opening.use(openLoad(gateway.url));
  const places = await openPlaces(opening, { url: postgres.url, redis: redis.url, kek: keys.SESSION_KEK ?? '' });
  const stack = opening.move();
  return {
    ...{ gateway, load },
    signIn: (from, to) => signIn(places, from, to),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function openPlaces(
  stack: AsyncDisposableStack,
  { url, redis, kek }: { url: string; redis: string; kek: string },
): Promise<Places> {
  const log = pino({ level: 'error' });
  const db = stack.adopt(openDatabase(url, log), (each) => each.destroy());
  const store = stack.adopt(await createRedisStore(redis, log), (each) => each.close());
  return { db, store, kek: parseSessionKEK(kek) };
}

async function register(apiURL: string, userIDs: readonly string[]): Promise<void> {
  const call = async (route: string, body: object, token = ''): Promise<{ data: { token: string } }> => {
    const headers = { 'content-type': 'application/json', operationID: 'bench', token };
    const answer = await fetch(`${apiURL}${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const said = (await answer.json()) as { errCode: number; data: { token: string } };
    if (said.errCode !== 0) throw new TypeError(`${route}: ${JSON.stringify(said)}`);
    return said;
  };
  const admin = { secret: OPENIM.OPENIM_SECRET, userID: OPENIM.OPENIM_ADMIN_USER_ID };
  const { data } = await call('/auth/get_admin_token', admin);
  const users = userIDs.map((userID) => ({ userID, nickname: 'Bench', faceURL: '' }));
  await call('/user/user_register', { users }, data.token);
}
