import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Collection } from './collection.ts';
import { Family } from './family.ts';
import type { Shelf } from './shelf.ts';

interface Change {
  collection: string;
  owner: string;
  id: string;
  value: unknown;
}

const memoryShelf: Shelf = { put: () => {}, drop: () => {}, read: () => [] };

const openDatabase = (dataDir: string, fresh: boolean): DatabaseSync => {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'openim-sandbox.sqlite');
  if (fresh) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const database = new DatabaseSync(file);
  // WAL without a sync per commit survives a killed process, which is what a development server meets.
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL');
  database.exec(`CREATE TABLE IF NOT EXISTS rows (
    ord INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, owner TEXT NOT NULL, id TEXT NOT NULL,
    value TEXT NOT NULL, UNIQUE (collection, owner, id))`);
  return database;
};

/** All that the server remembers: collections in memory, written through to one file. */
export class State {
  private readonly database: DatabaseSync | undefined;
  private readonly shelf: Shelf;
  private readonly commit: (changes: Iterable<Change>) => void;
  private pending = new Map<string, Change>();
  private flushed: Promise<void> | undefined;

  constructor(dataDir: string | undefined, fresh: boolean) {
    this.database = dataDir === undefined ? undefined : openDatabase(dataDir, fresh);
    this.shelf = this.database === undefined ? memoryShelf : this.shelfOf(this.database);
    this.commit = this.database === undefined ? () => {} : committer(this.database);
  }

  private shelfOf(database: DatabaseSync): Shelf {
    const read = database.prepare('SELECT owner, id, value FROM rows WHERE collection = ? ORDER BY ord');
    const note = (change: Change) => {
      const key = `${change.collection}\n${change.owner}\n${change.id}`;
      // A row that is dropped and put again must come back at the end, as it does in memory.
      if (change.value !== undefined && this.pending.get(key)?.value === undefined && this.pending.has(key))
        this.flush();
      this.pending.set(key, change);
    };
    return {
      put: (collection, owner, id, value) => note({ collection, owner, id, value }),
      drop: (collection, owner, id) => note({ collection, owner, id, value: undefined }),
      read: (collection) => read.all(collection) as { owner: string; id: string; value: string }[],
    };
  }

  collection<T>(name: string): Collection<T> {
    return new Collection<T>(this.shelf, name);
  }

  family<T>(name: string): Family<T> {
    return new Family<T>(this.shelf, name);
  }

  /** Resolves when everything changed so far is on disk; the writes of one tick share a transaction. */
  settled(): Promise<void> | undefined {
    if (this.pending.size === 0) return undefined;
    this.flushed ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        this.flushed = undefined;
        try {
          this.flush();
          resolve();
        } catch (thrown) {
          reject(thrown);
        }
      });
    });
    return this.flushed;
  }

  flush(): void {
    if (this.pending.size === 0) return;
    const changes = this.pending;
    this.pending = new Map();
    this.commit(changes.values());
  }

  close(): void {
    this.flush();
    this.database?.close();
  }
}

const committer = (database: DatabaseSync): ((changes: Iterable<Change>) => void) => {
  const put = database.prepare(`INSERT INTO rows (collection, owner, id, value) VALUES (?, ?, ?, ?)
    ON CONFLICT (collection, owner, id) DO UPDATE SET value = excluded.value`);
  const drop = database.prepare('DELETE FROM rows WHERE collection = ? AND owner = ? AND id = ?');
  return (changes) => {
    database.exec('BEGIN');
    for (const { collection, owner, id, value } of changes) {
      if (value === undefined) drop.run(collection, owner, id);
      else put.run(collection, owner, id, JSON.stringify(value));
    }
    database.exec('COMMIT');
  };
};
