import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

/** What is known of a picture besides its size. */
export interface PictureFacts {
  readonly thumb_hash: Buffer;
  /** 0xRRGGBB */
  readonly colour: number;
}

/** ThumbHash takes no more. */
const MOST_SIDE = 100;

/** Of the first frame. The bytes have to be a picture of our own making: nothing is limited here. */
export async function factsOf(bytes: Uint8Array): Promise<PictureFacts> {
  const { data, info } = await sharp(bytes)
    .resize(MOST_SIDE, MOST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { dominant } = await sharp(bytes).flatten({ background: '#ffffff' }).stats();
  return {
    thumb_hash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)),
    colour: dominant.r * 0x10000 + dominant.g * 0x100 + dominant.b,
  };
}
