import { createHash, randomBytes } from 'node:crypto';
import type { Collection } from '../state/collection.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import type { Files, Range, Received } from './files.ts';
import { joined } from './files.ts';
import { StoreRefusal } from './refusal.ts';

export interface Entry {
  readonly key: string;
  readonly file: string;
  readonly size: number;
  readonly etag: string;
  readonly contentType: string;
  readonly lastModified: number;
}

interface Part {
  readonly file: string;
  readonly size: number;
  readonly md5: string;
}

export const MIN_PART = 5 * 1024 * 1024;
export const MOST_PARTS = 10_000;
export const UNTYPED = 'application/octet-stream';

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/** Objects by key, and uploads in parts: what MinIO is to the real server. */
export class Bucket {
  private readonly entries: Collection<Entry>;
  private readonly uploads: Collection<{ key: string }>;
  private readonly parts: Family<Part>;
  private readonly files: Files;

  constructor(state: State, files: Files) {
    this.entries = state.collection<Entry>('bucket');
    this.uploads = state.collection<{ key: string }>('bucket-uploads');
    this.parts = state.family<Part>('bucket-parts');
    this.files = files;
  }

  private enter(entry: Omit<Entry, 'lastModified'>): Entry {
    const before = this.entries.get(entry.key);
    if (before !== undefined && before.file !== entry.file) this.files.remove(before.file);
    return this.entries.set(entry.key, { ...entry, lastModified: Date.now() });
  }

  /** Takes bytes that the server made itself. */
  put(key: string, bytes: Buffer, contentType: string): Entry {
    return this.enter({ key, file: this.files.put(bytes), size: bytes.length, etag: md5(bytes), contentType });
  }

  /** Takes bytes off the wire; `check` may refuse them before they are anybody's. */
  async receive(
    { key, contentType, check }: { key: string; contentType: string; check: (got: Received) => void },
    source: AsyncIterable<Buffer>,
  ): Promise<Entry> {
    const { file, size, md5: etag } = await this.take(source, check);
    return this.enter({ key, file, size, etag, contentType });
  }

  private async take(source: AsyncIterable<Buffer>, check: (got: Received) => void): Promise<Received> {
    const received = await this.files.receive(source);
    try {
      check(received);
    } catch (thrown) {
      this.files.remove(received.file);
      throw thrown;
    }
    return received;
  }

  find(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  demand(key: string): Entry {
    const entry = this.entries.get(key);
    if (entry === undefined) throw new StoreRefusal('NoSuchKey');
    return entry;
  }

  read({ file }: Entry, range?: Range): AsyncIterable<Buffer> {
    return this.files.read(file, range);
  }

  /** Copies and deletes in one, as the server always does the two together. */
  move(entry: Entry, key: string): Entry {
    this.entries.delete(entry.key);
    return this.enter({ ...entry, key });
  }

  remove(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.files.remove(entry.file);
  }

  beginUpload(key: string): string {
    const uploadID = randomBytes(40).toString('base64url');
    this.uploads.set(uploadID, { key });
    return uploadID;
  }

  demandUpload(uploadID: string, key: string): void {
    if (this.uploads.get(uploadID)?.key !== key) throw new StoreRefusal('NoSuchUpload');
  }

  async receivePart(
    {
      uploadID,
      key,
      partNumber,
      check,
    }: {
      uploadID: string;
      key: string;
      partNumber: number;
      check: (got: Received) => void;
    },
    source: AsyncIterable<Buffer>,
  ): Promise<string> {
    this.demandUpload(uploadID, key);
    const received = await this.take(source, check);
    const before = this.parts.get(uploadID, String(partNumber));
    this.parts.set(uploadID, String(partNumber), received);
    if (before !== undefined) this.files.remove(before.file);
    return received.md5;
  }

  /** Joins the parts whose md5s are told, in that order. */
  async completeUpload(uploadID: string, key: string, etags: readonly string[]): Promise<Entry> {
    this.demandUpload(uploadID, key);
    const parts = etags.map((etag, index) => {
      const part = this.parts.get(uploadID, String(index + 1));
      if (part === undefined || part.md5 !== etag.toLowerCase()) throw new StoreRefusal('InvalidPart');
      return part;
    });
    if (parts.length === 0) throw new StoreRefusal('InvalidPart');
    if (parts.slice(0, -1).some(({ size }) => size < MIN_PART)) throw new StoreRefusal('EntityTooSmall');
    // Whoever completes it a second time meanwhile finds no upload any more.
    this.uploads.delete(uploadID);
    const names = parts.map(({ file }) => file);
    const { file, size } = await this.files.receive(joined(this.files, names));
    const etag = `${md5(Buffer.from(parts.map((part) => part.md5).join(''), 'hex'))}-${parts.length}`;
    this.forgetParts(uploadID);
    return this.enter({ key, file, size, etag, contentType: UNTYPED });
  }

  private forgetParts(uploadID: string): void {
    for (const [partNumber, { file }] of [...this.parts.of(uploadID)]) {
      this.parts.delete(uploadID, partNumber);
      this.files.remove(file);
    }
  }
}
