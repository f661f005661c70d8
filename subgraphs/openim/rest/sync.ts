import { createHash } from 'node:crypto';
import { list } from './page.ts';
import type { WireDelta, WireIDs, WireSyncPoint } from './wire.ts';

/** As OpenIM's incremental routes tell it; `delete` may be null where the others hold rows. */
export interface Incremental<Row> extends WireSyncPoint {
  readonly full: boolean;
  readonly delete: readonly string[] | null;
  readonly insert: readonly Row[] | null;
  readonly update: readonly Row[] | null;
  /** The version in which the order changed; 0 where it did not, absent where the list has no order of its own. */
  readonly sortVersion?: number;
}

export const delta = <Row>(answer: Incremental<Row>): WireDelta<Row> => ({
  versionID: answer.versionID,
  version: answer.version,
  full: answer.full,
  deleted: list(answer.delete),
  inserted: list(answer.insert),
  updated: list(answer.update),
  orderChanged: (answer.sortVersion ?? 0) !== 0,
});

/** As OpenIM's `get_full_…` routes tell it, `ids` whatever the route calls them. */
interface Full extends WireSyncPoint {
  readonly equal: boolean;
  readonly ids: readonly string[] | null | undefined;
}

/** `known` is the hash that the caller sent; of an empty list it is OpenIM's 0, which also means "none". */
export const fullIDs = ({ versionID, version, equal, ids }: Full, known: bigint | null): WireIDs => {
  const told = equal && known !== null ? null : list(ids);
  return { versionID, version, ids: told, hash: told === null ? (known ?? 0n) : idHash(told) };
};

/**
 * OpenIM's hash of a list of ids: the first eight bytes of the MD5 of their JSON array, 0 for an empty one. Go escapes
 * in JSON what HTML could read.
 */
function idHash(ids: readonly string[]): bigint {
  if (ids.length === 0) return 0n;
  const json = JSON.stringify(ids).replace(/[<>&\u2028\u2029]/g, escaped);
  return createHash('md5').update(json).digest().readBigUInt64BE(0);
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** In a request's body: exact, where a number would lose its last digits. */
export const exactly = (number: bigint): object => JSON.rawJSON(number.toString());
