import { domainToASCII } from 'node:url';
import { LinkifyIt } from 'linkify-it';
import tlds from 'tlds' with { type: 'json' };
import { badInput } from '../../../kit/fault.ts';
import type { LinkCondition } from '../rule.ts';
import { type Finding, some, type Test } from './subject.ts';

/** As clients make links of what people write: with a scheme, or without one before a known top-level domain. */
const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: true, tlds: [...tlds] });

/** A domain as it travels (`xn--…`), without a dot at its end. INPUT_INVALID at `field` for what is none. */
export function domainOf(text: string, field: string): string {
  const domain = domainToASCII(
    text
      .trim()
      .replace(/^\*?\./, '')
      .replace(/\.$/, ''),
  );
  if (domain === '' || /[/:@?#]/.test(text)) throw badInput(field, 'a domain is expected, as in example.com');
  return domain;
}

/** `domains`: made by {@link domainOf}; each stands for itself and everything below it. */
export function linkTest({ domains, links }: LinkCondition): Test {
  const listed = new Set(domains);
  const meets = (host: string): boolean => suffixesOf(host).some((each) => listed.has(each)) === (links === 'LISTED');
  return ({ texts }) =>
    some(
      texts.flatMap(({ path, text }) =>
        linksIn(text)
          .filter(({ host }) => meets(host))
          .map(({ host, start, end }): Finding => ({ list: null, entry: host, where: { path, start, end } })),
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
