import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import { GetRefused, type GuardedGet } from '../../kit/guarded-get.ts';
import type { StickerFile, StickerFiles } from '../../kit/sticker-files.ts';
import type { Objects } from '../../openim/rest/objects.ts';
import { readObject } from './object.ts';
import type { Original, Span } from './original.ts';
import { OriginalFault } from './original-fault.ts';

export interface Originals {
  /** Rejects with {@link OriginalFault}. */
  read(url: string, span: Span): Promise<Original>;
}

export interface OriginalsOptions {
  readonly objects: Objects;
  /** For addresses that anybody at all may have written. */
  readonly web: GuardedGet;
  /** Where clients reach OpenIM's files: through us, and past us. */
  readonly apiURLs: () => readonly string[];
  /** Where clients reach our own catalog's pictures, without a slash at the end. */
  readonly filesURL: () => string;
  /** The catalog's pictures, by name. */
  readonly files: StickerFiles;
  readonly log: Logger;
}

const WEB_MS = 20_000;

export function createOriginals({ objects, web, apiURLs, filesURL, files, log }: OriginalsOptions): Originals {
  async function read(url: string, span: Span): Promise<Original> {
    const own = below(`${filesURL()}/`, url);
    if (own !== null) return readOwn(await files.read(own));
    for (const apiURL of apiURLs()) {
      const object = below(`${apiURL.replace(/\/$/, '')}/object/`, url);
      if (object !== null) return readObject(object, objects, { ...span, log });
    }
    return readWeb(url, web, span);
  }
  return {
    read: (url, span) =>
      read(url, span).catch((error: unknown) => {
        throw faultOf(error, span);
      }),
  };
}

/** The rest of an address, without a query; null where it lies elsewhere. */
function below(prefix: string, url: string): string | null {
  if (!url.startsWith(prefix)) return null;
  const [rest = ''] = url.slice(prefix.length).split(/[?#]/, 1);
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

function readOwn(file: StickerFile | null): Original {
  if (file === null) throw new OriginalFault('NOT_FOUND');
  return { bytes: file.bytes, contentType: file.mimeType };
}

async function readWeb(url: string, web: GuardedGet, { most, signal }: Span): Promise<Original> {
  const { status, type, bytes, cut } = await web.get(url, { accept: '*/*', most: () => most, timeout: WEB_MS, signal });
  if (status === 404 || status === 410) throw new OriginalFault('NOT_FOUND');
  if (status < 200 || status > 299) throw new OriginalFault('UNREACHABLE');
  if (cut) throw new OriginalFault('TOO_LARGE');
  return { bytes, contentType: type === '' ? null : type };
}

function faultOf(error: unknown, { signal }: Span): OriginalFault {
  if (error instanceof OriginalFault) return error;
  if (error instanceof GetRefused) return new OriginalFault('REFUSED', error);
  if (error instanceof Fault && error.reason === 'NOT_FOUND') return new OriginalFault('NOT_FOUND', error);
  const isLate = signal.aborted || (error as Error).name === 'TimeoutError';
  return new OriginalFault(isLate ? 'TIMED_OUT' : 'UNREACHABLE', error);
}
