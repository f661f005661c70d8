import { z } from 'zod';
import { readRedisURL } from '../../subgraphs/kit/redis-address.ts';
import { CLASSIFIER_SETTINGS } from './classifier-settings.ts';
import { DOCUMENT_SETTINGS } from './document-settings.ts';
import { GIF_SETTINGS } from './gif-settings.ts';
import * as shape from './shapes.ts';

/** One variable of the environment: how it is read, and what is said when it cannot be. */
interface Setting {
  readonly read: z.ZodType;
  readonly expected: string;
  readonly example: string;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable that this program reads; there is no other. Absent and empty are the same. */
export const SETTINGS = {
  NODE_ENV: {
    read: z.enum(['development', 'test', 'production']).default('development'),
    expected: 'development, test or production',
    example: 'production',
  },
  HOST: { read: z.string().min(1).default('127.0.0.1'), expected: 'an address to listen on', example: '0.0.0.0' },
  PORT: { read: shape.port.prefault('4000'), expected: 'a port from 0 to 65535, 0 for any free one', example: '4000' },
  PUBLIC_URL: {
    read: shape.origin.optional(),
    expected: 'the origin at which clients reach this gateway, without a path',
    example: 'https://chat.example.com',
  },
  DATABASE_URL: {
    read: shape.address('postgres:', 'postgresql:').optional(),
    expected: 'the address of a Postgres database',
    example: 'postgres://user:password@db:5432/openim_graphql',
  },
  DATA_DIR: {
    read: z.string().min(1).default('./data'),
    expected: 'a folder for what the embedded parts keep',
    example: './data',
  },
  REDIS_URL: {
    read: z
      .string()
      .refine((text) => readRedisURL(text) !== null)
      .optional(),
    expected: 'the address of a Redis server, or of the nodes of a Cluster',
    example: 'redis://:password@redis:6379/0',
  },
  OPENIM_API_URL: {
    read: shape.address('http:', 'https:').optional(),
    expected: "the address of OpenIM's REST API",
    example: 'http://openim-server:10002',
  },
  OPENIM_WS_URL: {
    read: shape.address('ws:', 'wss:').optional(),
    expected: "the address of OpenIM's WebSocket",
    example: 'ws://openim-server:10001',
  },
  OPENIM_PUBLIC_WS_URL: {
    read: shape.address('ws:', 'wss:').optional(),
    expected: "the address at which clients reach OpenIM's WebSocket",
    example: 'wss://chat.example.com/ws',
  },
  OPENIM_ADMIN_USER_ID: {
    read: z.string().min(1).optional(),
    expected: "the userID of OpenIM's admin",
    example: 'imAdmin',
  },
  OPENIM_SECRET: {
    read: z.string().min(1).optional(),
    expected: "OpenIM's share.secret",
    example: 'a long random text',
  },
  OPENIM_MULTI_LOGIN_POLICY: {
    read: z
      .enum(['0', '1', '4', '5'])
      .default('1')
      .transform((text) => Number(text) as 0 | 1 | 4 | 5),
    expected: "OpenIM's multiLogin.policy: 0, 1, 4 or 5",
    example: '1',
  },
  WEBHOOK_SECRETS: {
    read: shape.webhookSecrets.optional(),
    expected:
      'what OpenIM calls with: path or path:password, each of 16 or more of A-Z a-z 0-9 _ -; several with commas',
    example: 'one-long-random-text:another-long-random-text',
  },
  WEBHOOK_CIDR: {
    read: shape.networks.prefault(''),
    expected: 'networks that OpenIM may call from, with commas between them',
    example: '10.0.0.0/8,fd00::/8',
  },
  SANDBOX_CALLBACKS: {
    read: z.enum(['on', 'off']).default('on'),
    expected: 'on, or off: the sandbox tells us nothing',
    example: 'on',
  },
  SUPERGRAPH: {
    read: z.string().min(1).optional(),
    expected: 'a file with a composed supergraph, looked at again whenever it changes',
    example: './supergraph.graphql',
  },
  EXECUTOR: {
    read: z.enum(['compiled', 'apollo']).default('compiled'),
    expected: 'compiled, or apollo for the executor of @apollo/gateway',
    example: 'compiled',
  },
  OPENIM_FORWARD: {
    read: z.enum(['on', 'off']).default('on'),
    expected: 'on or off: whether /openim/* is served, for official SDKs of OpenIM',
    example: 'off',
  },
  SESSION_KEK: {
    read: shape.sessionKEK.optional(),
    expected: 'id:key[,id:key], each key 32 bytes in base64url; the first encrypts, all decrypt',
    example: 'k1:<43 characters>, as `npm run admin -- keys` prints it',
  },
  IDENTITY_KEY: {
    read: shape.seed.optional(),
    expected: 'an Ed25519 seed, 32 bytes in base64url',
    example: '<43 characters>, as `npm run admin -- keys` prints it',
  },
  ADMIN_JWT_KEYS: {
    read: shape.adminKeys.optional(),
    expected: 'kid:key[,kid:key], each key P-256 as PKCS #8 DER in base64url; the first signs, all verify',
    example: 'a1:MIGH…, as `npm run admin -- keys` prints it',
  },
  ADMIN_OIDC_ISSUER: {
    read: shape.address('http:', 'https:').optional(),
    expected: "the issuer of a company's OpenID provider whose tokens admins may use, https",
    example: 'https://login.example.com/realms/staff',
  },
  ADMIN_OIDC_AUDIENCE: {
    read: z.string().min(1).optional(),
    expected: 'the audience that its tokens for this gateway have',
    example: 'openim-graphql',
  },
  ADMIN_OIDC_ROLE_CLAIM: {
    read: z
      .string()
      .regex(/^[^\s]{1,200}$/)
      .default('roles'),
    expected: 'the claim of its tokens that holds the roles, a text or a list of texts',
    example: 'groups',
  },
  ADMIN_OIDC_ROLES: {
    read: shape.roleNames.optional(),
    expected: 'name=ROLE[,name=ROLE]: which of its roles is which of ours (OWNER, ADMIN, MODERATOR, SUPPORT, ANALYST)',
    example: 'chat-owners=OWNER,chat-help=SUPPORT',
  },
  TRUST_PROXY: {
    read: shape.peers.prefault(''),
    expected: 'addresses or networks of the proxies in front, or loopback, linklocal, uniquelocal',
    example: '10.0.0.0/8,loopback',
  },
  CORS_ORIGINS: {
    read: shape.origins.prefault(''),
    expected: 'origins of web pages that may call this gateway, with commas between them',
    example: 'https://app.example.com,http://localhost:5173',
  },
  SESSION_LIFE: {
    read: shape.duration.prefault('30d'),
    expected: 'how long a sign-in lives: a number and s, m, h or d',
    example: '30d',
  },
  SESSION_IDLE: {
    read: shape.duration.prefault('7d'),
    expected: 'how long a session lives unused: a number and s, m, h or d',
    example: '7d',
  },
  RATE_LIMITS: {
    read: shape.rateLimits.prefault(''),
    expected:
      'any of viewerMinute, addressMinute, OWNER, ADMIN, MODERATOR, SUPPORT, ANALYST, each with the most requests a minute',
    example: 'viewerMinute=1200,addressMinute=600,ANALYST=6000',
  },
  COST_MODE: {
    read: z.enum(['enforce', 'measure', 'off']).default('enforce'),
    expected: 'enforce, measure or off: what becomes of operations that may cost more than their viewer has',
    example: 'measure',
  },
  COST_LIMITS: {
    read: shape.costLimits.prefault(''),
    expected:
      'any of anonymous, user, admin, OWNER, ADMIN, MODERATOR, SUPPORT, ANALYST, each with the most that an operation of theirs may cost',
    example: 'anonymous=2000,user=30000,admin=100000,SUPPORT=20000',
  },
  ...DOCUMENT_SETTINGS,
  OVERLOAD_DELAY: {
    read: shape.milliseconds.prefault('500'),
    expected: 'the ms by which answers may be late before strangers are refused',
    example: '500',
  },
  OTP_LIMITS: {
    read: shape.otpLimits.prefault(''),
    expected: 'any of resend (seconds), destinationHour, destinationDay, addressHour, deviceHour, each with a number',
    example: 'resend=30,destinationHour=10',
  },
  OTP_DELIVERY: {
    read: shape.delivery.prefault('outbox'),
    expected:
      'outbox (development only), the address of a mail server, the https address that has codes sent, ' +
      'or both of these with a comma between them',
    example: 'smtp://user:password@mail:587?from=chat@example.com,https://sms.example.com/codes',
  },
  OTP_DELIVERY_SECRET: {
    read: z.string().regex(shape.WEBHOOK_KEY).optional(),
    expected: 'what calls to OTP_DELIVERY are signed with: whsec_ and 24 to 64 bytes in base64 (Standard Webhooks)',
    example: 'whsec_ and what `openssl rand -base64 32` prints',
  },
  OTP_TEXTS: {
    read: shape.texts.optional(),
    expected:
      'a JSON file: by language, then signIn, newAddress, currentAddress, addressChanged, eraseAccount, each with subject and text',
    example: './texts.json',
  },
  UPLOAD_MAX_BYTES: {
    read: shape.bytes.prefault('268435456'),
    expected: 'the most bytes that an uploaded file may have',
    example: '268435456',
  },
  UPLOAD_QUOTA_BYTES: {
    read: shape.bytes.prefault('5368709120'),
    expected: 'the most bytes that one user may upload in 30 days',
    example: '5368709120',
  },
  UPLOAD_TYPES: {
    read: shape.mimeTypes.prefault(
      'image/*,audio/*,video/*,font/*,text/plain,text/csv,text/markdown,application/pdf,application/zip,application/gzip,' +
        'application/msword,application/vnd.*,application/json,application/octet-stream',
    ),
    expected: 'media types that may be uploaded, each type/subtype, type/* or type/prefix*, with commas between them',
    example: 'image/*,audio/*,application/pdf,application/octet-stream',
  },
  LINK_PREVIEWS: {
    read: z.enum(['on', 'off', 'private']).default('on'),
    expected:
      'on; off: no page is fetched that people link to; or, in development, private: on this machine and its network, too',
    example: 'off',
  },
  MEDIA_READING: {
    read: z.enum(['on', 'off']).default('on'),
    expected: 'on, or off: this node reads no files that people send, and leaves them to others',
    example: 'off',
  },
  MEDIA_CACHE: {
    read: z.enum(['disk', 'openim']).default('disk'),
    expected: "disk, or openim: where smaller copies of pictures are kept, in DATA_DIR or in OpenIM's object store",
    example: 'disk',
  },
  MEDIA_CACHE_BYTES: {
    read: shape.bytes.prefault('1073741824'),
    expected: 'the most bytes that smaller copies of pictures may have in DATA_DIR',
    example: '1073741824',
  },
  ...CLASSIFIER_SETTINGS,
  ...GIF_SETTINGS,
  EVENTS_KEPT: {
    read: shape.duration.prefault('7d'),
    expected: 'how long an event stays that everybody has handled, to be told again: a number and s, m, h or d',
    example: '7d',
  },
  RECONCILER_RATE: {
    read: shape.rate.prefault('10'),
    expected:
      'how often a second OpenIM is asked for what its callbacks did not tell, by all nodes together; 0 for never',
    example: '10',
  },
  SUBGRAPHS: {
    read: shape.subgraphs.prefault(''),
    expected: 'name=address of subgraphs that run as processes of their own (openim, identity, media, moderation)',
    example: 'identity=http://identity:4001/graphql,media=http://media:4001/graphql',
  },
  SUBGRAPH_KEYS: {
    read: shape.sessionKEK.optional(),
    expected: 'id:key[,id:key], each key 32 bytes in base64url; the first signs, all are believed',
    example: 'g1:<43 characters>, as `npm run admin -- keys` prints it',
  },
  LOG_LEVEL: { read: z.enum(LEVELS).optional(), expected: LEVELS.join(', '), example: 'info' },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['read']> };
