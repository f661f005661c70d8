import type { Route } from '../http/route.ts';
import type { AccessParts } from './access.ts';
import { accessRoute } from './access-route.ts';
import { formRoutes } from './form-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import type { Uploads } from './uploads.ts';

export const objectRoutes = (parts: AccessParts & { uploads: Uploads }): Route[] => [
  ...uploadRoutes(parts),
  accessRoute(parts),
  ...formRoutes(parts),
];
