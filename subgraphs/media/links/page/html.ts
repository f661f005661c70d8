import { setImmediate as breathe } from 'node:timers/promises';
import { Parser } from 'htmlparser2';

/** What a page's head holds, as it stands there. Of several of one name, the first counts. */
export interface Head {
  /** By lower-case `property`, `name` or `itemprop`. */
  readonly metas: ReadonlyMap<string, string>;
  readonly title: string | null;
  /** As it is written; what `<base>` says of all other addresses. */
  readonly base: string | null;
  /** Of `<link rel=image_src>`, from before there were others. */
  readonly image: string | null;
  /** Where the same is told as JSON (oEmbed, discovery). */
  readonly oEmbed: string | null;
}

/** Characters between which others have their turn. */
const STEP = 16_384;
/** As deep as browsers nest; a page beyond that is not read further. */
const DEEPEST = 512;
const LONGEST_VALUE = 8_192;
const MOST_METAS = 500;
const LONGEST_TITLE = 2_000;
const WATCHED = new Set(['meta', 'link', 'base']);

/**
 * Reads it in one pass, and builds nothing of it: a hostile page costs its own length. Bodies are read, too, because
 * many pages begin theirs too early.
 */
export async function readHead(html: string, signal: AbortSignal): Promise<Head> {
  const reading = createReading();
  const { parser } = reading;
  for (let at = 0; at < html.length && !reading.tooDeep(); at += STEP) {
    signal.throwIfAborted();
    parser.write(html.slice(at, at + STEP));
    await breathe();
  }
  return reading.head();
}

function createReading() {
  const metas = new Map<string, string>();
  const found = { title: '', titles: 0, base: null as string | null, image: null as string | null };
  let oEmbed: string | null = null;
  let depth = 0;
  let inTitle = false;
  let watched: Map<string, string> | null = null;

  const take = { meta: takeMeta, link: takeLink, base: takeBase };
  function takeMeta(given: ReadonlyMap<string, string>): void {
    const name = (given.get('property') ?? given.get('name') ?? given.get('itemprop') ?? '').trim().toLowerCase();
    const content = given.get('content')?.trim() ?? '';
    if (name !== '' && content !== '' && !metas.has(name) && metas.size < MOST_METAS) metas.set(name, content);
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
