import sharp from 'sharp';
import { Refusal } from '../refusal.ts';
import type { Bucket, Entry } from '../store/bucket.ts';

const MOST_BYTES = 50 * 1024 * 1024;
const FORMATS = ['png', 'jpeg', 'gif'] as const;
/** What the real server decodes besides those that it writes. */
const READ: readonly string[] = [...FORMATS, 'webp', 'tiff'];

export interface Wanted {
  readonly width: number;
  readonly height: number;
  readonly format: string;
}

export interface Picture {
  readonly key: string;
  readonly contentType: string;
}

const fail = (says: string): never => {
  throw new Refusal('ServerInternalError', says);
};

const bytesOf = async (bucket: Bucket, entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of bucket.read(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const formatOf = (asked: string): (typeof FORMATS)[number] => {
  const lower = asked.toLowerCase() === 'jpg' ? 'jpeg' : asked.toLowerCase();
  return FORMATS.find((format) => format === lower) ?? 'png';
};

const stat = async (bytes: Buffer) => {
  const { width, height, format } = await sharp(bytes)
    .metadata()
    .catch(() => fail('object not image'));
  return READ.includes(format) ? { width, height, format } : fail('object not image');
};

/** Smaller pictures of stored ones, made at the first wish and kept in the bucket. */
export class Thumbnails {
  private readonly bucket: Bucket;

  constructor(bucket: Bucket) {
    this.bucket = bucket;
  }

  /** The original where nothing else was asked for. Refuses what is no picture. */
  async of(entry: Entry, asked: Wanted): Promise<Picture> {
    if (entry.size > MOST_BYTES) fail('file size too large');
    const bytes = await bytesOf(this.bucket, entry);
    const original = await stat(bytes);
    const side = (wish: number, most: number) => (wish > most || wish <= 0 ? most : wish);
    const [width, height] = [side(asked.width, original.width), side(asked.height, original.height)];
    const format = formatOf(asked.format);
    const contentType = `image/${format}`;
    if (width === original.width && height === original.height && format === original.format)
      return { key: entry.key, contentType };
    const key = `openim/thumbnail/${entry.etag}/image_w${width}_h${height}.${format}`;
    if (this.bucket.find(key) === undefined) {
      const scale = Math.min(width / original.width, height / original.height);
      const size = [original.width, original.height].map((length) => Math.max(1, Math.trunc(length * scale)));
      const made = sharp(bytes).resize({ width: size[0] ?? 1, height: size[1] ?? 1, fit: 'fill', kernel: 'nearest' });
      this.bucket.put(
        key,
        await made.toFormat(format, format === 'jpeg' ? { quality: 40 } : {}).toBuffer(),
        contentType,
      );
    }
    return { key, contentType };
  }
}
