import { hostOf } from '../address.ts';
import type { Head, MetaName } from './html.ts';
import { lineOf } from './text.ts';

/** What a page says of itself. Texts are clean and short enough to be shown; the address is absolute, http or https. */
export interface Preview {
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
  readonly imageURL: string | null;
}

/** What an oEmbed answer adds to it. */
export interface Embed {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly imageURL: string | null;
}

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 500;
const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 2_048;

export const titleOf = (text: string | null | undefined): string | null => lineOf(text, LONGEST_TITLE);
export const nameOf = (text: string | null | undefined): string | null => lineOf(text, LONGEST_NAME);

/** An address as a page writes it; null for any but http and https. */
export function addressIn(text: string | null | undefined, base: URL): URL | null {
  const href = text?.trim() ?? '';
  if (href === '' || href.length > LONGEST_ADDRESS || !URL.canParse(href, base.href)) return null;
  const url = new URL(href, base);
  url.hash = '';
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.password === '' && url.href.length <= LONGEST_ADDRESS ? url : null;
}

/** Open Graph first, then Twitter's cards, then oEmbed, then what HTML itself has. */
export function describe({ metas, title, base, image }: Head, page: URL, embed: Embed | null): Preview {
  const first = <Found>(read: (text: string) => Found | null, names: readonly MetaName[]): Found | null => {
    for (const name of names) {
      const text = metas.get(name);
      const found = text === undefined ? null : read(text);
      if (found !== null) return found;
    }
    return null;
  };
  const from = addressIn(base, page) ?? page;
  const pictures: readonly MetaName[] = [
    'og:image:secure_url',
    'og:image:url',
    'og:image',
    'twitter:image',
    'twitter:image:src',
  ];
  return {
    title: first(titleOf, ['og:title', 'twitter:title']) ?? embed?.title ?? titleOf(title),
    description: first(
      (text) => lineOf(text, LONGEST_DESCRIPTION),
      ['og:description', 'twitter:description', 'description'],
    ),
    siteName: first(nameOf, ['og:site_name', 'application-name']) ?? embed?.siteName ?? siteOf(page),
    imageURL:
      first((text) => addressIn(text, from)?.href ?? null, pictures) ??
      embed?.imageURL ??
      addressIn(image, from)?.href ??
      null,
  };
}

/** A page that does not name its site is of its host. */
export const siteOf = (page: URL): string | null => nameOf(hostOf(page).replace(/^www\./, ''));
