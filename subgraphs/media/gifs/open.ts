import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createGuardedFetch } from '../../kit/guarded-fetch.ts';
import type { Store } from '../../kit/store.ts';
import type { GifRating } from './ask.ts';
import { createGifs, type Gifs } from './gifs.ts';
import { createGiphy, GIPHY_URL } from './giphy.ts';
import { createOwnGifs } from './own.ts';
import { createTenor, TENOR_URL } from './tenor.ts';

/** Who is asked for GIFs. */
export interface GifSettings {
  readonly provider: 'tenor' | 'giphy';
  readonly key: string;
  /** Of a host of the same shape; null: the provider's own. An operator has named it, so it may be anywhere. */
  readonly url: string | null;
  readonly rating: GifRating;
}

interface OpenGifs {
  readonly db: Knex;
  readonly store: Store;
  /** Null: our own catalog is all there is. */
  readonly gifs: GifSettings | null;
  readonly filesURL: () => string;
  readonly log: Logger;
}

export function openGifs({ db, store, gifs: settings, filesURL, log }: OpenGifs): Gifs & { stop(): Promise<void> } {
  const own = createOwnGifs({ db, filesURL });
  if (settings === null) return { ...createGifs({ own, provider: null, store, log }), stop: async () => undefined };
  const { provider: shape, key, rating, url } = settings;
  const fetch = createGuardedFetch({ allowPrivate: url !== null });
  const [create, usual] = shape === 'tenor' ? [createTenor, TENOR_URL] : [createGiphy, GIPHY_URL];
  const provider = create({ fetch, key, rating, url: (url ?? usual).replace(/\/+$/, '') });
  return { ...createGifs({ own, provider, store, log }), stop: () => fetch.close() };
}
