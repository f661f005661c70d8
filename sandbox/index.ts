import type { Server } from 'node:http';
import type { Parts } from './assemble.ts';
import { assemble } from './assemble.ts';
import type { CallbackOptions } from './callbacks/options.ts';
import { createGatewayServer } from './gateway/server.ts';
import { close, listen } from './http/listen.ts';
import type { Door } from './http/server.ts';
import { createApiServer } from './http/server.ts';
import type { Sandbox, SandboxOptions } from './options.ts';
import { seededPeople, seedWorld } from './seed/seed.ts';
import type { Collection } from './state/collection.ts';
import { createStoreServer } from './store/server.ts';

export type { Sandbox, SandboxOptions } from './options.ts';

const PRESENCE_EVERY_MS = 1000;
const STORE_PORT = 10005;

const doorOf = (parts: Parts, adminUserID: string): Door => ({
  routes: new Map(parts.routes.map((route) => [route.path, route])),
  pages: parts.pages,
  faults: parts.faults,
  settled: () => parts.state.settled(),
  identify: (token) => {
    const { userID, platformID } = parts.tokens.identify(token);
    return { userID, platformID, isAdmin: userID === adminUserID };
  },
});

/** A port that was asked for is taken or refused; else the one of the last run, so that old URLs stay good. */
const open = async (
  server: Server,
  at: { host: string; name: string; port: number; liked?: number },
  known: Collection<number>,
): Promise<number> => {
  const before = known.get(at.name) ?? at.liked;
  const port = await listen(server, at.host, at.port !== 0 ? [at.port] : before === undefined ? [0] : [before, 0]);
  known.set(at.name, port);
  return port;
};

/** Starts an OpenIM for development: answers as the real one, keeps its state in memory or in one directory. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const {
    host = '127.0.0.1',
    secret = 'openIM123',
    adminUserID = 'imAdmin',
    multiLoginPolicy = 1,
    fresh = false,
  } = options;
  const { presenceEveryMs = PRESENCE_EVERY_MS, apiPort = 0, wsPort = 0, storePort = 0 } = options;
  const { dataDir, callbacks, faults = [] } = options;
  const parts = assemble({ dataDir, fresh, secret, adminUserID, multiLoginPolicy, presenceEveryMs, callbacks });
  const api = createApiServer(doorOf(parts, adminUserID));
  const gateway = createGatewayServer(parts);
  const store = createStoreServer({ ...parts, settled: () => parts.state.settled() });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    parts.hub.close();
    parts.callbacks.close();
    stopped ??= Promise.all([close(api), close(gateway), close(store)]).then(() => parts.state.close());
    return stopped;
  };
  try {
    const known = parts.state.collection<number>('ports');
    const apiURL = `http://${host}:${await open(api, { host, name: 'api', port: apiPort }, known)}`;
    const wsURL = `ws://${host}:${await open(gateway, { host, name: 'ws', port: wsPort }, known)}`;
    // Beside a chosen API port it takes the one that people know, if that is free.
    const liked = apiPort === 0 ? {} : { liked: STORE_PORT };
    const storeURL = `http://${host}:${await open(store, { host, name: 'store', port: storePort, ...liked }, known)}`;
    parts.signer.origin = storeURL;
    // Only the administrator lives in an empty world.
    if (options.seed && parts.users.size === 1) await seedWorld(parts, options.publicURL ?? apiURL);
    parts.callbacks.begin();
    parts.faults.set(faults);
    parts.state.flush();
    const people = seededPeople(parts.users);
    const callBack = (told: CallbackOptions): void => parts.callbacks.direct(told);
    return { apiURL, wsURL, storeURL, secret, adminUserID, people, faults: parts.faults, callBack, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
};
