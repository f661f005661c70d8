import { Parser } from 'htmlparser2';

/** What we look for among the metas. */
const NAMES = [
  ...['og:title', 'og:description', 'og:site_name', 'og:image', 'og:image:url', 'og:image:secure_url'],
  ...['twitter:title', 'twitter:description', 'twitter:image', 'twitter:image:src', 'description', 'application-name'],
] as const;
export type MetaName = (typeof NAMES)[number];
const isSought = (name: string): name is MetaName => (NAMES as readonly string[]).includes(name);

/** What a page's head holds, as it stands there. Of several of one name, the first counts. */
export interface Head {
  /** By `property`, `name` or `itemprop`. */
  readonly metas: ReadonlyMap<MetaName, string>;
  readonly title: string | null;
  /** As it is written; what `<base>` says of all other addresses. */
  readonly base: string | null;
  /** Of `<link rel=image_src>`, from before there were others. */
  readonly image: string | null;
  /** Where the same is told as JSON (oEmbed, discovery). */
  readonly oEmbed: string | null;
}

/** Characters after which it is seen whether the page has become too deep. */
const STEP = 16_384;
/** As deep as browsers nest; a page beyond that is not read further. */
const DEEPEST = 512;
const LONGEST_VALUE = 8_192;
const LONGEST_TITLE = 2_000;
const WATCHED = new Set(['meta', 'link', 'base']);

/**
 * Reads it in one pass, and builds nothing of it: a hostile page costs its own length. Bodies are read, too, because
 * many pages begin theirs too early.
 */
export function readHead(html: string): Head {
  const reading = createReading();
  const { parser } = reading;
  for (let at = 0; at < html.length && !reading.tooDeep(); at += STEP) {
    parser.write(html.slice(at, at + STEP));
  }
  return reading.head();
}

function createReading() {
  const metas = new Map<MetaName, string>();
  const found = { title: '', titles: 0, base: null as string | null, image: null as string | null };
  let oEmbed: string | null = null;
  let depth = 0;
  let inTitle = false;
  let watched: Map<string, string> | null = null;

  const take = { meta: takeMeta, link: takeLink, base: takeBase };
  function takeMeta(given: ReadonlyMap<string, string>): void {
    const name = (given.get('property') ?? given.get('name') ?? given.get('itemprop') ?? '').trim().toLowerCase();
    const content = given.get('content')?.trim() ?? '';
    if (isSought(name) && content !== '' && !metas.has(name)) metas.set(name, content);
  }
  function takeLink(given: ReadonlyMap<string, string>): void {
    const rel = (given.get('rel') ?? '').toLowerCase().split(/\s+/);
    const type = (given.get('type') ?? '').trim().toLowerCase();
    if (rel.includes('image_src')) found.image ??= given.get('href') ?? null;
    if (rel.includes('alternate') && type === 'application/json+oembed') oEmbed ??= given.get('href') ?? null;
  }
  function takeBase(given: ReadonlyMap<string, string>): void {
    found.base ??= given.get('href') ?? null;
  }

  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      if (depth > DEEPEST) parser.pause();
      watched = WATCHED.has(name) ? new Map() : null;
      // The page's own, and not one of a drawing in it.
      inTitle = name === 'title' && found.titles === 0;
      if (name === 'title') found.titles += 1;
    },
    onattribute(name, value) {
      if (watched !== null && !watched.has(name)) watched.set(name, value.slice(0, LONGEST_VALUE));
    },
    ontext(text) {
      if (inTitle && found.title.length < LONGEST_TITLE) found.title += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (watched !== null && (name === 'meta' || name === 'link' || name === 'base')) take[name](watched);
      watched = null;
      inTitle = false;
    },
  });
  return {
    parser,
    tooDeep: () => depth > DEEPEST,
    head: (): Head => ({
      metas,
      title: found.titles === 0 ? null : found.title,
      base: found.base,
      image: found.image,
      oEmbed,
    }),
  };
}
