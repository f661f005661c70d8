import { message } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import { now } from '../state/clock.ts';
import type { Users } from '../user/users.ts';
import { deleteRoutes } from './delete-routes.ts';
import type { Groups } from './ports.ts';
import { pullRoutes } from './pull-routes.ts';
import type { ReadParts } from './read-routes.ts';
import { readRoutes } from './read-routes.ts';
import { revokeRoute } from './revoke-route.ts';
import { searchRoute } from './search-route.ts';
import { sendRoutes } from './send-routes.ts';
import type { Sender } from './sender.ts';
import type { SentLog } from './sent-log.ts';
import { specialSendRoutes } from './special-send-routes.ts';

export interface MessageParts extends ReadParts {
  users: Users;
  groups: Groups;
  sender: Sender;
  sent: SentLog;
}

const Status = message('msg.GetSendMsgStatusReq', {});
const ServerTime = message('msg.GetServerTimeReq', {});

const statusRoute = ({ sent }: MessageParts): Route =>
  route({
    path: '/msg/check_msg_is_send_success',
    body: Status,
    answer: (_body, caller) => ({ status: sent.status(caller.operationID) }),
  });

const timeRoute = (): Route =>
  route({ path: '/msg/get_server_time', body: ServerTime, answer: () => ({ serverTime: now() }) });

export const messageRoutes = (parts: MessageParts): Route[] => [
  ...sendRoutes(parts),
  ...specialSendRoutes(parts),
  ...pullRoutes(parts),
  ...readRoutes(parts),
  revokeRoute(parts),
  ...deleteRoutes(parts),
  searchRoute(parts),
  statusRoute(parts),
  timeRoute(),
];
