import type { Route } from '../http/route.ts';
import type { State } from '../state/state.ts';
import type { Users } from '../user/users.ts';
import { logRoutes } from './log-routes.ts';
import { Logs } from './logs.ts';
import { pushRoutes } from './push-routes.ts';

export const thirdRoutes = (parts: { state: State; users: Users }): Route[] => [
  ...pushRoutes(parts),
  ...logRoutes({ ...parts, logs: new Logs(parts.state) }),
];
