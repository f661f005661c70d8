import { int32, message, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { adminOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { TOKEN_LIFETIME_S } from '../token/claims.ts';
import { ADMIN_PLATFORM } from '../token/platform.ts';
import type { Tokens } from '../token/tokens.ts';
import { isServiceAccount } from '../user/user.ts';
import type { Users } from '../user/users.ts';

export interface AuthParts {
  secret: string;
  adminUserID: string;
  tokens: Tokens;
  users: Users;
  /** Closes the sockets of a user on one platform. */
  disconnect(userID: string, platformID: number): void;
}

// Robots have a platform of their own behind HarmonyOS.
const LAST_PLATFORM = 12;

const GetAdminToken = message('auth.GetAdminTokenReq', { secret: string, userID: string });
const GetUserToken = message('auth.GetUserTokenReq', { platformID: int32, userID: string });
const ParseToken = message('auth.ParseTokenReq', { token: string });
const ForceLogout = message('auth.ForceLogoutReq', { platformID: int32, userID: string });

const adminToken = (parts: AuthParts): Route =>
  route({
    path: '/auth/get_admin_token',
    body: GetAdminToken,
    check: ({ userID }) => userID === '' && 'userID is empty',
    answer: ({ secret, userID }) => {
      if (secret !== parts.secret) throw new Refusal('NoPermissionError', 'secret invalid');
      if (userID !== parts.adminUserID) {
        throw new Refusal('ArgsError', `userID is error., userID=${userID}, adminUserID=[${parts.adminUserID}]`);
      }
      return { token: parts.tokens.issue(userID, ADMIN_PLATFORM), expireTimeSeconds: TOKEN_LIFETIME_S };
    },
  });

const userToken = (parts: AuthParts): Route =>
  route({
    path: '/auth/get_user_token',
    body: GetUserToken,
    allow: adminOnly,
    answer: ({ userID, platformID }) => {
      if (platformID === ADMIN_PLATFORM) {
        throw new Refusal('NoPermissionError', 'platformID invalid. platformID must not be adminPlatformID');
      }
      if (userID === parts.adminUserID) throw new Refusal('NoPermissionError', "don't get Admin token");
      const user = parts.users.get(userID);
      if (user === undefined) throw new Refusal('RecordNotFoundError', 'record not found');
      if (isServiceAccount(user)) throw new Refusal('ArgsError', 'app account can`t get token');
      return { token: parts.tokens.issue(userID, platformID), expireTimeSeconds: TOKEN_LIFETIME_S };
    },
  });

const parseToken = ({ tokens }: AuthParts): Route =>
  route({
    path: '/auth/parse_token',
    body: ParseToken,
    check: ({ token }) => token === '' && 'userID is empty',
    answer: ({ token }) => {
      const { userID, platformID, expiresAt } = tokens.identify(token);
      return { userID, platformID, expireTimeSeconds: expiresAt };
    },
  });

const forceLogout = (parts: AuthParts): Route =>
  route({
    path: '/auth/force_logout',
    body: ForceLogout,
    check: ({ userID, platformID }) => {
      if (userID === '') return 'userID is empty';
      return (platformID < 1 || platformID > LAST_PLATFORM) && 'platformID is invalidate';
    },
    allow: adminOnly,
    answer: ({ userID, platformID }) => {
      parts.tokens.kickPlatform(userID, platformID);
      parts.disconnect(userID, platformID);
    },
  });

export const authRoutes = (parts: AuthParts): Route[] => [
  adminToken(parts),
  userToken(parts),
  parseToken(parts),
  forceLogout(parts),
];
