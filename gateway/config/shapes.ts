import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { ROLES } from '../bounds/by-role.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isURL = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

/** An address with one of these protocols; it may carry a user, a password and a path. */
export const address = (...protocols: string[]) => z.string().refine((text) => isURL(text, protocols));

/** Nothing but scheme, host and port: what a browser calls an origin. */
const isOrigin = (text: string): boolean =>
  isURL(text, ['http:', 'https:']) && new URL(text).origin === text.replace(/\/$/, '');

export const origin = z
  .string()
  .refine(isOrigin)
  .transform((text) => new URL(text).origin);

export const origins = z.string().transform(list).pipe(z.array(origin));

/** Peers: addresses, networks in CIDR notation, or the ranges that have a name. */
const RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);

function isPeer(text: string): boolean {
  const [host = '', bits, more] = text.split('/');
  const version = isIP(host);
  if (version === 0) return RANGES.has(text);
  return (
    more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

export const peers = z
  .string()
  .transform(list)
  .pipe(z.array(z.string().refine(isPeer)));

const isNetwork = (text: string): boolean => isIP(text.split('/')[0] ?? '') !== 0 && isPeer(text);

/** In CIDR notation; an address alone is a network of its own. */
export const networks = z
  .string()
  .transform(list)
  .pipe(z.array(z.string().refine(isNetwork)))
  .transform((all) => all.map((each) => (each.includes('/') ? each : `${each}/${isIP(each) === 4 ? 32 : 128}`)));

const WEBHOOK_SECRET = '[A-Za-z0-9_-]{16,200}(:[A-Za-z0-9_-]{16,200})?';

/** The first is the newest; the others are taken until OpenIM's configuration is changed. */
export const webhookSecrets = z.string().regex(new RegExp(`^${WEBHOOK_SECRET}(,${WEBHOOK_SECRET})*$`));

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `90s`, `15m`, `12h`, `30d`; in seconds. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,6}[smhd]$/)
  .transform((text) => Number(text.slice(0, -1)) * (SECONDS[text.slice(-1)] ?? 1));

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** In the clear only to this machine: a code would be anybody's on the way. */
const isCall = (text: string): boolean =>
  isURL(text, ['https:']) || (isURL(text, ['http:']) && LOOPBACK.has(new URL(text).hostname));

/** `outbox`, or one mail server, one address to call, or both. */
export const delivery = z
  .string()
  .transform(list)
  .transform((ways, issues) => {
    if (ways.length === 1 && ways[0] === 'outbox') return 'outbox' as const;
    const mail = ways.filter((way) => isURL(way, ['smtp:', 'smtps:']));
    const call = ways.filter(isCall);
    if (ways.length === 0 || mail.length > 1 || call.length > 1 || mail.length + call.length < ways.length)
      issues.addIssue({ code: 'custom', message: 'not understood' });
    return { mail: mail[0] ?? null, call: call[0] ?? null };
  });

const message = z.strictObject({ subject: z.string().min(1), text: z.string().min(1) });
const withCode = message.refine(({ text }) => text.includes('{code}'));
const words = z.record(
  z.string().regex(/^[a-z]{2,3}$/),
  z.strictObject({
    signIn: withCode.optional(),
    newAddress: withCode.optional(),
    currentAddress: withCode.optional(),
    eraseAccount: withCode.optional(),
    addressChanged: message.optional(),
  }),
);

/** What messages say, in a file of the operator's. */
export const texts = z.string().transform((path, issues) => {
  try {
    return words.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    issues.addIssue({ code: 'custom', message: 'not readable' });
    return z.NEVER;
  }
});

export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));

/** A number of bytes that a file system could hold. */
export const bytes = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

export const rate = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** `type/subtype`, `type/*`, or `type/prefix*`. */
export const mimeTypes = z
  .string()
  .transform((text) => list(text.toLowerCase()))
  .pipe(z.array(z.string().regex(/^[a-z0-9.+-]+\/([a-z0-9.+-]+\*?|\*)$/)).min(1));

const LIMITS = ['resend', 'destinationHour', 'destinationDay', 'addressHour', 'deviceHour'] as const;

/** `name=number`, any of these names. */
const numbers = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z
    .string()
    .transform((text) => Object.fromEntries(list(text).map((pair) => pair.split('='))))
    .pipe(
      z.partialRecord(
        z.enum(names),
        z
          .string()
          .regex(/^\d{1,6}$/)
          .transform(Number),
      ),
    );

export const otpLimits = numbers(LIMITS);

export const rateLimits = numbers(['viewerMinute', 'addressMinute', ...ROLES]);

export const costLimits = numbers(['anonymous', 'user', 'admin', ...ROLES]);

export const milliseconds = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

const KEY_ID = '[A-Za-z0-9_-]{1,32}';

/** `id:key[,id:key]`, each key 32 bytes. */
export const sessionKEK = z.string().regex(new RegExp(`^${KEY_ID}:[A-Za-z0-9_-]{43}(,${KEY_ID}:[A-Za-z0-9_-]{43})*$`));

export const seed = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

function isP256(text: string): boolean {
  try {
    const key = createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

/** `kid:key[,kid:key]`, each key P-256 as PKCS #8. */
export const adminKeys = z.string().refine((text) =>
  text.split(',').every((pair) => {
    const [kid = '', key = '', more] = pair.split(':');
    return more === undefined && new RegExp(`^${KEY_ID}$`).test(kid) && isP256(key);
  }),
);

/** `name=ROLE`, any number of them. */
export const roleNames = z
  .string()
  .transform((text) =>
    list(text).map((pair) => [pair.slice(0, pair.lastIndexOf('=')), pair.slice(pair.lastIndexOf('=') + 1)]),
  )
  .pipe(z.array(z.tuple([z.string().min(1), z.enum(ROLES)])).min(1));

/** Of Standard Webhooks. */
export const WEBHOOK_KEY = /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/;

const SCORE = /^([\w.:/ -]{1,100})=(0|1|0?\.\d{1,6}|1\.0+)$/;

/** Labels, and a number from 0 to 1 for each. */
export const scores = z
  .string()
  .transform(list)
  .pipe(z.array(z.string().regex(SCORE)))
  .transform((all) => new Map(all.map((each) => [SCORE.exec(each)?.[1] ?? '', Number(SCORE.exec(each)?.[2])])));

const SUBGRAPHS = ['openim', 'identity', 'media', 'moderation'] as const;

/** What is signed between a gateway and a subgraph is the path: it has no query, and nothing stands before the host. */
const isSubgraphURL = (text: string): boolean => {
  if (!isURL(text, ['http:', 'https:'])) return false;
  const { search, hash, username, password } = new URL(text);
  return search === '' && hash === '' && username === '' && password === '';
};

/** `name=address`, any of the four. An address without a path is that of `/graphql` there. */
export const subgraphs = z
  .string()
  .transform((text) => list(text).map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]))
  .pipe(z.array(z.tuple([z.enum(SUBGRAPHS), z.string().refine(isSubgraphURL)])))
  .refine((pairs) => new Set(pairs.map(([name]) => name)).size === pairs.length)
  .transform((pairs) => new Map(pairs.map(([name, url]) => [name, withPath(url)])));

function withPath(text: string): string {
  const url = new URL(text);
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}
