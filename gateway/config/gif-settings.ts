import { z } from 'zod';
import * as shape from './shapes.ts';

/** Where GIFs come from besides our own catalog. */
export const GIF_SETTINGS = {
  GIF_PROVIDER: {
    read: z.enum(['catalog', 'tenor', 'giphy']).default('catalog'),
    expected: 'catalog, tenor or giphy: who is asked for GIFs; our own catalog where that one is away',
    example: 'tenor',
  },
  GIF_API_KEY: {
    read: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/)
      .optional(),
    expected: 'the key that the provider of GIFs has given',
    example: 'as its console shows it',
  },
  GIF_API_URL: {
    read: shape.address('http:', 'https:').optional(),
    expected: "the address of a host that speaks as the provider does, without the API's own path",
    example: 'https://gifs.example.com',
  },
  GIF_RATING: {
    read: z.enum(['g', 'pg', 'pg-13', 'r']).default('pg'),
    expected: 'g, pg, pg-13 or r: what the GIFs of the provider may show at most',
    example: 'g',
  },
} as const;
