import { basename } from 'node:path';
import { noDocuments, Refusal } from '../refusal.ts';
import type { Bucket } from '../store/bucket.ts';
import type { Signer } from '../store/signer.ts';
import type { Objects, StoredObject } from './objects.ts';
import type { Thumbnails, Wanted } from './thumbnails.ts';
import { asInternal, WEEK_S } from './uploads.ts';

export interface AccessParts {
  objects: Objects;
  bucket: Bucket;
  signer: Signer;
  thumbnails: Thumbnails;
}

export type Query = Readonly<Record<string, string>>;

const MOST_PIXELS = 1024;

/** As Go's Atoi, whose error nobody looks at. */
const numberOf = (text = ''): number => (/^[+-]?\d+$/.test(text) ? Number(text) : 0);

const pictureAsked = ({ type = '', width, height, format = '' }: Query): Wanted | undefined => {
  if (type === '') return undefined;
  if (type !== 'image') throw new Refusal('ArgsError', 'invalid query type');
  return { width: numberOf(width), height: numberOf(height), format };
};

const isOriginal = ({ width, height, format }: Wanted): boolean =>
  (width < 0 && height < 0 && format === '') || width > MOST_PIXELS || height > MOST_PIXELS;

const whole = (signer: Signer, { key, name, contentType }: StoredObject): string =>
  signer.getURL(key, WEEK_S, [
    ['response-content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(basename(name))}`],
    ...(contentType === '' ? [] : [['response-content-type', contentType] as [string, string]]),
  ]);

/** A signed URL of an object, or of a smaller picture of it. */
export const accessURL = async (
  { objects, bucket, signer, thumbnails }: AccessParts,
  name: string,
  query: Query,
): Promise<string> => {
  const asked = pictureAsked(query);
  const stored = objects.get(name);
  if (stored === undefined) throw noDocuments();
  if (asked === undefined) return whole(signer, stored);
  if (isOriginal(asked)) return signer.getURL(stored.key, WEEK_S, []);
  const entry = asInternal(() => bucket.demand(stored.key));
  const { key, contentType } = await thumbnails.of(entry, asked);
  return signer.getURL(key, WEEK_S, [['response-content-type', contentType]]);
};
