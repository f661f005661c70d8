import type { Logger } from 'pino';
import { GetRefused, type Got, type GuardedGet, type Wanted } from '../../kit/guarded-get.ts';
import { PrivateAddressError } from '../../kit/public-address.ts';
import type { Pool } from '../workers/pool.ts';
import { hostOf } from './address.ts';
import { freshFor, retryAfter } from './freshness.ts';
import { addressIn, describe, type Embed, type Preview, siteOf } from './page/describe.ts';
import type { Head } from './page/html.ts';
import { isOfSite, readEmbed } from './page/oembed.ts';

/** What came of one fetch. */
export type Visit = {
  /** Every host that was asked, in order. */
  readonly hosts: readonly string[];
} & (
  | { readonly preview: Preview; readonly freshMs: number }
  | {
      readonly preview: null;
      /** Why there is none: a word of ours, or `HTTP_404`. */
      readonly problem: string;
      /** The host is to blame, and may be well again later: what was known of the page stands. */
      readonly hostFault: boolean;
      /** Ms that the host asks to be left alone. */
      readonly waitMs: number | null;
    }
);

export interface Visiting {
  readonly guarded: GuardedGet;
  readonly pool: Pool;
  /** Whether an admin has blocked a host. */
  readonly isBlocked: (host: string) => Promise<boolean>;
  readonly log: Logger;
}

/** An admin wants nothing of it shown. */
class BlockedError extends Error {
  readonly code = 'BLOCKED';

  constructor() {
    super('The domain is blocked.');
    this.name = 'BlockedError';
  }
}

const TIMEOUT_MS = 10_000;
const EMBED_TIMEOUT_MS = 4_000;
/** Of a worker's time, and of waiting for one. */
const READING_MS = 10_000;
const MOST_HTML = 1_048_576;
const MOST_EMBED = 65_536;
const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** A link may lead to a picture itself; drawings that carry scripts are none. */
const PICTURE = /^image\/(?:jpeg|png|gif|webp|avif)$/;

/** Fetches a link once, and reads what its page says of itself. Rejects only when `signal` ends it. */
export async function visit(
  url: string,
  { guarded, pool, isBlocked, log }: Visiting,
  signal: AbortSignal,
): Promise<Visit> {
  const hosts: string[] = [];
  const hop = async (to: URL): Promise<void> => {
    hosts.push(hostOf(to));
    if (await isBlocked(hostOf(to))) throw new BlockedError();
  };
  try {
    const got = await guarded.get(url, { ...WANTED, visit: hop, signal });
    if (got.status < 200 || got.status > 299) return { hosts, preview: null, ...refusalOf(got) };
    const preview = PICTURE.test(got.type)
      ? pictureItself(got.url)
      : await readPage(got, { guarded, pool, hop, signal });
    if (preview.title === null && preview.imageURL === null)
      return { hosts, preview: null, problem: 'NOTHING_SAID', hostFault: false, waitMs: null };
    return { hosts, preview, freshMs: freshFor(got.headers['cache-control']) };
  } catch (error) {
    signal.throwIfAborted();
    return { hosts, preview: null, ...problemOf(error, log) };
  }
}

const WANTED = {
  accept: 'text/html,application/xhtml+xml;q=0.9,image/*;q=0.5',
  most: (type) => (PAGE.test(type) ? MOST_HTML : PICTURE.test(type) ? 0 : null),
  timeout: TIMEOUT_MS,
} as const satisfies Partial<Wanted>;

const pictureItself = (url: URL): Preview => ({
  title: null,
  description: null,
  siteName: siteOf(url),
  imageURL: url.href,
});

interface Reading {
  readonly guarded: GuardedGet;
  readonly pool: Pool;
  readonly hop: (to: URL) => Promise<void>;
  readonly signal: AbortSignal;
}

async function readPage(got: Got, reading: Reading): Promise<Preview> {
  const type = got.headers['content-type'];
  const page = { bytes: got.bytes, contentType: typeof type === 'string' ? type : null };
  const head = await reading.pool.run('readPage', page, { timeout: READING_MS, signal: reading.signal });
  const said = describe(head, got.url, null);
  const whole = said.imageURL !== null && head.metas.has('og:title');
  return whole ? said : describe(head, got.url, await embedOf(head, got.url, reading));
}

/** What the page's site tells as JSON; null where it does not, because the page itself has said enough to go on. */
async function embedOf({ oEmbed, base }: Head, page: URL, { guarded, hop, signal }: Reading): Promise<Embed | null> {
  const address = addressIn(oEmbed, addressIn(base, page) ?? page);
  if (address === null || !isOfSite(address, page)) return null;
  try {
    const { status, bytes, cut, url } = await guarded.get(address.href, {
      accept: 'application/json',
      most: (type) =>
        /^(?:application\/json|text\/javascript|application\/json\+oembed)$/.test(type) ? MOST_EMBED : null,
      ...{ timeout: EMBED_TIMEOUT_MS, hops: 0, visit: hop, signal },
    });
    return status === 200 && !cut ? readEmbed(bytes.toString('utf8'), url) : null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

function refusalOf({ status, headers }: Got) {
  const busy = status === 429 || status >= 500;
  return { problem: `HTTP_${status}`, hostFault: busy, waitMs: busy ? retryAfter(headers['retry-after']) : null };
}

/** By its code: messages repeat addresses. */
function problemOf(error: unknown, log: Logger) {
  const { code, name } = error as { code?: unknown; name?: string };
  const ours = error instanceof GetRefused || error instanceof PrivateAddressError || error instanceof BlockedError;
  if (ours) return { problem: error.code, hostFault: false, waitMs: null };
  // A worker that was ended, too: its page was made to be slow.
  if (name === 'TimeoutError' || name === 'AbortError') return { problem: 'TIMED_OUT', hostFault: true, waitMs: null };
  if (typeof code === 'string') return { problem: code, hostFault: true, waitMs: null };
  log.error({ error: name }, 'a page that somebody linked to could not be read');
  return { problem: 'UNREADABLE', hostFault: false, waitMs: null };
}
