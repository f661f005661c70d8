import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = /^[0-9a-f]{32}$/;

/** Bytes by their md5: what an S3 bucket is to the real server. */
export class Blobs {
  private readonly directory: string | undefined;
  private readonly held = new Map<string, Buffer>();

  constructor(dataDir: string | undefined) {
    this.directory = dataDir === undefined ? undefined : join(dataDir, 'blobs');
    if (this.directory !== undefined) mkdirSync(this.directory, { recursive: true });
  }

  put(bytes: Buffer): string {
    const key = createHash('md5').update(bytes).digest('hex');
    if (this.directory === undefined) this.held.set(key, bytes);
    else writeFileSync(join(this.directory, key), bytes);
    return key;
  }

  get(key: string): Buffer | undefined {
    if (!KEY.test(key)) return undefined;
    if (this.directory === undefined) return this.held.get(key);
    try {
      return readFileSync(join(this.directory, key));
    } catch {
      return undefined;
    }
  }
}
