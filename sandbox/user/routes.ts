import type { Callbacks } from '../callbacks/callbacks.ts';
import type { Route } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import type { State } from '../state/state.ts';
import { clientConfigRoutes } from './client-config-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { directoryRoutes } from './directory-routes.ts';
import type { Presence } from './presence-routes.ts';
import { presenceRoutes } from './presence-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { serviceAccountRoutes } from './service-account-routes.ts';
import type { Users } from './users.ts';

export interface UserParts {
  callbacks: Callbacks;
  state: State;
  users: Users;
  notifier: Notifier;
  presence: Presence;
}

export const userRoutes = (parts: UserParts): Route[] => [
  ...profileRoutes(parts),
  ...directoryRoutes(parts),
  ...presenceRoutes(parts),
  ...commandRoutes(parts),
  ...serviceAccountRoutes(parts),
  ...clientConfigRoutes(parts),
];
