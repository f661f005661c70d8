import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import type { Facts } from '../files/facts.ts';

/** Texts that a sender may name; whatever a browser would run is plain text. */
const TEXTS = ['text/plain', 'text/csv', 'text/markdown', 'text/calendar', 'text/vcard', 'application/json'];
/** What a file is, by its first bytes and never by its name; of text, which is all alike, as `claimed`. */
export async function readDocument(bytes: Uint8Array, claimed: string | null): Promise<Facts> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return { mimeType: found.mime };
  if (!isText(bytes)) return { mimeType: 'application/octet-stream' };
  return { mimeType: TEXTS.find((type) => type === claimed) ?? 'text/plain' };
}

/** No text has control characters, but for those of lines, tabs and terminals. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);

const isText = (bytes: Uint8Array): boolean => bytes.length > 0 && isUtf8(bytes) && !bytes.some(isControl);
