import { int32, int64, message, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, ownerOnly, route } from '../http/route.ts';
import type { State } from '../state/state.ts';

const LAST_PLATFORM = 12;

const FcmUpdateToken = message('third.FcmUpdateTokenReq', {
  platformID: int32,
  fcmToken: string,
  account: string,
  expireTime: int64,
});
const SetAppBadge = message('third.SetAppBadgeReq', { userID: string, appUnreadCount: int32 });

export const pushRoutes = ({ state }: { state: State }): Route[] => {
  const tokens = state.family<{ fcmToken: string; expireTime: number }>('push-tokens');
  const badges = state.collection<number>('badges');
  return [
    // Nobody asks whose account it is.
    route({
      path: '/third/fcm_update_token',
      body: FcmUpdateToken,
      check: ({ platformID, fcmToken, account }) =>
        firstWrong(
          (platformID < 1 || platformID > LAST_PLATFORM) && 'platformID is invalidate',
          fcmToken === '' && 'FcmToken is empty',
          account === '' && 'account is empty',
        ),
      answer: ({ platformID, fcmToken, account, expireTime }) => {
        tokens.set(account, String(platformID), { fcmToken, expireTime });
      },
    }),
    route({
      path: '/third/set_app_badge',
      body: SetAppBadge,
      check: ({ userID }) => userID === '' && 'UserID is empty',
      allow: ownerOnly('userID'),
      answer: ({ userID, appUnreadCount }) => {
        badges.set(userID, appUnreadCount);
      },
    }),
  ];
};
