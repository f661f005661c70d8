import sharp, { type Metadata, type OutputInfo } from 'sharp';
import { factsOf, type PictureFacts } from './facts.ts';

/** What a worker is given; `bytes` may be anything. */
export interface Preparing {
  readonly bytes: Uint8Array;
}

/** As it is kept: WebP without anything that the file said besides, moving where it moved. */
export interface Prepared extends PictureFacts {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
}

export type Preparation = Prepared | { readonly refused: string };

const MOST_SIDE = 512;
/** Pixels of one frame, and of all together; what has more is not opened. */
const MOST_PIXELS = 4_096 * 4_096;
const MOST_MOVING_PIXELS = 50_000_000;
const MOST_FRAMES = 300;
const MOST_KEPT_BYTES = 2 * 1024 * 1024;
/** Tried one after the other until the picture is small enough. */
const QUALITIES = [90, 70, 50] as const;

const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const;

sharp.cache(false);
sharp.concurrency(1);

/** Makes a picture safe and small, or tells what is wrong with it. */
export default async function prepare({ bytes }: Preparing): Promise<Preparation> {
  const refused = refusalOfType(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (refused !== null) return { refused };
  try {
    const seen = await sharp(bytes, OPTIONS).metadata();
    const tooMuch = refusalOfSize(seen);
    return tooMuch === null ? await encode(bytes, seen) : { refused: tooMuch };
  } catch {
    return { refused: 'cannot be read: the picture is broken or cut off' };
  }
}

function refusalOfType(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 16).toString('latin1');
  if (!/^(\xff\xd8\xff|\x89PNG|GIF8|RIFF.{4}WEBP)/s.test(head)) return 'is no PNG, JPEG, GIF or WebP picture';
  // Only its first frame would be left.
  const isMovingPNG = head.startsWith('\x89PNG') && bytes.subarray(0, 64 * 1024).includes('acTL');
  return isMovingPNG ? 'is a moving PNG; a GIF or a moving WebP is expected' : null;
}

function refusalOfSize({ width, height, pageHeight = height, pages = 1 }: Metadata): string | null {
  if (width * pageHeight > MOST_PIXELS) return `has ${width}×${pageHeight} pixels; ${MOST_PIXELS} are the most`;
  if (pages > MOST_FRAMES) return `has ${pages} frames; ${MOST_FRAMES} are the most`;
  if (width * pageHeight * pages > MOST_MOVING_PIXELS)
    return `has ${pages} frames of ${width}×${pageHeight} pixels; ${MOST_MOVING_PIXELS} pixels together are the most`;
  return null;
}

async function encode(bytes: Uint8Array, { pages = 1 }: Metadata): Promise<Preparation> {
  const animated = pages > 1;
  const limitInputPixels = animated ? MOST_MOVING_PIXELS : MOST_PIXELS;
  for (const quality of QUALITIES) {
    const upright = sharp(bytes, { ...OPTIONS, limitInputPixels, animated });
    const { data, info } = await (animated ? upright : upright.autoOrient())
      .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality, effort: animated ? 2 : 4 })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= MOST_KEPT_BYTES) return { bytes: data, animated, ...sizeOf(info), ...(await factsOf(data)) };
  }
  return {
    refused: `takes more than ${MOST_KEPT_BYTES} bytes when it is made ${MOST_SIDE} pixels wide; fewer frames are expected`,
  };
}

/** Frames stand below each other. */
const sizeOf = ({ width, height, pageHeight }: OutputInfo) => ({ width, height: pageHeight ?? height });
