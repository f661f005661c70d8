import { badInput } from '../kit/fault.ts';
import type { WireDelta, WireIDs, WireSyncPoint } from './rest/wire.ts';

/** `SyncPoint` and `SyncPointInput` of the schema. OpenIM's counter has 64 bits, so that it travels as text. */
export interface SyncPoint {
  readonly versionID: string;
  readonly version: string;
}

const FROM_NOTHING: WireSyncPoint = { versionID: '', version: 0 };
const LARGEST_HASH = 2n ** 64n - 1n;

/** The point that a client has reached; `FROM_NOTHING` for one that begins. */
export function pointAsked(since: SyncPoint | null | undefined): WireSyncPoint {
  if (since == null) return FROM_NOTHING;
  const version = Number(since.version);
  if (!/^[0-9a-f]{24}$/i.test(since.versionID))
    throw badInput('since.versionID', 'the versionID of a `point` of this list is expected, 24 hex digits');
  if (!/^\d{1,20}$/.test(since.version) || !Number.isSafeInteger(version))
    throw badInput('since.version', 'the version of a `point` of this list is expected, a whole number as text');
  return { versionID: since.versionID, version };
}

const pointOf = ({ versionID, version }: WireSyncPoint): SyncPoint => ({ versionID, version: String(version) });

/** A `…Changes` type of the schema; a row that cannot be shown is left out. */
export interface Changes<Node> {
  readonly full: boolean;
  readonly point: SyncPoint;
  readonly deletedIDs: readonly string[];
  readonly inserted: readonly Node[];
  readonly updated: readonly Node[];
  readonly orderChanged: boolean;
}

export function changesOf<Row, Node>(delta: WireDelta<Row>, nodeOf: (row: Row) => Node | null): Changes<Node> {
  const nodes = (rows: readonly Row[]): Node[] =>
    rows.flatMap((row) => {
      const node = nodeOf(row);
      return node === null ? [] : [node];
    });
  return {
    full: delta.full,
    point: pointOf(delta),
    deletedIDs: delta.deleted,
    inserted: nodes(delta.inserted),
    updated: nodes(delta.updated),
    orderChanged: delta.orderChanged,
  };
}

/** The hash of the ids that a client has; null for none. */
export function hashAsked(unlessHash: string | null | undefined): bigint | null {
  if (unlessHash == null) return null;
  const hash = /^\d{1,20}$/.test(unlessHash) ? BigInt(unlessHash) : null;
  if (hash === null || hash > LARGEST_HASH) throw badInput('unlessHash', 'the `hash` of an earlier answer is expected');
  return hash;
}

/** `SyncedIDs` of the schema. */
export interface SyncedIDs {
  readonly point: SyncPoint;
  readonly hash: string;
  readonly unchanged: boolean;
  readonly ids: readonly string[] | null;
}

export const syncedIDsOf = (all: WireIDs): SyncedIDs => ({
  point: pointOf(all),
  hash: String(all.hash),
  unchanged: all.ids === null,
  ids: all.ids,
});
