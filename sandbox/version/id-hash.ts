import { createHash } from 'node:crypto';

/** The first eight bytes of the md5 of the JSON array, 0 for an empty list: tells a client that its list is complete. */
export const idHash = (ids: readonly string[]): bigint =>
  ids.length === 0 ? 0n : createHash('md5').update(JSON.stringify(ids)).digest().readBigUInt64BE(0);
