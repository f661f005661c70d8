import { authRoutes } from './auth/routes.ts';
import type { Route } from './http/route.ts';
import { Notifier } from './notify/notifier.ts';
import { State } from './state/state.ts';
import { LOGIN_POLICIES } from './token/login-policy.ts';
import type { PolicyNumber } from './token/login-policy.ts';
import { Tokens } from './token/tokens.ts';
import { userRoutes } from './user/routes.ts';
import { Users } from './user/users.ts';

export interface Settings {
  dataDir: string | undefined;
  fresh: boolean;
  secret: string;
  adminUserID: string;
  multiLoginPolicy: PolicyNumber;
}

/** All parts of the server, wired. The order is the order in which they know each other. */
export const assemble = (settings: Settings) => {
  const { secret, adminUserID } = settings;
  const state = new State(settings.dataDir, settings.fresh);
  const users = new Users(state, adminUserID);
  const tokens = new Tokens(state, { secret, policy: LOGIN_POLICIES[settings.multiLoginPolicy] });
  const notifier = new Notifier(() => {});
  const presence = { connectionsOf: () => [], platformsOf: () => [] };
  const routes: Route[] = [
    ...authRoutes({ secret, adminUserID, tokens, users, disconnect: () => {} }),
    ...userRoutes({ state, users, notifier, presence }),
  ];
  return { state, users, tokens, notifier, routes };
};

export type Parts = ReturnType<typeof assemble>;
