import { LinkifyIt } from 'linkify-it';
import tlds from 'tlds' with { type: 'json' };
import { badInput } from '../../../kit/fault.ts';
import type { Links } from '../rule.ts';
import { type DomainList, isListed, plainDomain } from '../text/domains.ts';
import { type Finding, type MetList, some, type Test } from './subject.ts';

/** As clients make links of what people write: with a scheme, or without one before a known top-level domain. */
const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: true, tlds: [...tlds] });

/** A domain as it travels; INPUT_INVALID at `field` for what is none. */
export function domainOf(text: string, field: string): string {
  const domain = plainDomain(text);
  if (domain === null) throw badInput(field, 'a domain is expected, as in example.com');
  return domain;
}

/** A list of domains in the version that is in force. */
export interface LoadedDomains extends MetList {
  readonly domains: DomainList;
}

/**
 * `domains`: made by `domainOf`; each stands for itself and everything below it. `lists`: null where one of them is gone,
 * and then it does not hold: to a list that is not there, any link would be one that is not listed.
 */
export function linkTest(
  { domains, links }: Pick<Links, 'domains' | 'links'>,
  lists: readonly LoadedDomains[] | null,
): Test {
  if (lists === null) return () => null;
  const own = new Set(domains);
  const listed = (host: string): Pick<Finding, 'list' | 'entry'> | null => {
    for (const entry of suffixesOf(host)) {
      if (own.has(entry)) return { list: null, entry: host };
      const found = lists.find((each) => isListed(each.domains, entry));
      if (found !== undefined) {
        const { domains: _, ...list } = found;
        return { list, entry };
      }
    }
    return null;
  };
  const met = (host: string): Pick<Finding, 'list' | 'entry'> | null => {
    const found = listed(host);
    if (links === 'LISTED') return found;
    return found === null ? { list: null, entry: host } : null;
  };
  return ({ texts }) =>
    some(
      texts.flatMap(({ path, text }) =>
        linksIn(text).flatMap(({ host, start, end }): Finding[] => {
          const found = met(host);
          return found === null ? [] : [{ ...found, where: { path, start, end } }];
        }),
      ),
    );
}

interface Link {
  readonly host: string;
  readonly start: number;
  readonly end: number;
}

function linksIn(text: string): Link[] {
  // Every link has one of these; most texts have none.
  if (!/[.\u3002\uff0e\uff61:]/u.test(text)) return [];
  return (linkify.match(text) ?? []).flatMap(({ url, index, lastIndex }) => {
    const host = hostOf(url);
    return host === null ? [] : [{ host, start: index, end: lastIndex }];
  });
}

/** As a browser would read it: in lower case, `xn--…`, an address in its plain form. */
function hostOf(url: string): string | null {
  const parsed = URL.parse(url.startsWith('//') ? `https:${url}` : url);
  const host = parsed === null ? '' : parsed.hostname.replace(/\.$/, '');
  return host === '' ? null : host;
}

/** `a.b.c`, `b.c`, `c`. */
const suffixesOf = (host: string): string[] => {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
};
