import { ANDROID, classOf, PC } from './platform.ts';

/** A user's valid tokens per platform, oldest first. */
type Logins = ReadonlyMap<number, readonly string[]>;
/** Which of them a login on a platform puts out. */
export type LoginPolicy = (logins: Logins, platformID: number) => string[];

const MAX_ON_ONE_PLATFORM = 30;

const keepAll: LoginPolicy = (logins, platformID) =>
  [...logins].flatMap(([platform, tokens]) => {
    const surplus = tokens.length + (platform === platformID ? 1 : 0) - MAX_ON_ONE_PLATFORM;
    return surplus > 0 ? tokens.slice(0, surplus) : [];
  });

const onePerPlatform: LoginPolicy = (logins, platformID) =>
  [...logins].flatMap(([platform, tokens]) => (platform === platformID ? tokens : tokens.slice(0, -1)));

const onePerClass: LoginPolicy = (logins, platformID) => {
  const reserved = new Set([classOf(platformID)]);
  return [...logins].flatMap(([platform, tokens]) => {
    if (reserved.has(classOf(platform))) return tokens;
    reserved.add(classOf(platform));
    return tokens.slice(0, -1);
  });
};

/** PCs are free; of everything else one login stays, by preference an Android's. */
const pcAndOneOther: LoginPolicy = (logins, platformID) => {
  const others = [...logins].filter(([platform]) => classOf(platform) !== PC);
  if (classOf(platformID) !== PC) return others.flatMap(([, tokens]) => tokens);
  const kept = others.find(([platform]) => platform === ANDROID) ?? others[0];
  return others.flatMap(([platform, tokens]) => (platform === kept?.[0] ? tokens.slice(0, -1) : tokens));
};

export type PolicyNumber = 0 | 1 | 4 | 5;
export const LOGIN_POLICIES: Record<PolicyNumber, LoginPolicy> = {
  0: keepAll,
  1: onePerPlatform,
  4: onePerClass,
  5: pcAndOneOther,
};
