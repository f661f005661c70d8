import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';
import type { Bucket, Entry } from '../store/bucket.ts';
import { hashKey, hashOf, md5 } from './keys.ts';

export interface StoredObject {
  name: string;
  key: string;
  size: number;
  contentType: string;
  group: string;
  createTime: number;
}

/** Names of stored objects; a name written again points to the new bytes. */
export class Objects {
  private readonly rows: Collection<StoredObject>;
  private readonly bucket: Bucket;

  constructor(state: State, bucket: Bucket) {
    this.rows = state.collection<StoredObject>('objects');
    this.bucket = bucket;
  }

  /** Stores bytes as an upload of one part would have done it. */
  put(name: string, contentType: string, bytes: Buffer): StoredObject {
    return this.call(name, this.bucket.put(hashKey(hashOf([md5(bytes)])), bytes, contentType), { contentType });
  }

  call(name: string, { key, size }: Entry, more: { contentType: string; group?: string }): StoredObject {
    const { contentType, group = '' } = more;
    return this.rows.set(name, { name, key, size, contentType, group, createTime: Date.now() });
  }

  get(name: string): StoredObject | undefined {
    return this.rows.get(name);
  }
}
