import { int32, list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';

export interface LiveConnection {
  platformID: number;
  connID: string;
  isBackground: boolean;
  token: string;
}

/** Who is connected. */
export interface Presence {
  connectionsOf(userID: string): readonly LiveConnection[];
  /** As published by the once-a-second ticker. */
  platformsOf(userID: string): readonly number[];
}

interface Parts {
  presence: Presence;
}

const OnlineStatus = message('msggateway.GetUsersOnlineStatusReq', { userIDs: list(string) });
const Subscribe = message('user.SubscribeOrCancelUsersStatusReq', {
  userID: string,
  userIDs: list(string),
  genre: int32,
});
const UserStatus = message('user.GetUserStatusReq', { userID: string, userIDs: list(string) });
const Subscribed = message('user.GetSubscribeUsersStatusReq', { userID: string });

const onlineStatus = ({ presence }: Parts): Route =>
  route({
    path: '/user/get_users_online_status',
    reading: 'bind',
    badBody: 'ServerInternalError',
    body: OnlineStatus,
    answer: ({ userIDs }, caller) => {
      if (!caller.isAdmin) throw new Refusal('NoPermissionError', 'only app manager');
      const rows = (userIDs ?? []).map((userID) => {
        const live = presence.connectionsOf(userID);
        return { userID, status: live.length > 0 ? 1 : 0, detailPlatformStatus: orNull(live) };
      });
      return orNull(rows);
    },
  });

const tokensByPlatform = (live: readonly LiveConnection[]) =>
  [...Map.groupBy(live, ({ platformID }) => platformID)].map(([platformID, connections]) => ({
    platformID,
    total: connections.length,
    token: connections.map(({ token }) => token),
  }));

const tokenDetail = ({ presence }: Parts): Route =>
  route({
    path: '/user/get_users_online_token_detail',
    reading: 'bind',
    body: OnlineStatus,
    answer: ({ userIDs }, caller) => {
      // The gateway's refusal is only logged upstream, so others see an empty answer.
      const asked = caller.isAdmin ? (userIDs ?? []) : [];
      const online = asked
        .map((userID) => ({ userID, live: presence.connectionsOf(userID) }))
        .filter(({ live }) => live.length > 0);
      return orNull(
        online.map(({ userID, live }) => ({ userID, status: 1, singlePlatformToken: tokensByPlatform(live) })),
      );
    },
  });

const usersStatus = ({ presence }: Parts): Route =>
  route({
    path: '/user/get_users_status',
    body: UserStatus,
    check: ({ userIDs }) => (userIDs ?? []).length === 0 && 'UserIDs is empty',
    answer: ({ userIDs }) => ({
      statusList: (userIDs ?? []).map((userID) => {
        const platformIDs = presence.platformsOf(userID);
        return { userID, status: platformIDs.length > 0 ? 1 : 0, platformIDs: orNull(platformIDs) };
      }),
    }),
  });

/** Both subscription routes are empty shells upstream: subscriptions are made over the WebSocket. */
const subscribe = (): Route =>
  route({
    path: '/user/subscribe_users_status',
    body: Subscribe,
    check: ({ userID, userIDs, genre }) =>
      firstWrong(
        userID === '' && 'UserID is empty',
        userIDs === null && 'subscription User-list is empty',
        (genre <= 0 || genre >= 3) && 'invalid subscription type parameter',
      ),
    answer: () => ({ statusList: null }),
  });

const subscribed = (): Route =>
  route({
    path: '/user/get_subscribe_users_status',
    body: Subscribed,
    check: ({ userID }) => userID === '' && 'UserID is empty',
    answer: () => ({ statusList: null }),
  });

export const presenceRoutes = (parts: Parts): Route[] => [
  onlineStatus(parts),
  tokenDetail(parts),
  usersStatus(parts),
  subscribe(),
  subscribed(),
];
