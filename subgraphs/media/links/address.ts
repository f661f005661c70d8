import { createHash } from 'node:crypto';
import { isIP } from 'node:net';

/** A link that may be fetched. */
export interface LinkAddress {
  /** The same for the same address; what is kept of a link once it was fetched. */
  readonly id: string;
  readonly url: string;
  readonly host: string;
}

const LONGEST = 2_048;

/** Names of parameters, or words in them, that carry what is for one person or for one time. */
const SECRET_WORDS = new Set([
  ...[
    'token',
    'secret',
    'password',
    'passwd',
    'pwd',
    'signature',
    'sig',
    'jwt',
    'session',
    'sessionid',
    'ticket',
    'otp',
  ],
  ...['credential', 'credentials', 'apikey', 'auth', 'nonce', 'magic', 'confirmation', 'verification', 'activation'],
  ...['unsubscribe', 'invite', 'invitation'],
]);
const SECRET_NAMES = new Set(['code', 'key', 'sid', 'hash', 'k']);
/** Parts of a path behind which a GET does something. */
const DOING =
  /\/(?:unsubscribe|opt-?out|log-?out|sign-?out|magic-?link|activate|verify|confirm|reset-?password|password-?reset|verify-?email|confirm-?email|email-?verification|approve|decline|reject|rsvp|delete|deactivate|cancel)(?:[/.]|$)/i;
const JWT = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+/;

/** Null for what is never fetched: no web address, one with a password, or one that was meant for one person. */
export function linkAddress(text: string): LinkAddress | null {
  if (text.length > LONGEST || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const address = new URL(text);
  if (address.username !== '' || address.password !== '' || isPersonal(address)) return null;
  address.hash = '';
  const url = address.href;
  return { id: createHash('sha256').update(url).digest('base64url').slice(0, 27), url, host: hostOf(address) };
}

function isPersonal({ pathname, search, searchParams }: URL): boolean {
  if (DOING.test(pathname) || JWT.test(pathname) || JWT.test(search)) return true;
  return [...searchParams.keys()].some(
    (name) => SECRET_NAMES.has(name.toLowerCase()) || wordsOf(name).some((word) => SECRET_WORDS.has(word)),
  );
}

/** Of `X-Amz-Signature`, `reset_token` or `resetToken`; and all of them as one, as in `api_key`. */
const wordsOf = (name: string): string[] => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return [...words, words.join('')];
};

/** As it is compared: `example.org.` is `example.org`. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');

/** A host and what it lies below, which a block may name. */
export function domainsOf(host: string): string[] {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return [host];
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}
