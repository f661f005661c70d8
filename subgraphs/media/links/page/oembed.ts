import { hostOf } from '../address.ts';
import { addressIn, type Embed, nameOf, titleOf } from './describe.ts';

/** Who answers for sites that are not theirs by name. */
const ANSWERS_FOR_OTHERS = new Set(['publish.twitter.com', 'public-api.wordpress.com']);

/** Whether the page's own site answers there: its host or one below it, or over TLS one that is known to do so. */
export function isOfSite(oEmbed: URL, page: URL): boolean {
  const site = hostOf(page).replace(/^www\./, '');
  const host = hostOf(oEmbed);
  if (host === site || host.endsWith(`.${site}`)) return true;
  return oEmbed.protocol === 'https:' && ANSWERS_FOR_OTHERS.has(host);
}

/** An answer of oEmbed 1.0 (JSON); null where it is none. */
export function readEmbed(text: string, from: URL): Embed | null {
  const answer = parsed(text);
  if (answer === null) return null;
  const { type, title, provider_name: name, thumbnail_url: thumbnail, url } = answer;
  const image = typeof thumbnail === 'string' ? thumbnail : type === 'photo' ? url : null;
  return {
    title: typeof title === 'string' ? titleOf(title) : null,
    siteName: typeof name === 'string' ? nameOf(name) : null,
    imageURL: typeof image === 'string' ? (addressIn(image, from)?.href ?? null) : null,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
