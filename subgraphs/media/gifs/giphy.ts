import { z } from 'zod';
import { askHost, bytesOf, type GifHost, gifPicture, readable, side, webAddress } from './ask.ts';
import type { GifProvider } from './provider.ts';

export const GIPHY_URL = 'https://api.giphy.com';

const media = z
  .object({ url: webAddress, width: side, height: side, size: bytesOf })
  .transform(({ size, ...rest }) => gifPicture({ ...rest, size: size ?? null }));

const PAGE = z.object({
  data: readable(
    z.object({
      id: z.string().min(1).max(100),
      title: z.string().max(500).default(''),
      url: webAddress.nullish().catch(null),
      images: z.object({ original: media, fixed_width_small: media.nullish().catch(null) }),
    }),
  ),
  pagination: z.object({
    total_count: z.number().int().min(0).nullish(),
    count: z.number().int().min(0),
    offset: z.number().int().min(0),
  }),
});

/** It knows a language by two letters, and Chinese by where it is written. */
function languageOf(language: string): string {
  const { language: base, script, region } = new Intl.Locale(language).maximize();
  if (base !== 'zh') return base;
  return script === 'Hant' || region === 'TW' ? 'zh-TW' : 'zh-CN';
}

/** GIPHY's API, version 1: `/v1/gifs/search` and `/v1/gifs/trending`. */
export const createGiphy = (host: GifHost): GifProvider => ({
  source: 'GIPHY',
  attribution: 'Powered by GIPHY',
  async page({ text, from, most, language }, { signal }) {
    const { data, pagination } = await askHost(host, text === null ? '/v1/gifs/trending' : '/v1/gifs/search', {
      ...{ shape: PAGE, signal },
      query: {
        ...(text === null ? {} : { q: text, lang: languageOf(language) }),
        ...{ api_key: host.key, limit: String(most), offset: from ?? '0', rating: host.rating },
      },
    });
    const gifs = data.map(({ id, title, url = null, images }) => ({
      ...{ id, title, pageURL: url },
      ...{ picture: images.original, preview: images.fixed_width_small ?? null },
    }));
    const { offset, count, total_count: total } = pagination;
    const reached = offset + count;
    const isLast = count === 0 || (total != null ? reached >= total : count < most);
    return { gifs, next: isLast ? null : String(reached) };
  },
});
