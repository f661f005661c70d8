import type { Facts } from '../files/facts.ts';

/** RFC 4867 §5: a first line, and then frames of 20 ms each, whose first byte tells how long they are. */
const KINDS = [
  { magic: '#!AMR\n', mimeType: 'audio/amr', codec: 'samr', bytes: [13, 14, 16, 18, 20, 21, 27, 32, 6] },
  { magic: '#!AMR-WB\n', mimeType: 'audio/amr-wb', codec: 'sawb', bytes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6] },
] as const;

const FRAME_SECONDS = 0.02;
/** Nothing was heard, or what was heard was lost: the byte is all there is. */
const EMPTY = [14, 15];

const kindOf = (bytes: Uint8Array) =>
  KINDS.find(({ magic }) => Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic);

export const isAMR = (bytes: Uint8Array): boolean => kindOf(bytes) !== undefined;

/** What old phones record. How long it is; nothing here decodes it. */
export function readAMR(bytes: Uint8Array): Facts {
  const kind = kindOf(bytes);
  if (kind === undefined) throw new TypeError('This is no AMR.');
  let [at, frames] = [kind.magic.length, 0];
  while (at < bytes.length) {
    const type = ((bytes[at] ?? 0) >> 3) & 15;
    const length = EMPTY.includes(type) ? 1 : kind.bytes[type];
    if (length === undefined) throw new TypeError('A frame of no known kind.');
    at += length;
    frames += 1;
  }
  if (frames === 0 || at > bytes.length) throw new TypeError('The end of this file is missing.');
  return { mimeType: kind.mimeType, codec: kind.codec, duration: frames * FRAME_SECONDS };
}
