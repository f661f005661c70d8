import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';
import type { Blobs } from './blobs.ts';

export interface StoredObject {
  name: string;
  key: string;
  size: number;
  contentType: string;
  createTime: number;
}

/** Names of stored objects; a name written again points to the new bytes. */
export class Objects {
  private readonly rows: Collection<StoredObject>;
  private readonly blobs: Blobs;

  constructor(state: State, blobs: Blobs) {
    this.rows = state.collection<StoredObject>('objects');
    this.blobs = blobs;
  }

  put(name: string, contentType: string, bytes: Buffer): StoredObject {
    const key = this.blobs.put(bytes);
    return this.rows.set(name, { name, key, size: bytes.length, contentType, createTime: Date.now() });
  }

  get(name: string): StoredObject | undefined {
    return this.rows.get(name);
  }
}
