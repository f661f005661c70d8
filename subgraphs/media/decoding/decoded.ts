import { setTimeout as pause } from 'node:timers/promises';

/** What is decoded takes at most this; what takes longer is known without it. */
const DECODE_MS = 8_000;

/** What decoding gives; null where it fails or takes too long, and for what nobody here can decode. */
export const decoded = <Value>(decoding: Promise<Value | null>): Promise<Value | null> =>
  Promise.race([decoding.catch(() => null), pause(DECODE_MS, null, { ref: false })]);
