import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** One way in: the text in the path, and the password of the Basic credentials where the URL has some. */
export interface WebhookSecret {
  readonly path: string;
  /** Null: asked for only by whoever sends one. */
  readonly password: string | null;
}

/** `path` or `path:password`. */
export function readSecret(text: string): WebhookSecret {
  const [path = '', password = null] = text.split(':');
  return { path, password };
}

export const makeSecret = (): string =>
  `${randomBytes(24).toString('base64url')}:${randomBytes(24).toString('base64url')}`;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** The password of Basic credentials (RFC 7617); null where there are none. */
function passwordIn(authorization: string | undefined): string | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  return colon < 0 ? null : credentials.slice(colon + 1);
}

/** All of them are compared, whichever fits: which one it was takes no shorter. */
export function fits(secrets: readonly WebhookSecret[], path: string, authorization: string | undefined): boolean {
  const given = passwordIn(authorization);
  let found = false;
  for (const secret of secrets) {
    const pathFits = same(path, secret.path);
    const passwordFits = same(given ?? '', secret.password ?? given ?? '');
    if (pathFits && passwordFits) found = true;
  }
  return found;
}
