/** A state of a list that OpenIM keeps a history of; `versionID` names the history, `version` counts in it. */
export interface WireSyncPoint {
  readonly versionID: string;
  /** 0 asks for everything. */
  readonly version: number;
}

/** What changed in a list between a point and now. */
export interface WireDelta<Row> extends WireSyncPoint {
  /** OpenIM does not know that point, or too much has changed since: no rows are told, the whole list is to be read. */
  readonly full: boolean;
  readonly deleted: readonly string[];
  readonly inserted: readonly Row[];
  readonly updated: readonly Row[];
  readonly orderChanged: boolean;
}

/** The ids of a whole list; null where the caller's hash says that they are known. */
export interface WireIDs extends WireSyncPoint {
  readonly ids: readonly string[] | null;
  /** {@link idHash} of them. */
  readonly hash: bigint;
}
