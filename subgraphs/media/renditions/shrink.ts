import sharp, { type Metadata, type Sharp } from 'sharp';
import { readApart } from '../decoding/apart.ts';
import { openPicture, pictureType } from '../pictures/open.ts';
import type { Format } from './formats.ts';
import { MOST_SIDE, type Rung } from './ladder.ts';

/** What a worker is given; `bytes` are a stranger's. */
export interface Shrinking {
  readonly bytes: Uint8Array;
  readonly rung: Rung;
  readonly format: Format;
  readonly blurred: boolean;
}

/** Of all frames together; of what has more, the first stands for all. */
const MOST_MOVING_PIXELS = 24_000_000;
const MOST_FRAMES = 300;
/** Of the longer side: what a blurred picture is drawn from, so that nothing finer is in it. */
const BLURRED_SIDE = 24;
const BLURRED_PART = 8;

/**
 * A smaller copy: upright, in sRGB, without anything that its file says besides (place, camera, thumbnails), moving where
 * the original does. Never larger than the original. Rejects for what cannot be read.
 */
export default async function shrink({ bytes, rung, format, blurred }: Shrinking): Promise<Uint8Array> {
  const still = pictureType(bytes) === null ? await stillOf(bytes) : bytes;
  const picture = openPicture(still);
  const seen = await picture.metadata();
  const moves = !blurred && isMoving(seen);
  const upright = (moves ? openPicture(still, { animated: true }) : picture).autoOrient();
  const fitted = { ...boxOf(rung), fit: 'inside', withoutEnlargement: true } as const;
  const shrunk = blurred ? await unrecognisable(upright, fitted) : upright.resize(fitted);
  return encode(shrunk.toColourspace('srgb'), { format, hasAlpha: seen.hasAlpha, moves });
}

/** Of a video. */
async function stillOf(bytes: Uint8Array): Promise<Uint8Array> {
  const { posterPNG } = await readApart(bytes);
  if (posterPNG === undefined) throw new TypeError('There is nothing of it to be shown.');
  return posterPNG;
}

/** Frames cannot be turned one by one: what moves and lies on its side stands still. */
function isMoving({ width, height, pages = 1, orientation = 1, format }: Metadata): boolean {
  const canMove = (format === 'gif' || format === 'webp') && pages > 1 && orientation === 1;
  return canMove && pages <= MOST_FRAMES && width * height * pages <= MOST_MOVING_PIXELS;
}

const boxOf = ({ side, length }: Rung) => ({
  width: side === 'w' ? length : MOST_SIDE,
  height: side === 'h' ? length : MOST_SIDE,
});

type Fitted = ReturnType<typeof boxOf> & { readonly fit: 'inside'; readonly withoutEnlargement: true };

/** As large as the copy would be, and drawn from so few pixels that nobody and nothing can be made out. */
async function unrecognisable(upright: Sharp, fitted: Fitted): Promise<Sharp> {
  const { data, info } = await upright.resize(fitted).png().toBuffer({ resolveWithObject: true });
  const most = Math.max(1, Math.min(BLURRED_SIDE, Math.floor(Math.max(info.width, info.height) / BLURRED_PART)));
  const few = await sharp(data).resize({ width: most, height: most, fit: 'inside' }).png().toBuffer();
  return sharp(few).resize({ width: info.width, height: info.height, fit: 'fill', kernel: 'cubic' });
}

interface Encoding {
  readonly format: Format;
  readonly hasAlpha: boolean;
  readonly moves: boolean;
}

function encode(picture: Sharp, { format, hasAlpha, moves }: Encoding): Promise<Buffer> {
  if (format === 'avif' && !moves) return picture.avif({ quality: 50, effort: 2 }).toBuffer();
  if (format !== 'plain') return picture.webp({ quality: 80, effort: moves ? 2 : 4 }).toBuffer();
  if (moves) return picture.gif({ effort: 3 }).toBuffer();
  return hasAlpha ? picture.png({ compressionLevel: 9 }).toBuffer() : picture.jpeg({ quality: 82 }).toBuffer();
}
