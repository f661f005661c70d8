import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, request } from 'undici';
import { badInput } from './fault.ts';

/** The address leads to where nobody outside may send us: our own network, this machine, a cloud's metadata. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';

  constructor() {
    super('The address is not one of the public internet.');
    this.name = 'PrivateAddressError';
  }
}

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ms until the whole answer is there. */
  readonly timeout: number;
  /** Bytes of the answer that are read; the rest is not waited for. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Buffer;
  /** Whether there was more than was read. */
  readonly cut: boolean;
}

/** HTTP to addresses that admins or other services name. */
export interface GuardedFetch {
  /** Refuses (INPUT_INVALID at `field`) an address that could never be asked; whether a name resolves is seen later. */
  check(address: string, field: string): void;
  /** Follows no redirect. Rejects with {@link PrivateAddressError}, or as undici does. */
  ask(address: string, outgoing: OutgoingRequest): Promise<OutgoingAnswer>;
  close(): Promise<void>;
}

const CONNECT_MS = 5_000;

/**
 * `allowPrivate`: for a developer's machine; without it an address has to be public, and spoken to over TLS. What a name
 * resolves to is checked where the connection is made, so that it cannot resolve to something else meanwhile.
 */
export function createGuardedFetch({ allowPrivate }: { allowPrivate: boolean }): GuardedFetch {
  const connector = buildConnector({ timeout: CONNECT_MS, ...(allowPrivate ? {} : { lookup: publicLookup }) });
  const agent = new Agent({
    // undici asks no lookup about an address that is a number already.
    connect: (options, callback) => {
      if (allowPrivate || isPublicHost(options.hostname)) connector(options, callback);
      else callback(new PrivateAddressError(), null);
    },
  });

  return {
    check(address, field) {
      const url = URL.canParse(address) ? new URL(address) : null;
      const scheme = allowPrivate ? /^https?:$/ : /^https:$/;
      const fits = url !== null && scheme.test(url.protocol) && url.username === '' && url.password === '' && !url.hash;
      const expected = `an address like https://example.org/hook${allowPrivate ? '' : ' of the public internet'}, without a password in it`;
      if (!fits || !(allowPrivate || isPublicHost(url.hostname))) throw badInput(field, expected);
    },
    async ask(address, { method, headers = {}, body, timeout, most, signal }) {
      const limit = AbortSignal.timeout(timeout);
      const answer = await request(address, {
        ...{ dispatcher: agent, method, headers, headersTimeout: timeout, bodyTimeout: timeout },
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        ...(body === undefined ? {} : { body }),
      });
      const { bytes, cut } = await readUpTo(most, answer.body);
      return { status: answer.statusCode, headers: answer.headers, bytes, cut };
    },
    close: () => agent.destroy(),
  };
}

async function readUpTo(most: number, body: AsyncIterable<Uint8Array>): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let left = most;
  for await (const chunk of body) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
    // Leaving the loop ends the connection.
    if (left < 0) return { bytes: Buffer.concat(chunks), cut: true };
  }
  return { bytes: Buffer.concat(chunks), cut: false };
}

/** A name may be; what it resolves to is looked at later. */
function isPublicHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? !/(^|\.)localhost\.?$/i.test(bare) : isPublic(bare);
}

/** Of IPv6, also what carries an IPv4 address within. */
const isPublic = (address: string): boolean => ipaddr.process(address.replace(/%.*$/, '')).range() === 'unicast';

const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    // One that is private among several is enough: which of them would be taken is not ours to say.
    if (!addresses.every(({ address }) => isPublic(address))) return callback(new PrivateAddressError(), []);
    if (options.all === true) return callback(null, addresses);
    const [first] = addresses;
    callback(null, first?.address ?? '', first?.family);
  });
};
