import { assemble } from './assemble.ts';
import type { Parts } from './assemble.ts';
import { close, listen } from './http/listen.ts';
import { createApiServer } from './http/server.ts';
import type { Door } from './http/server.ts';
import type { Sandbox, SandboxOptions } from './options.ts';

export type { Person, Sandbox, SandboxOptions } from './options.ts';

const doorOf = (parts: Parts, adminUserID: string): Door => ({
  routes: new Map(parts.routes.map((route) => [route.path, route])),
  pages: [],
  settled: () => parts.state.settled(),
  identify: (token) => {
    const { userID, platformID } = parts.tokens.identify(token);
    return { userID, platformID, isAdmin: userID === adminUserID };
  },
});

/** Starts an OpenIM for development: answers as the real one, keeps its state in memory or in one directory. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { host = '127.0.0.1', secret = 'openIM123', adminUserID = 'imAdmin', multiLoginPolicy = 1, fresh = false } = options;
  const parts = assemble({ dataDir: options.dataDir, fresh, secret, adminUserID, multiLoginPolicy });
  const api = createApiServer(doorOf(parts, adminUserID));
  const port = await listen(api, host, [options.apiPort ?? 0]);
  return {
    apiURL: `http://${host}:${port}`,
    wsURL: '',
    secret,
    adminUserID,
    people: [],
    stop: async () => {
      await close(api);
      parts.state.close();
    },
  };
};
