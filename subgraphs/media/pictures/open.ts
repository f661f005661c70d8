import sharp, { type Sharp, type SharpOptions } from 'sharp';

/** Pixels of one frame; what has more is not opened. */
const MOST_PIXELS = 50_000_000;

const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;

sharp.cache(false);
sharp.concurrency(1);

/** By how their bytes begin. */
const READABLE: readonly (readonly [type: string, bytes: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['image/avif', /^.{4}ftyp(avif|avis)/s],
];

/** Only these are given to a decoder: SVG, PDF and others draw what they are told to, and load more. */
export function pictureType(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(16, bytes.byteLength)).toString('latin1');
  return READABLE.find(([, pattern]) => pattern.test(beginning))?.[0] ?? null;
}

/** A stranger's picture, within limits. Rejects with a TypeError, or as sharp does, where it is none. */
export function openPicture(bytes: Uint8Array, more: Pick<SharpOptions, 'animated'> = {}): Sharp {
  if (pictureType(bytes) === null) throw new TypeError('These bytes are no picture.');
  return sharp(bytes, { ...OPTIONS, ...more });
}
