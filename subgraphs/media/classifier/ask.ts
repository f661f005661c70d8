import { Webhook } from 'standardwebhooks';
import type { GuardedFetch } from '../../kit/guarded-fetch.ts';
import type { MediaLabel } from '../../kit/media-findings.ts';
import type { Originals } from '../originals/originals.ts';
import { labelsIn } from './answer.ts';

/** A file as a classifier is told of it. */
export interface Classified {
  readonly id: string;
  readonly url: string;
  readonly mime_type: string | null;
  readonly size: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration: number | null;
}

export interface ClassifierSettings {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks). */
  readonly secret: string;
  /** `bytes`: it cannot load files by their addresses, and is sent them. */
  readonly sends: 'url' | 'bytes';
  /** By label, the least score that blocks a file. */
  readonly blocks: ReadonlyMap<string, number>;
}

export interface AskParts {
  readonly settings: ClassifierSettings;
  readonly fetch: GuardedFetch;
  readonly originals: Originals;
}

/** It answered that it will never say anything of this file. */
export class ClassifierRefusal extends Error {
  constructor() {
    super('The classifier does not take this file.');
    this.name = 'ClassifierRefusal';
  }
}

/** It answered something else than was agreed. */
class ClassifierFault extends Error {
  readonly status: number;

  constructor(status: number) {
    super('The classifier did not answer as agreed.');
    this.name = 'ClassifierFault';
    this.status = status;
  }
}

const ASK_MS = 30_000;
const MOST_ANSWERED = 64 * 1024;
/** A larger file is told by its address alone. */
const MOST_SENT = 16 * 1024 * 1024;
const PASSING: ReadonlySet<number> = new Set([401, 403, 404, 408, 425, 429]);

/**
 * POST with JSON, signed as Standard Webhooks 1.0 says; `webhook-id` is the same for the same file. Rejects with
 * {@link ClassifierRefusal} where it makes no sense to ask again.
 */
export async function askClassifier(
  file: Classified,
  signal: AbortSignal,
  { settings, fetch, originals }: AskParts,
): Promise<readonly MediaLabel[]> {
  const { id, url, mime_type: mimeType, size, width, height, duration } = file;
  const content = settings.sends === 'bytes' ? await contentOf(file, signal, originals) : null;
  const facts = { mimeType, size: size === null ? null : Number(size), width, height, duration };
  const body = JSON.stringify({ id, url, ...facts, ...(content === null ? {} : { content }) });
  const at = new Date();
  const { status, bytes } = await fetch.ask(settings.url, {
    ...{ method: 'POST', body, timeout: ASK_MS, most: MOST_ANSWERED, signal },
    headers: {
      'content-type': 'application/json',
      'webhook-id': `media_${id}`,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(settings.secret).sign(`media_${id}`, at, body),
    },
  });
  if (status >= 400 && status < 500 && !PASSING.has(status)) throw new ClassifierRefusal();
  const labels = status === 200 ? labelsIn(bytes.toString('utf8')) : null;
  if (labels === null) throw new ClassifierFault(status);
  return labels;
}

/** In base64; null for what is too large. */
async function contentOf({ url, size }: Classified, signal: AbortSignal, originals: Originals): Promise<string | null> {
  if (Number(size ?? 0) > MOST_SENT) return null;
  const { bytes } = await originals.read(url, { most: MOST_SENT, signal });
  return bytes.toString('base64');
}
