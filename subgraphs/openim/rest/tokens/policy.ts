import { badInput } from '../../../kit/fault.ts';
import type { PlatformID } from '../../../kit/viewer.ts';

/** OpenIM's `multiLogin.policy`. With any other one it starts, and then refuses every token. */
export type MultiLoginPolicy = 0 | 1 | 4 | 5;

/** 10 is OpenIM's admin. For any other number OpenIM makes a token that can never be revoked. */
export const PLATFORMS: readonly PlatformID[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11];

export function assertPlatform(platform: number): asserts platform is PlatformID {
  if (!(PLATFORMS as readonly number[]).includes(platform))
    throw badInput('platform', 'an OpenIM platformID from 1 to 9, or 11, is expected');
}

/** iOS and Android; Windows, macOS and Linux; web; mini web; the two pads; HarmonyOS. */
const CLASSES: readonly (readonly PlatformID[])[] = [[1, 2], [3, 4, 7], [5], [6], [8, 9], [11]];
const DESKTOP: readonly PlatformID[] = [3, 4, 7];

/** Whether OpenIM ends the token of `earlier` when it makes one for `later` (tokens_matrix.json). */
export function ends(policy: MultiLoginPolicy, later: PlatformID, earlier: PlatformID): boolean {
  switch (policy) {
    case 0:
      return false;
    case 1:
      return earlier === later;
    case 4:
      return CLASSES.some((members) => members.includes(earlier) && members.includes(later));
    case 5:
      return !DESKTOP.includes(later) && !DESKTOP.includes(earlier);
  }
}
