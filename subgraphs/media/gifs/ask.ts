import { z } from 'zod';
import type { GuardedFetch } from '../../kit/guarded-fetch.ts';
import type { GifPicture } from './provider.ts';

export type GifRating = 'g' | 'pg' | 'pg-13' | 'r';

/** How a host of either shape is spoken to. */
export interface GifHost {
  readonly fetch: GuardedFetch;
  /** Without a slash at its end. */
  readonly url: string;
  readonly key: string;
  readonly rating: GifRating;
}

/** It answered something else than was agreed; says nothing of what it was asked, because the key is in that. */
class GifHostFault extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The provider of GIFs answered ${status}, or not as agreed.`);
    this.name = 'GifHostFault';
    this.status = status;
  }
}

const ASK_MS = 3_000;
const MOST_BYTES = 2 * 1024 * 1024;

/** The answer as `shape` reads it. */
export async function askHost<Shape extends z.ZodType>(
  { fetch, url }: GifHost,
  path: string,
  { query, shape, signal }: { query: Readonly<Record<string, string>>; shape: Shape; signal: AbortSignal },
): Promise<z.infer<Shape>> {
  const address = `${url}${path}?${new URLSearchParams(query)}`;
  const headers = { accept: 'application/json' };
  const { status, bytes, cut } = await fetch.ask(address, {
    ...{ method: 'GET', headers, timeout: ASK_MS, most: MOST_BYTES, signal },
  });
  if (status !== 200 || cut) throw new GifHostFault(status);
  const { data, success } = shape.safeParse(jsonOf(bytes));
  if (!success) throw new GifHostFault(status);
  return data;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** An address that may be handed to clients; a provider's own are always https. */
export const webAddress = z.url({ protocol: /^https$/ }).max(2_000);
export const side = z.coerce.number().int().min(1).max(10_000);
export const bytesOf = z.coerce.number().int().min(1).nullish().catch(null);

/** Rows of which one is not as agreed: the others are none the worse for it. */
export const readable = <Row extends z.ZodType>(row: Row) =>
  z.array(z.unknown()).transform((rows) => rows.flatMap((each) => row.safeParse(each).data ?? []));

export const gifPicture = (picture: Omit<GifPicture, 'mimeType'>): GifPicture => ({
  ...picture,
  mimeType: 'image/gif',
});
