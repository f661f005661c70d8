import type { Route } from '../http/route.ts';
import { applyRoutes } from './apply-routes.ts';
import { blackRoutes } from './black-routes.ts';
import { editRoutes } from './edit-routes.ts';
import { listRoutes } from './list-routes.ts';
import type { FriendParts } from './parts.ts';
import { syncRoutes } from './sync-routes.ts';

export const friendRoutes = (parts: FriendParts): Route[] => [
  ...applyRoutes(parts),
  ...listRoutes(parts),
  ...editRoutes(parts),
  ...blackRoutes(parts),
  ...syncRoutes(parts),
];
