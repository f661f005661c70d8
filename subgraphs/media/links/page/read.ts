import { textOf } from './charset.ts';
import { type Head, readHead } from './html.ts';

export interface PageBytes {
  readonly bytes: Uint8Array;
  /** As the header has it. */
  readonly contentType: string | null;
}

/** What a page holds in its head; in a worker, because a stranger says how much there is to read. */
export default function readPage({ bytes, contentType }: PageBytes): Head {
  return readHead(textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), contentType));
}
