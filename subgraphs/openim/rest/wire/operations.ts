import type { WireGroup } from './groups.ts';
import type { WireUser } from './people.ts';

/** How many fell on each day (UTC, `2026-11-23`); days without any are left out. */
export type WireDays = Readonly<Record<string, number>>;

/** How many there are of something, and how many came between `start` and `end`. */
export interface WireGrowth {
  readonly total: number;
  /** Before `start`. */
  readonly before: number;
  readonly days: WireDays;
}

/** Who wrote, or where it was written, between `start` and `end`. */
export interface WireActivity<Row> {
  readonly messageCount: number;
  readonly days: WireDays;
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface WireActiveUser {
  readonly user: WireUser;
  readonly count: number;
}

export interface WireActiveGroup {
  /** Without its owner, and with a member count of 0: OpenIM does not fill them in here. */
  readonly group: WireGroup;
  readonly count: number;
}

/** Where a client put a log of its own. */
export interface WireLog {
  readonly logID: string;
  readonly userID: string;
  /** OpenIM's name of the platform. */
  readonly platform: string;
  readonly filename: string;
  readonly url: string;
  /** ms */
  readonly createTime: number;
  /** Of the application. */
  readonly version: string;
  readonly ex: string;
}
