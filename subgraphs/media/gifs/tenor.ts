import { z } from 'zod';
import { askHost, bytesOf, type GifHost, gifPicture, readable, side, webAddress } from './ask.ts';
import type { GifProvider } from './provider.ts';

export const TENOR_URL = 'https://tenor.googleapis.com';

const FILTERS = { g: 'high', pg: 'medium', 'pg-13': 'low', r: 'off' } as const;

const media = z
  .object({ url: webAddress, dims: z.tuple([side, side]), size: bytesOf })
  .transform(({ url, dims: [width, height], size }) => gifPicture({ url, width, height, size: size ?? null }));

const PAGE = z.object({
  results: readable(
    z.object({
      id: z.string().min(1).max(100),
      title: z.string().max(500).default(''),
      content_description: z.string().max(500).default(''),
      itemurl: webAddress.nullish().catch(null),
      media_formats: z.object({ gif: media, tinygif: media.nullish().catch(null) }),
    }),
  ),
  next: z.string().max(500).default(''),
});

/** Tenor's API, version 2: `/v2/search` and `/v2/featured`. */
export const createTenor = (host: GifHost): GifProvider => ({
  source: 'TENOR',
  attribution: 'Via Tenor',
  async page({ text, from, most, language }, { signal }) {
    const locale = new Intl.Locale(language);
    const { results, next } = await askHost(host, text === null ? '/v2/featured' : '/v2/search', {
      ...{ shape: PAGE, signal },
      query: {
        ...(text === null ? {} : { q: text }),
        ...{ key: host.key, client_key: 'openim-graphql', limit: String(most) },
        ...(from === null ? {} : { pos: from }),
        locale: locale.region === undefined ? locale.language : `${locale.language}_${locale.region}`,
        ...{ contentfilter: FILTERS[host.rating], media_filter: 'gif,tinygif' },
      },
    });
    const gifs = results.map(({ id, title, content_description, itemurl = null, media_formats }) => ({
      ...{ id, title: title || content_description, pageURL: itemurl },
      ...{ picture: media_formats.gif, preview: media_formats.tinygif ?? null },
    }));
    return { gifs, next: next === '' || results.length === 0 ? null : next };
  },
});
