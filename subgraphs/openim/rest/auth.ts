import type { PlatformID } from '../../kit/viewer.ts';
import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';

/** A token as OpenIM issued it. */
export interface Issued {
  readonly token: string;
  /** Seconds that it lives from now. */
  readonly expireTimeSeconds: number;
}

export const createAuth = ({ read, write }: Post) => ({
  /** Needs no token. Older admin tokens stay valid for five minutes only. */
  adminToken: (secret: string, userID: string, call: Call): Promise<Issued> =>
    write<Issued>('/auth/get_admin_token', { secret, userID }, call),

  /** Admin only; ends older tokens as the multi-login policy says. Unrevocable for platforms that do not exist. */
  userToken: (userID: string, platformID: PlatformID, call: Call): Promise<Issued> =>
    write<Issued>('/auth/get_user_token', { userID, platformID }, call),

  /** Needs no token, and resolves for a good one; rejects with the refusal that the token would get. */
  parseToken: (token: string, call: Call): Promise<void> => read('/auth/parse_token', { token }, call).then(nothing),

  /** Admin only; ends every token and socket of the user on that platform before it answers. Repeating is harmless. */
  forceLogout: (userID: string, platformID: PlatformID, call: Call): Promise<void> =>
    read('/auth/force_logout', { userID, platformID }, call).then(nothing),
});

export type Auth = ReturnType<typeof createAuth>;
