import type { LookupAddress } from 'node:dns';
import names from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

/** The address leads to where nobody outside may send us: our own network, this machine, a cloud's metadata. */
export class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';

  constructor() {
    super('The address is not one of the public internet.');
    this.name = 'PrivateAddressError';
  }
}

/** Public by its number, and inside of every machine of that cloud all the same (Azure). */
const CLOUD = new Set(['168.63.129.16']);
/** What the internet hands out (RFC 4291, IANA); ipaddr.js also calls unicast what lies outside of it. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Names that only our own network answers to (RFC 6761, 6762, 8375, 9476; ICANN's `internal`). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|alt|onion)\.?$/i;

/** Whether a host of a URL may be asked; of a name, what it resolves to is looked at when the connection is made. */
export function isPublicHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return isPublic(bare);
  // A name without a dot is looked for in our own domain.
  return /[^.]\.[^.]/.test(bare) && !LOCAL_NAME.test(bare);
}

/** Of IPv6, also what carries an IPv4 address within. */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  if (parsed.range() !== 'unicast' || CLOUD.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  addressesOf(hostname, options.family).then(
    (addresses) => {
      // One that is private among several is enough: which of them would be taken is not ours to say.
      if (!addresses.every(({ address }) => isPublic(address))) return callback(new PrivateAddressError(), []);
      if (options.all === true) return callback(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? '', first?.family);
    },
    (error: NodeJS.ErrnoException) => callback(error, []),
  );
};

/**
 * By name servers alone: the system's own look-up has four threads for all of this process, and a stranger's name server
 * that does not answer would hold each of them for many seconds.
 */
async function addressesOf(hostname: string, family: unknown): Promise<LookupAddress[]> {
  const [four, six] = await Promise.allSettled([
    family === 6 || family === 'IPv6' ? [] : names.resolve4(hostname),
    family === 4 || family === 'IPv4' ? [] : names.resolve6(hostname),
  ]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value : []).map((address) => ({ address, family: 4 })),
    ...(six.status === 'fulfilled' ? six.value : []).map((address) => ({ address, family: 6 })),
  ];
  if (found.length === 0) throw failureOf(four) ?? failureOf(six);
  return found;
}

const failureOf = (result: PromiseSettledResult<unknown>): unknown =>
  result.status === 'rejected' ? result.reason : undefined;

const CONNECT_MS = 5_000;

/**
 * Connections to the public internet only, `allowPrivate`: to anywhere. What a name resolves to is checked where the
 * connection is made, so that it cannot resolve to something else meanwhile.
 */
export function createGuardedAgent({ allowPrivate }: { allowPrivate: boolean }): Agent {
  const lookup = allowPrivate ? {} : { lookup: publicLookup };
  // Of HTTP/2 a stranger has more to try than we have to gain.
  const connector = buildConnector({ timeout: CONNECT_MS, allowH2: false, ...lookup });
  return new Agent({
    allowH2: false,
    // undici asks no lookup about an address that is a number already.
    connect: (options, callback) => {
      if (allowPrivate || isPublicHost(options.hostname)) connector(options, callback);
      else callback(new PrivateAddressError(), null);
    },
  });
}
