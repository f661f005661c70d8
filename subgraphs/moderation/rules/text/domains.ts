import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** A domain as it travels (`xn--…`), without a dot at its end; null for what is none. */
export function plainDomain(text: string): string | null {
  if (/[/:@?#\s]/.test(text.trim())) return null;
  const domain = domainToASCII(
    text
      .trim()
      .replace(/^\*?\./, '')
      .replace(/\.$/, ''),
  );
  return domain === '' || domain.length > LONGEST ? null : domain;
}

const LONGEST = 253;

/** Domains by a part of their SHA-256, sorted: a million take eight megabytes, and none is met by chance. */
export type DomainList = BigUint64Array<ArrayBuffer>;

export const compileDomains = (domains: readonly string[]): DomainList => BigUint64Array.from(domains, keyOf).sort();

export function isListed(list: DomainList, domain: string): boolean {
  const key = keyOf(domain);
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] ?? 0n) < key) from = middle + 1;
    else to = middle;
  }
  return list[from] === key;
}

const keyOf = (domain: string): bigint => createHash('sha256').update(domain).digest().readBigUInt64BE();
