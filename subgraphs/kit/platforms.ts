import type { PlatformID } from './viewer.ts';

/** The names of the schema's `Platform`. OpenIM has two more, 10 for its admin and 12 for bots, which are nobody's device. */
export const PLATFORMS = {
  IOS: 1,
  ANDROID: 2,
  WINDOWS: 3,
  MACOS: 4,
  WEB: 5,
  MINI_WEB: 6,
  LINUX: 7,
  ANDROID_PAD: 8,
  IPAD: 9,
  HARMONY_OS: 11,
} as const satisfies Readonly<Record<string, PlatformID>>;

const KNOWN: ReadonlySet<number> = new Set(Object.values(PLATFORMS));

export const isPlatformID = (platformID: number): platformID is PlatformID => KNOWN.has(platformID);
