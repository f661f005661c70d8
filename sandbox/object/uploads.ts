import { decodeHex } from '../binding/go-encodings.ts';
import { Refusal } from '../refusal.ts';
import type { Bucket, Entry } from '../store/bucket.ts';
import { MIN_PART, MOST_PARTS } from '../store/bucket.ts';
import type { Signer } from '../store/signer.ts';
import { hashKey, hashOf, temporaryKey } from './keys.ts';
import type { Upload } from './upload-id.ts';
import { IN_PARTS, PRESIGNED, readUploadID, writeUploadID } from './upload-id.ts';

export const MAX_PART = 5 * 1024 * 1024 * 1024;
export const WEEK_S = 7 * 24 * 3600;

export interface KeyValues {
  key: string;
  values: string[];
}
interface SignPart {
  partNumber: number;
  url: string;
  query: KeyValues[] | null;
  header: KeyValues[] | null;
}
export interface Signs {
  url: string;
  query: KeyValues[] | null;
  header: KeyValues[] | null;
  parts: SignPart[] | null;
}

export interface Begun {
  uploadID: string;
  partSize: number;
  sign: Signs | null;
  expireTime: number;
}

const fail = (says: string): never => {
  throw new Refusal('ServerInternalError', says);
};

/** Errors of the store, of Go's decoders: none has a code of its own. */
export const asInternal = <T>(work: () => T): T => {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : new Refusal('ServerInternalError', (thrown as Error).message);
  }
};

export const partSizeOf = (size: number): number => {
  if (size <= 0) return fail('size must be greater than 0');
  if (size > MAX_PART * MOST_PARTS) return fail('MINIO size must be less than the maximum allowed limit');
  return size <= MIN_PART * MOST_PARTS ? MIN_PART : Math.ceil(size / MOST_PARTS);
};

const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Uploads from the first call to the stored object. */
export class Uploads {
  private readonly bucket: Bucket;
  private readonly signer: Signer;

  constructor(bucket: Bucket, signer: Signer) {
    this.bucket = bucket;
    this.signer = signer;
  }

  /** The object where the store has this hash from anybody, else where to put the bytes. */
  begin({ hash, size, maxParts }: { hash: string; size: number; maxParts: number }): { entry: Entry } | Begun {
    if (size < 0) fail('invalid size');
    if (asInternal(() => decodeHex(hash)).length !== 16) fail('invalid md5');
    const partSize = partSizeOf(size);
    const count = Math.ceil(size / partSize);
    // Meant the other way round, but this is what it does.
    if (maxParts > 0 && count < maxParts) fail(`too many parts: ${count}`);
    const entry = this.bucket.find(hashKey(hash));
    if (entry !== undefined) return { entry };
    const expireTime = Date.now() + WEEK_S * 1000;
    if (size <= partSize) return { ...this.beginPresigned(hash, size), partSize, expireTime };
    const signed = maxParts < 0 ? count : maxParts;
    return { ...this.beginInParts({ hash, size, signed }), partSize, expireTime };
  }

  private beginPresigned(hash: string, size: number) {
    const key = temporaryKey(hash, size);
    const part = { partNumber: 1, url: this.signer.putURL(key, WEEK_S), query: null, header: null };
    return {
      uploadID: writeUploadID({ type: PRESIGNED, storeID: '', key, size, hash }),
      sign: { url: '', query: null, header: null, parts: [part] },
    };
  }

  private beginInParts({ hash, size, signed }: { hash: string; size: number; signed: number }) {
    const key = hashKey(hash);
    const storeID = this.bucket.beginUpload(key);
    return {
      uploadID: writeUploadID({ type: IN_PARTS, storeID, key, size, hash }),
      sign: signed === 0 ? null : this.signParts({ key, storeID }, numbered(signed)),
    };
  }

  private signParts({ key, storeID }: Pick<Upload, 'key' | 'storeID'>, partNumbers: readonly number[]): Signs {
    const parts = partNumbers.map((partNumber) => {
      const headers = this.signer.partHeaders(key, storeID, partNumber);
      return {
        partNumber,
        url: '',
        query: [{ key: 'partNumber', values: [String(partNumber)] }],
        header: Object.entries(headers).map(([name, value]) => ({ key: name, values: [value] })),
      };
    });
    return {
      url: this.signer.urlOf(key),
      query: [{ key: 'uploadId', values: [storeID] }],
      header: null,
      parts: parts.length === 0 ? null : parts,
    };
  }

  sign(uploadID: string, partNumbers: readonly number[]): Signs {
    const upload = asInternal(() => readUploadID(uploadID));
    if (upload.type === PRESIGNED) return fail('presigned id not support auth sign');
    if (upload.type !== IN_PARTS) return fail('invalid upload id type');
    return this.signParts(upload, partNumbers);
  }

  /** Again and again with the same end: the object of that hash. */
  async complete(uploadID: string, parts: readonly string[]): Promise<Entry> {
    const upload = asInternal(() => readUploadID(uploadID));
    if (hashOf(parts) !== upload.hash) fail('md5 mismatching');
    const known = this.bucket.find(hashKey(upload.hash));
    if (known !== undefined) return known;
    if (upload.type === PRESIGNED) return asInternal(() => this.completePresigned(upload));
    if (upload.type !== IN_PARTS) fail('invalid upload id type');
    return this.bucket
      .completeUpload(upload.storeID, upload.key, parts)
      .catch((thrown: unknown) => fail((thrown as Error).message));
  }

  private completePresigned({ key, size, hash }: Upload): Entry {
    const entry = this.bucket.demand(key);
    const got = hashOf([entry.etag]);
    if (entry.size === size && got === hash) return this.bucket.move(entry, hashKey(hash));
    this.bucket.remove(key);
    if (entry.size !== size) return fail('upload size mismatching');
    throw new Refusal('ArgsError', `md5 mismatching ${got} != ${hash}`);
  }
}
