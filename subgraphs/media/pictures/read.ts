import { rgbaToThumbHash } from 'thumbhash';
import type { Facts } from '../files/facts.ts';
import { openPicture, pictureType } from './open.ts';
import { HASHED_SIDE, perceptualHash } from './phash.ts';

/** ThumbHash takes no more. */
const THUMB_SIDE = 100;
const WHITE = { background: '#ffffff' };

/**
 * What a picture says of itself: upright, in sRGB, of its first frame where it moves. All of it is decoded, so what is cut
 * or broken rejects.
 */
export async function readPicture(bytes: Uint8Array): Promise<Facts> {
  const { autoOrient, pages = 1 } = await openPicture(bytes).metadata();
  const small = await openPicture(bytes)
    .autoOrient()
    .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { data, info } = await openPicture(small).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { dominant } = await openPicture(await openPicture(small).flatten(WHITE).png().toBuffer()).stats();
  const grey = await openPicture(small)
    .flatten(WHITE)
    .resize(HASHED_SIDE, HASHED_SIDE, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return {
    mimeType: pictureType(bytes) ?? 'application/octet-stream',
    width: autoOrient.width,
    height: autoOrient.height,
    animated: pages > 1,
    thumbHash: rgbaToThumbHash(info.width, info.height, data),
    colour: dominant.r * 0x10000 + dominant.g * 0x100 + dominant.b,
    phash: perceptualHash(grey),
  };
}
