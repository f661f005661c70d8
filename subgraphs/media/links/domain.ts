import { badInput } from '../../kit/fault.ts';
import { hostOf } from './address.ts';

const LONGEST = 253;

/** A domain as links are compared with it: in ASCII and lower case, without a dot at the end. */
export function domainAsked(text: string, field: string): string {
  const written = text.trim();
  const bare = written.length <= LONGEST && !/[\s/?#@\\:]/.test(written.replace(/^\[[\da-f:.]+\]$/i, ''));
  const host = bare && URL.canParse(`http://${written}/`) ? hostOf(new URL(`http://${written}/`)) : '';
  if (host === '' || host.includes('*') || host.startsWith('.') || host.includes('..'))
    throw badInput(field, 'a domain like example.org is expected, which stands for all below it');
  return host;
}
