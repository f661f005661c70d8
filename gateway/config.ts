import { join } from 'node:path';
import type { Subgraph } from '../subgraphs/kit/subgraph.ts';
import { readKeys } from './between/keys.ts';
import { breaches } from './config/rules.ts';
import { SETTINGS, type SettingName, type Settings } from './config/settings.ts';
import { sharedBreaches } from './config/shared.ts';
import { lookalikes } from './config/similar.ts';
import type { SupergraphFile } from './supergraph/follow.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = Object.keys(SETTINGS) as SettingName[];

/** Everything that is wrong with the settings, at once; no value is shown, because some are secrets. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Reads the settings from the environment, whole, for a gateway or for one subgraph. Throws ConfigError. */
export function readConfig(environment: Environment, as: 'gateway' | Subgraph['name'] = 'gateway'): Config {
  const read = NAMES.map((name) => ({
    name,
    result: SETTINGS[name].read.safeParse(environment[name]?.trim() || undefined),
  }));
  const faulty = new Set(read.filter(({ result }) => !result.success).map(({ name }) => name));
  const settings = Object.fromEntries(read.map(({ name, result }) => [name, result.data])) as Settings;
  const faults = [
    ...Array.from(faulty, (name) => complaint(name, 'cannot be used')),
    ...[...breaches(settings, faulty), ...sharedBreaches(settings, faulty, as)].map(({ name, because }) =>
      complaint(name, because),
    ),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  return configOf(settings, environment);
}

/** A setting that can be read, and that the machine or the network does not bear out. */
export const settingRefused = (name: SettingName, because: string): ConfigError =>
  new ConfigError([complaint(name, because)]);

function complaint(name: SettingName, because: string): string {
  const { expected, example } = SETTINGS[name];
  return `${name}: ${because}. Expected ${expected}; for example ${name}=${example}`;
}

/** The settings as the program uses them; null where an embedded part takes the place of a real one. */
export type Config = ReturnType<typeof configOf>;

function configOf(settings: Settings, environment: Environment) {
  const production = settings.NODE_ENV === 'production';
  return {
    production,
    host: settings.HOST,
    port: settings.PORT,
    publicURL: settings.PUBLIC_URL ?? null,
    dataDir: settings.DATA_DIR,
    databaseURL: settings.DATABASE_URL ?? null,
    redisURL: settings.REDIS_URL ?? null,
    openim: openIMOf(settings),
    multiLoginPolicy: settings.OPENIM_MULTI_LOGIN_POLICY,
    forwarding: settings.OPENIM_FORWARD === 'on',
    executor: settings.EXECUTOR,
    supergraph: supergraphOf(settings),
    webhookNetworks: settings.WEBHOOK_CIDR,
    sandboxCallbacks: settings.SANDBOX_CALLBACKS === 'on',
    keys: {
      SESSION_KEK: settings.SESSION_KEK,
      IDENTITY_KEY: settings.IDENTITY_KEY,
      ADMIN_JWT_KEYS: settings.ADMIN_JWT_KEYS,
      WEBHOOK_SECRETS: settings.WEBHOOK_SECRETS,
    },
    company: companyOf(settings),
    trustProxy: settings.TRUST_PROXY,
    corsOrigins: settings.CORS_ORIGINS,
    /** Seconds. */
    sessionLife: settings.SESSION_LIFE,
    sessionIdle: settings.SESSION_IDLE,
    otpLimits: settings.OTP_LIMITS,
    rateLimits: settings.RATE_LIMITS,
    cost: { mode: settings.COST_MODE, limits: settings.COST_LIMITS },
    documents: { mode: settings.PERSISTED_OPERATIONS, files: settings.PERSISTED_OPERATIONS_MANIFEST },
    mostInBatch: settings.BATCH_LIMIT,
    /** ms. */
    overloadDelay: settings.OVERLOAD_DELAY,
    otpDelivery: deliveryOf(settings),
    otpTexts: settings.OTP_TEXTS ?? {},
    uploadLimits: uploadLimitsOf(settings),
    linkPreviews: settings.LINK_PREVIEWS,
    classifier: classifierOf(settings),
    mediaReading: settings.MEDIA_READING === 'on',
    gifs: gifsOf(settings),
    textClassifier: textClassifierOf(settings),
    mediaCache: { way: settings.MEDIA_CACHE, mostBytes: settings.MEDIA_CACHE_BYTES },
    /** Seconds. */
    eventsKept: settings.EVENTS_KEPT,
    /** Calls a second, of all nodes together. */
    reconcilerRate: settings.RECONCILER_RATE,
    /** By name, where each is asked; the others are in this process. */
    subgraphsElsewhere: settings.SUBGRAPHS,
    subgraphKeys: readKeys(settings.SUBGRAPH_KEYS ?? ''),
    /** In development the start-up lines stand alone unless something is wrong. */
    logLevel: settings.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    /** Variables that are no settings but look like one. */
    lookalikes: lookalikes(Object.keys(environment), NAMES),
  };
}

/** Null: the one that is checked in. */
const supergraphOf = ({ SUPERGRAPH: file, DATA_DIR: dataDir }: Settings): SupergraphFile | null =>
  file === undefined ? null : { file, lastGood: join(dataDir, 'supergraph.graphql') };

function deliveryOf({ OTP_DELIVERY: ways, OTP_DELIVERY_SECRET: secret }: Settings) {
  if (ways === 'outbox') return ways;
  return { mail: ways.mail, call: ways.call === null ? null : { url: ways.call, secret: secret ?? '' } };
}

const uploadLimitsOf = (settings: Settings) => ({
  maxBytes: settings.UPLOAD_MAX_BYTES,
  quotaBytes: settings.UPLOAD_QUOTA_BYTES,
  mimeTypes: settings.UPLOAD_TYPES,
});

/** Who is asked what texts are; null where nobody is. */
function textClassifierOf({ TEXT_CLASSIFIER_URL: url, TEXT_CLASSIFIER_SECRET: secret }: Settings) {
  return url === undefined || secret === undefined ? null : { url, secret };
}

/** Who is asked what files show; null where nobody is. */
function classifierOf(settings: Settings) {
  const { MEDIA_CLASSIFIER_URL: url, MEDIA_CLASSIFIER_SECRET: secret } = settings;
  if (url === undefined || secret === undefined) return null;
  return { url, secret, sends: settings.MEDIA_CLASSIFIER_SENDS, blocks: settings.MEDIA_CLASSIFIER_BLOCKS };
}

/** Null: our own catalog is all there is. */
function gifsOf({ GIF_PROVIDER: provider, GIF_API_KEY: key, GIF_API_URL: url, GIF_RATING: rating }: Settings) {
  return provider === 'catalog' || key === undefined ? null : { provider, key, url: url ?? null, rating };
}

function openIMOf(settings: Settings) {
  const {
    OPENIM_API_URL: apiURL,
    OPENIM_WS_URL: wsURL,
    OPENIM_ADMIN_USER_ID: adminUserID,
    OPENIM_SECRET: secret,
  } = settings;
  if (apiURL === undefined || wsURL === undefined || adminUserID === undefined || secret === undefined) return null;
  return { apiURL, wsURL: settings.OPENIM_PUBLIC_WS_URL ?? wsURL, adminUserID, secret };
}

/** A company's own OpenID provider; null where none is set. */
function companyOf(settings: Settings) {
  const { ADMIN_OIDC_ISSUER: issuer, ADMIN_OIDC_AUDIENCE: audience, ADMIN_OIDC_ROLE_CLAIM: roleClaim } = settings;
  if (issuer === undefined || audience === undefined) return null;
  return { issuer, audience, roleClaim, roles: new Map(settings.ADMIN_OIDC_ROLES) };
}
