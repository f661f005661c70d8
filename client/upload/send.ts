import type { UploadingFragment } from '../__generated__/graphql.ts';
import { UploadFailedError } from '../upload-failed.ts';

export type Part = UploadingFragment['parts'][number];

/** What became of one attempt: `stale` wants a new signature, `later` another try. */
type Outcome = 'stored' | 'stale' | 'later' | 'refused';

export interface Sending {
  readonly file: Blob;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal | undefined;
  /** The same part, signed anew; null when nothing of it is to be sent any more. */
  renew(part: Part): Promise<Part | null>;
}

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 250;
/** Expired, or signed for something else: what S3 says of a signature. */
const STALE = [400, 401, 403, 404];

/** Sends one part until the store has it. Rejects with UploadFailedError, or with the signal's reason. */
export async function sendPart(given: Part, sending: Sending): Promise<void> {
  let part = given;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = await attemptOf(part, sending);
    if (outcome === 'stored') return;
    if (outcome === 'refused') break;
    await pause(attempt, sending.signal);
    if (outcome === 'later') continue;
    const renewed = await sending.renew(part);
    if (renewed === null) return;
    part = renewed;
  }
  throw new UploadFailedError(`The store did not take part ${part.partNumber}.`);
}

async function attemptOf(part: Part, { file, fetch, signal }: Sending): Promise<Outcome> {
  const bytes = file.slice(part.offset, part.offset + part.size);
  const headers = part.headers.map(({ name, value }): [string, string] => [name, value]);
  const body = part.method === 'PUT' ? bytes : formOf(part, bytes);
  const init = { method: part.method, headers, body, ...(signal === undefined ? {} : { signal }) };
  const answer = await fetch(part.url, init).catch(() => null);
  signal?.throwIfAborted();
  // A kept connection is free only once the answer was read.
  await answer?.arrayBuffer().catch(() => null);
  if (answer === null || answer.status >= 500 || answer.status === 429 || answer.status === 408) return 'later';
  if (answer.ok) return 'stored';
  return STALE.includes(answer.status) ? 'stale' : 'refused';
}

function formOf({ fields, fileField }: Part, bytes: Blob): FormData {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  form.append(fileField ?? 'file', bytes);
  return form;
}

/** Longer each time, and never the same for all who were cut off at once. */
async function pause(attempt: number, signal: AbortSignal | undefined): Promise<void> {
  const ms = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, ms));
  signal?.throwIfAborted();
}
