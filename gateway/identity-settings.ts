import { makeSecret } from '../events/door/secrets.ts';
import { generateAdminKeys, parseAdminKeys } from '../subgraphs/identity/keys/admin-keys.ts';
import { generateIdentityKey, parseIdentityKey } from '../subgraphs/identity/keys/identity-key.ts';
import { generateSessionKEK, parseSessionKEK } from '../subgraphs/identity/keys/kek.ts';
import { type IdentitySettings, OTP_LIMITS } from '../subgraphs/identity/settings.ts';
import { makeKeys } from './between/keys.ts';
import { keepKeys } from './config/kept-keys.ts';
import type { Config } from './config.ts';

const OWN_KEYS = {
  SESSION_KEK: generateSessionKEK,
  IDENTITY_KEY: generateIdentityKey,
  ADMIN_JWT_KEYS: generateAdminKeys,
} as const;

/** How fresh keys are made, by the setting that holds them. */
export const KEY_MAKERS = { ...OWN_KEYS, WEBHOOK_SECRETS: makeSecret, SUBGRAPH_KEYS: makeKeys } as const;

/** Of admins' tokens where no public address is set: the port may differ from one start to the next. */
const ISSUER = 'openim-graphql';

/** Keys that were not set are made and kept in `DATA_DIR`. */
export function identityKeys(config: Config): Pick<IdentitySettings, 'sessionKEK' | 'identityKey' | 'adminKeys'> {
  const { WEBHOOK_SECRETS: _, ...given } = config.keys;
  const keys = keepKeys(config.dataDir, given, OWN_KEYS);
  return {
    sessionKEK: parseSessionKEK(keys.SESSION_KEK),
    identityKey: parseIdentityKey(keys.IDENTITY_KEY),
    adminKeys: parseAdminKeys(keys.ADMIN_JWT_KEYS),
  };
}

/** The settings of identity; keys that were not set are made and kept in `DATA_DIR`. */
export function identitySettings(config: Config, at: { wsURL: string; url: () => string }): IdentitySettings {
  return {
    ...identityKeys(config),
    issuer: config.publicURL ?? ISSUER,
    passkeys: passkeysOf(config, at.url),
    company: config.company,
    sessionLife: config.sessionLife,
    sessionIdle: config.sessionIdle,
    otpLimits: { ...OTP_LIMITS, ...config.otpLimits },
    otpDelivery: config.otpDelivery,
    otpTexts: config.otpTexts,
    wsURL: at.wsURL,
    apiURL: () => `${at.url()}/openim`,
    publicURL: at.url,
    multiLoginPolicy: config.multiLoginPolicy,
  };
}

/** Passkeys belong to our own domain; a console may stand on it, or on one below it. */
function passkeysOf({ publicURL, corsOrigins }: Config, url: () => string): IdentitySettings['passkeys'] {
  const id = publicURL === null ? 'localhost' : new URL(publicURL).hostname;
  const below = corsOrigins.filter(
    (origin) => new URL(origin).hostname === id || new URL(origin).hostname.endsWith(`.${id}`),
  );
  const own = () => (publicURL === null ? `http://localhost:${new URL(url()).port}` : new URL(publicURL).origin);
  return { id, origins: () => [own(), ...below] };
}
