export const ADMIN_PLATFORM = 10;

const CLASSES: Record<number, string> = {
  1: 'mobile',
  2: 'mobile',
  3: 'PC',
  4: 'PC',
  5: 'web',
  6: 'miniweb',
  7: 'PC',
  8: 'pad',
  9: 'pad',
  10: 'admin',
  11: 'harmony',
};

const NAMES = ['IOS', 'Android', 'Windows', 'OSX', 'Web', 'MiniWeb', 'Linux', 'APad', 'IPad', 'Admin', 'HarmonyOS'];

/** Empty for a platform that does not exist. */
export const platformName = (platformID: number): string => NAMES[platformID - 1] ?? '';
/** Where a push over the socket counts as having reached somebody who carries it along. */
export const PHONES: readonly number[] = [1, 2];

export const PC = 'PC';
export const ANDROID = 2;
export const classOf = (platformID: number): string => CLASSES[platformID] ?? '';

/** Tokens of any other platform are issued, but neither kicked nor found again by a login. */
export const isKnownPlatform = (platformID: number): boolean => platformID in CLASSES;
