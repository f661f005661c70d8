import type { SettingName, Settings } from './settings.ts';

/** What is wrong with a setting that can be read by itself. */
export interface Breach {
  readonly name: SettingName;
  readonly because: string;
}

/** All or none: a gateway that speaks to one OpenIM and hands out another's address would be worse than none. */
const OPENIM = ['OPENIM_API_URL', 'OPENIM_WS_URL', 'OPENIM_ADMIN_USER_ID', 'OPENIM_SECRET'] as const;

const OUTSIDE: Readonly<Partial<Record<SettingName, string>>> = {
  DATABASE_URL: 'production keeps its data in a Postgres of its own, not in the embedded one',
  REDIS_URL: 'production shares its state between nodes, and the embedded store is for one process',
  OPENIM_API_URL: 'production speaks to an OpenIM, not to the sandbox',
  OPENIM_WS_URL: 'production speaks to an OpenIM, not to the sandbox',
  OPENIM_ADMIN_USER_ID: 'production speaks to an OpenIM, not to the sandbox',
  OPENIM_SECRET: 'production speaks to an OpenIM, not to the sandbox',
  SESSION_KEK: 'production needs keys that outlive this machine, and makes none by itself',
  IDENTITY_KEY: 'production needs keys that outlive this machine, and makes none by itself',
  ADMIN_JWT_KEYS: 'production needs keys that outlive this machine, and makes none by itself',
};

export function breaches(settings: Partial<Settings>, faulty: ReadonlySet<SettingName>): Breach[] {
  const found: Breach[] = [...partOfOpenIM(settings, faulty)];
  const missing = (name: SettingName): boolean => settings[name] === undefined && !faulty.has(name);
  if (settings.NODE_ENV === 'production') {
    for (const [name, because] of Object.entries(OUTSIDE) as [SettingName, string][])
      if (missing(name) && !found.some((breach) => breach.name === name)) found.push({ name, because });
    if (settings.OTP_DELIVERY === 'outbox')
      found.push({
        name: 'OTP_DELIVERY',
        because: 'production sends its codes, and the outbox shows them to a developer',
      });
  }
  if (settings.NODE_ENV === 'production' && settings.LINK_PREVIEWS === 'private')
    found.push({ name: 'LINK_PREVIEWS', because: 'whoever writes a message could have this network asked' });
  const { OTP_DELIVERY: delivery } = settings;
  if (typeof delivery === 'object' && delivery.call !== null && missing('OTP_DELIVERY_SECRET'))
    found.push({ name: 'OTP_DELIVERY_SECRET', because: 'OTP_DELIVERY names an address to call, and calls are signed' });
  if (settings.GIF_PROVIDER !== 'catalog' && missing('GIF_API_KEY'))
    found.push({ name: 'GIF_API_KEY', because: 'GIF_PROVIDER names a provider, and each asks for a key' });
  if (settings.TEXT_CLASSIFIER_URL !== undefined && missing('TEXT_CLASSIFIER_SECRET'))
    found.push({ name: 'TEXT_CLASSIFIER_SECRET', because: 'TEXT_CLASSIFIER_URL is called, and calls are signed' });
  if (settings.MEDIA_CLASSIFIER_URL !== undefined && missing('MEDIA_CLASSIFIER_SECRET'))
    found.push({ name: 'MEDIA_CLASSIFIER_SECRET', because: 'MEDIA_CLASSIFIER_URL is called, and calls are signed' });
  if (settings.PERSISTED_OPERATIONS !== 'off' && settings.PERSISTED_OPERATIONS_MANIFEST?.length === 0)
    found.push({ name: 'PERSISTED_OPERATIONS_MANIFEST', because: 'PERSISTED_OPERATIONS holds operations to a list' });
  found.push(...companyBreaches(settings, missing));
  const { SESSION_LIFE: life, SESSION_IDLE: idle } = settings;
  if (life !== undefined && idle !== undefined && idle > life)
    found.push({ name: 'SESSION_IDLE', because: 'a session cannot be idle for longer than it lives (SESSION_LIFE)' });
  return found;
}

/** Keys that vouch for admins come over a wire that nobody can change; a provider on this machine is a developer's. */
function companyBreaches(settings: Partial<Settings>, missing: (name: SettingName) => boolean): Breach[] {
  const { ADMIN_OIDC_ISSUER: issuer, NODE_ENV } = settings;
  if (issuer === undefined) return [];
  const { protocol, hostname } = new URL(issuer);
  const local = NODE_ENV !== 'production' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const found: Breach[] = [];
  if (protocol !== 'https:' && !local)
    found.push({ name: 'ADMIN_OIDC_ISSUER', because: 'its keys are fetched over https only' });
  if (missing('ADMIN_OIDC_AUDIENCE'))
    found.push({
      name: 'ADMIN_OIDC_AUDIENCE',
      because: 'ADMIN_OIDC_ISSUER came without it, and its tokens are for many',
    });
  return found;
}

function partOfOpenIM(settings: Partial<Settings>, faulty: ReadonlySet<SettingName>): Breach[] {
  const given = ([...OPENIM, 'OPENIM_PUBLIC_WS_URL'] as const).filter(
    (name) => settings[name] !== undefined || faulty.has(name),
  );
  const missing = OPENIM.filter((name) => settings[name] === undefined && !faulty.has(name));
  if (given.length === 0 || missing.length === 0) return [];
  return missing.map((name) => ({
    name,
    because: `${given.join(', ')} came without it, and an OpenIM needs all of them`,
  }));
}
