import { lookup as resolve } from 'node:dns';
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
  return isIP(bare) === 0 ? !LOCAL_NAME.test(bare) : isPublic(bare);
}

/** Of IPv6, also what carries an IPv4 address within. */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  if (parsed.range() !== 'unicast' || CLOUD.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

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

const CONNECT_MS = 5_000;

/**
 * Connections to the public internet only, `allowPrivate`: to anywhere. What a name resolves to is checked where the
 * connection is made, so that it cannot resolve to something else meanwhile.
 */
export function createGuardedAgent({ allowPrivate }: { allowPrivate: boolean }): Agent {
  const connector = buildConnector({ timeout: CONNECT_MS, ...(allowPrivate ? {} : { lookup: publicLookup }) });
  return new Agent({
    // undici asks no lookup about an address that is a number already.
    connect: (options, callback) => {
      if (allowPrivate || isPublicHost(options.hostname)) connector(options, callback);
      else callback(new PrivateAddressError(), null);
    },
  });
}
