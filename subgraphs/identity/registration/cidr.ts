import { isIP } from 'node:net';
import { badInput } from '../../kit/fault.ts';

/** An address or a network in CIDR notation, of IPv4 or IPv6; bits of the host may be set. */
export function networkAsked(text: string, field: string): string {
  const [address = '', bits, more] = text.trim().split('/');
  const version = isIP(address);
  const whole = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? whole : Number(bits);
  const readable = version !== 0 && more === undefined && (bits === undefined || /^\d{1,3}$/.test(bits));
  if (!readable || prefix > whole || address.includes('%'))
    throw badInput(field, 'an address or a network is expected, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32');
  return `${address}/${prefix}`;
}
