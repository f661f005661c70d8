import type { Collection } from '../state/collection.ts';
import { objectID } from './object-id.ts';

export type Change = 'insert' | 'delete' | 'update';

interface Entry {
  id: string;
  change: Change;
  version: number;
}

interface Log {
  versionID: string;
  version: number;
  entries: Entry[];
}

/** What a client must do to catch up. `full` means: load everything again. */
export interface Delta {
  versionID: string;
  version: number;
  full: boolean;
  insert: string[];
  delete: string[];
  update: string[];
}

/** Stands among the ids of a delta when the order of the rows changed; see `sortVersion` in the answers. */
export const SORT_CHANGE = '____S_O_R_T_I_D____';
/** Stands among a group's member ids when the group itself changed. */
export const GROUP_CHANGE = '';

const SYNC_LIMIT = 200;
const VERSION_ID = /^(?!0{24}$)[0-9a-f]{24}$/i;

/** The change history of a list (a user's friends, conversations, groups; a group's members), for incremental sync. */
export class VersionLog {
  private readonly logs: Collection<Log>;

  constructor(logs: Collection<Log>) {
    this.logs = logs;
  }

  private open(owner: string): Log {
    return this.logs.get(owner) ?? this.logs.set(owner, { versionID: objectID(), version: 1, entries: [] });
  }

  /** One call is one version, however many ids it names. An id keeps its latest change only. */
  record(owner: string, change: Change, ids: readonly string[]): void {
    if (ids.length === 0) return;
    const log = this.logs.get(owner);
    const version = log === undefined ? 1 : log.version + 1;
    const kept = log?.entries.filter((entry) => !ids.includes(entry.id)) ?? [];
    const entries = [...kept, ...ids.map((id) => ({ id, change, version }))];
    this.logs.set(owner, { versionID: log?.versionID ?? objectID(), version, entries });
  }

  current(owner: string): { versionID: string; version: number } {
    const { versionID, version } = this.open(owner);
    return { versionID, version };
  }

  since(owner: string, versionID: string, version: number): Delta {
    const log = this.open(owner);
    const known = VERSION_ID.test(versionID) && version > 0 && versionID === log.versionID;
    const entries = known ? log.entries.filter((entry) => entry.version > version) : [];
    const full = !known || log.version < version || entries.length > SYNC_LIMIT;
    const of = (change: Change) =>
      full ? [] : entries.filter((entry) => entry.change === change).map((entry) => entry.id);
    return {
      versionID: log.versionID,
      version: log.version,
      full,
      insert: of('insert'),
      delete: of('delete'),
      update: of('update'),
    };
  }

  /** Takes one of the marks above out of a delta and tells the version in which it was set, 0 when it was not. */
  takeMark(owner: string, delta: Delta, mark: string): number {
    const marked = [delta.insert, delta.delete, delta.update].filter((ids) => ids.includes(mark));
    for (const ids of marked) ids.splice(ids.indexOf(mark), 1);
    if (marked.length === 0) return 0;
    return this.logs.get(owner)?.entries.find((entry) => entry.id === mark)?.version ?? 0;
  }

  delete(owner: string): void {
    this.logs.delete(owner);
  }
}
