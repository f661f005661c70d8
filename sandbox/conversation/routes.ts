import type { Route } from '../http/route.ts';
import type { Archive } from '../message/archive.ts';
import type { Groups } from '../message/ports.ts';
import type { Seqs } from '../message/seqs.ts';
import type { Notifier } from '../notify/notifier.ts';
import type { Users } from '../user/users.ts';
import type { Conversations } from './conversations.ts';
import { listRoutes } from './list-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { sortedRoute } from './sorted-route.ts';
import { syncRoutes } from './sync-routes.ts';

export interface ConversationParts {
  conversations: Conversations;
  users: Users;
  groups: Groups;
  notifier: Notifier;
  archive: Archive;
  seqs: Seqs;
}

export const conversationRoutes = (parts: ConversationParts): Route[] => [
  ...listRoutes(parts),
  ...syncRoutes(parts),
  ...settingRoutes(parts),
  sortedRoute(parts),
];
