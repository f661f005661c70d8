import type { Route } from '../http/route.ts';
import { infoRoutes } from './info-routes.ts';
import { inviteRoute } from './invite-route.ts';
import { joinRoutes } from './join-routes.ts';
import { leaveRoutes } from './leave-routes.ts';
import { listRoutes } from './list-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { muteRoutes } from './mute-routes.ts';
import type { GroupParts } from './parts.ts';
import { requestRoutes } from './request-routes.ts';
import { syncRoutes } from './sync-routes.ts';
import { transferRoute } from './transfer-route.ts';

export const groupRoutes = (parts: GroupParts): Route[] => [
  ...infoRoutes(parts),
  inviteRoute(parts),
  ...joinRoutes(parts),
  ...leaveRoutes(parts),
  transferRoute(parts),
  ...muteRoutes(parts),
  ...memberRoutes(parts),
  ...listRoutes(parts),
  ...requestRoutes(parts),
  ...syncRoutes(parts),
];
