import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import type { Store } from '../../kit/store.ts';
import type { Gif, GifAsker, GifPage, GifProvider, GifQuestion, GifSource } from './provider.ts';

/** Where a row stands: in its source, on the page that begins at `from`, after so many rows. */
export interface GifPlace {
  readonly source: GifSource;
  readonly from: string | null;
  readonly skip: number;
}

export type ShownGif = Gif & { readonly source: GifSource; readonly attribution: string | null };

export interface FoundGifs {
  readonly rows: readonly { readonly gif: ShownGif; readonly place: GifPlace }[];
  readonly more: boolean;
}

export interface Gifs {
  /** A list that was begun at one source goes on there; GIFS_AWAY where that is away. */
  find(question: Omit<GifQuestion, 'from'>, after: GifPlace | null, asker: GifAsker): Promise<FoundGifs>;
}

interface GifParts {
  readonly own: GifProvider;
  /** Null: our own catalog is all there is. */
  readonly provider: GifProvider | null;
  readonly store: Store;
  readonly log: Logger;
}

/** ms that a provider's answers are good for. */
const KEPT_MS = 5 * 60_000;
/** ms that a provider is left alone for, after it was away. */
const AWAY_MS = 30_000;

export function createGifs({ own, provider, store, log }: GifParts): Gifs {
  async function outside(question: GifQuestion, asker: GifAsker, from: GifProvider): Promise<GifPage | null> {
    const asked = JSON.stringify([from.source, question]);
    const key = `media:gifs:${createHash('sha256').update(asked).digest('base64url')}`;
    const awayKey = `media:gifs-away:${from.source}`;
    // Without the store there is nothing kept, and who is away is asked again.
    const [kept, away] = await Promise.all([store.get(key), store.get(awayKey)]).catch(() => [null, null]);
    if (kept !== null) return JSON.parse(kept) as GifPage;
    if (away !== null) return null;
    try {
      const page = await from.page(question, asker);
      await store.set(key, JSON.stringify(page), { ttl: KEPT_MS }).catch(() => false);
      return page;
    } catch (error) {
      // Who has left is no sign of anything.
      if (asker.signal.aborted) throw error;
      const { name, code, status } = error as { name?: string; code?: string; status?: number };
      log.warn({ source: from.source, fault: { name, code, status } }, 'the provider of GIFs is away; ours are shown');
      await store.set(awayKey, '1', { ttl: AWAY_MS }).catch(() => false);
      return null;
    }
  }

  async function pageFrom(place: GifPlace | null, question: Omit<GifQuestion, 'from'>, asker: GifAsker) {
    const from = place?.from ?? null;
    const asked = { ...question, most: question.most + (place?.skip ?? 0), from };
    if (provider !== null && (place === null || place.source === provider.source)) {
      const page = await outside(asked, asker, provider);
      if (page !== null) return { page, by: provider };
      if (place !== null) throw new Fault('GIFS_AWAY');
    }
    if (place !== null && place.source !== own.source) throw new Fault('GIFS_AWAY');
    return { page: await own.page(asked, asker), by: own };
  }

  return {
    async find(question, after, asker) {
      const { page, by } = await pageFrom(after, question, asker);
      const { source, attribution } = by;
      const last = page.gifs.length - 1;
      const rows = page.gifs.map((gif, nth) => ({
        gif: { ...gif, source, attribution },
        place:
          nth === last && page.next !== null
            ? { source, from: page.next, skip: 0 }
            : { source, from: after?.from ?? null, skip: nth + 1 },
      }));
      return { rows: rows.slice(after?.skip ?? 0), more: page.next !== null };
    },
  };
}
