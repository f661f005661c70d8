import { randomInt } from 'node:crypto';
import { newTime } from '../state/clock.ts';
import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';

export interface LogRow {
  logID: string;
  userID: string;
  platform: string;
  url: string;
  filename: string;
  version: string;
  ex: string;
  createTime: number;
}

const newLogID = (): string => String(randomInt(1_000_000_000, 9_999_999_999));

/** Where clients say that their log files are. */
export class Logs {
  private readonly rows: Collection<LogRow>;

  constructor(state: State) {
    this.rows = state.collection<LogRow>('logs');
  }

  add(row: Omit<LogRow, 'logID' | 'createTime'>): void {
    let logID = newLogID();
    while (this.rows.has(logID)) logID = newLogID();
    this.rows.set(logID, { ...row, logID, createTime: newTime() });
  }

  missing(logIDs: readonly string[]): string[] {
    return logIDs.filter((logID) => !this.rows.has(logID));
  }

  delete(logIDs: readonly string[]): void {
    for (const logID of logIDs) this.rows.delete(logID);
  }

  /** Newest first. */
  between(start: number, end: number, fits: (userID: string) => boolean): LogRow[] {
    return [...this.rows.values()]
      .filter(({ createTime, userID }) => createTime >= start && createTime <= end && fits(userID))
      .sort((left, right) => right.createTime - left.createTime);
  }
}
