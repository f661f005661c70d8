import {
  CompleteUploadDocument,
  type CompleteUploadMutation,
  CreateUploadDocument,
  SignUploadPartsDocument,
  type UploadedFragment,
  type UploadingFragment,
  UploadPartSizeDocument,
} from '../__generated__/graphql.ts';
import { type Answer, type Document, given, RefusedError } from '../transport.ts';
import { partMD5s } from './hash.ts';
import { type Part, sendPart } from './send.ts';

export interface UploadOptions {
  /** What the file is called; absent: what it calls itself. */
  readonly name?: string;
  /** Absent: what the file says of itself, or `application/octet-stream`. */
  readonly mimeType?: string;
  /** Told after each part, and at the start where some are stored already. */
  readonly onProgress?: (progress: { readonly storedBytes: number; readonly totalBytes: number }) => void;
  /** Gives up; the same file can be taken up again within a day. */
  readonly signal?: AbortSignal;
}

export interface UploadParts {
  readonly ask: <Result, Variables>(
    document: Document<Result, Variables>,
    variables: Variables,
  ) => Promise<Answer<Result>>;
  readonly fetch: typeof globalThis.fetch;
}

const PARALLEL = 4;
/** How often the parts are sent again that the store turned out not to hold. */
const ROUNDS = 3;
const ATTEMPTS = 5;
const PAUSE_MS = 400;
/** Parts that the gateway signs at once. */
const MOST_SIGNED = 100;

/**
 * Stores a file: its parts go straight to the object store, several at once, and what was stored before is not sent
 * again. Rejects with RefusedError (the gateway refused), UploadFailedError (the store did) or the signal's reason.
 */
export async function upload(parts: UploadParts, file: Blob, options: UploadOptions): Promise<UploadedFragment> {
  const { ask } = parts;
  const limits = await ask(UploadPartSizeDocument, { size: file.size });
  const { partSize } = given(limits, 'uploadLimits');
  if (partSize === null) throw new RefusedError(limits.errors);
  const md5s = await partMD5s(file, partSize, options.signal);
  const input = { name: nameOf(file, options), size: file.size, mimeType: typeOf(file, options), partMD5s: md5s };
  let found = given(await ask(CreateUploadDocument, { input }), 'createUpload');
  for (let round = 1; ; round += 1) {
    if (found.media !== null) return found.media;
    const uploading = new Uploading(parts, file, { ...options, id: found.id });
    await uploading.send(found);
    const answer = await completed(ask, found.id);
    if (answer.data?.completeUpload) return answer.data.completeUpload;
    const refused = new RefusedError(answer.errors);
    if (round === ROUNDS || !refused.has('UPLOAD_INCOMPLETE')) throw refused;
    found = given(await ask(SignUploadPartsDocument, { uploadID: found.id }), 'signUploadParts');
  }
}

/** The same bytes may be completed by another device of the user's right now. */
async function completed(ask: UploadParts['ask'], id: string): Promise<Answer<CompleteUploadMutation>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(CompleteUploadDocument, { id });
    if (attempt === ATTEMPTS || !new RefusedError(answer.errors).has('UPLOAD_BUSY')) return answer;
    await new Promise((resolve) => setTimeout(resolve, attempt * PAUSE_MS));
  }
}

const nameOf = (file: Blob, { name }: UploadOptions): string => name ?? ('name' in file ? String(file.name) : 'file');
const typeOf = (file: Blob, { mimeType }: UploadOptions): string =>
  (mimeType ?? file.type).split(';', 1)[0]?.trim() || 'application/octet-stream';

/** One upload's parts on their way. */
class Uploading {
  private readonly parts: UploadParts;
  private readonly file: Blob;
  private readonly options: UploadOptions & { readonly id: string };
  private readonly stored = new Set<number>();
  private storedBytes = 0;
  /** The last word to the gateway of what is stored. */
  private told: Promise<unknown> | null = null;

  constructor(parts: UploadParts, file: Blob, options: UploadOptions & { readonly id: string }) {
    this.parts = parts;
    this.file = file;
    this.options = options;
  }

  /** Sends what is missing, as many parts as there are. */
  async send(found: UploadingFragment): Promise<void> {
    this.progress(found.storedBytes);
    let missing: readonly Part[] = found.parts;
    while (missing.length > 0) {
      await this.sendAll([...missing]);
      missing = missing.length < MOST_SIGNED ? [] : (await this.sign({})).parts;
    }
    await this.told;
  }

  private async sendAll(queue: Part[]): Promise<void> {
    const { file } = this;
    const { fetch } = this.parts;
    const renew = async ({ partNumber }: Part) => {
      const { parts } = await this.sign({ partNumbers: [partNumber] });
      return parts.find((part) => part.partNumber === partNumber) ?? null;
    };
    const sending = { file, fetch, signal: this.options.signal, renew };
    const work = async (): Promise<void> => {
      for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
        await sendPart(part, sending);
        this.stored.add(part.partNumber);
        this.progress(part.size);
        if (queue.length > 0) void this.tell();
      }
    };
    const leave = (error: unknown): never => {
      queue.length = 0;
      throw error;
    };
    const workers = Array.from({ length: PARALLEL }, () => work().catch(leave));
    for (const outcome of await Promise.allSettled(workers)) {
      if (outcome.status === 'fulfilled') continue;
      await this.told;
      await this.tell();
      throw outcome.reason;
    }
  }

  private progress(bytes: number): void {
    this.storedBytes += bytes;
    this.options.onProgress?.({ storedBytes: this.storedBytes, totalBytes: this.file.size });
  }

  private async sign(asked: { partNumbers?: number[] }): Promise<UploadingFragment> {
    const variables = { uploadID: this.options.id, storedParts: [...this.stored], ...asked };
    return given(await this.parts.ask(SignUploadPartsDocument, variables), 'signUploadParts');
  }

  /** So that whoever takes this upload up again sends the rest only; no more often than it is heard. */
  private tell(): Promise<unknown> {
    this.told ??= this.sign({ partNumbers: [] })
      .catch(() => null)
      .finally(() => {
        this.told = null;
      });
    return this.told;
  }
}
