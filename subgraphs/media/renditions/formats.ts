import type { Size } from './ladder.ts';

/** `plain`: what every program reads, JPEG, or PNG where there is transparency, or GIF where it moves. */
export type Format = 'avif' | 'webp' | 'plain';

/** Above so many pixels AVIF takes seconds, and is hardly smaller. */
const AVIF_MOST_PIXELS = 1_048_576;

/**
 * What the asker can read, the smallest first. Only what it names counts (RFC 9110 §12.5.1): a program that takes
 * anything at all may still not know either.
 */
export function formatFor(accept: string, { size, animated }: { size: Size; animated: boolean }): Format {
  const named = new Set(
    accept
      .toLowerCase()
      .split(',')
      .map((range) => range.split(';').map((part) => part.trim()))
      .filter(([, ...parameters]) => !parameters.some((each) => /^q=0(\.0*)?$/.test(each)))
      .map(([type]) => type),
  );
  if (named.has('image/avif') && !animated && size.width * size.height <= AVIF_MOST_PIXELS) return 'avif';
  return named.has('image/webp') ? 'webp' : 'plain';
}

const BEGINNINGS: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG'],
  ['image/gif', 0, 'GIF8'],
];

/** Of what we have made ourselves; null for what was cut or overwritten where it is kept. */
export const typeOf = (bytes: Buffer): string | null =>
  BEGINNINGS.find(([, at, text]) => bytes.subarray(at, at + text.length).toString('latin1') === text)?.[0] ?? null;
