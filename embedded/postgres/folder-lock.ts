import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderInUse, StartRefused } from '../start-refused.ts';

const SQLITE_BUSY = 5;

/**
 * Holds a folder for this process. The kernel lets go of the lock when the process ends, however it ends, so a
 * lock that is held is held by somebody alive, and neither a crash nor a reused pid confuses it. Node has no
 * flock(2) of its own; an exclusive transaction of SQLite on an empty file is one, on every platform.
 */
export function lockFolder(folder: string, dataDir: string): () => void {
  const owner = join(folder, 'owner');
  const lock = openLock(folder);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw cannotLock(folder, error);
    throw new FolderInUse(
      `${dataDir} is in use by the process ${read(owner)}. Stop that one first, or set DATA_DIR (and PORT) to start another beside it.`,
      { cause: error },
    );
  }
  writeFileSync(owner, String(process.pid));
  return () => lock.close();
}

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  } catch (error) {
    throw cannotLock(folder, error);
  }
}

/** A full disk, or a network drive without locks. */
const cannotLock = (folder: string, cause: unknown): StartRefused =>
  new StartRefused(
    `${folder} cannot be locked (${(cause as Error).message}). Make room there, or set DATA_DIR to a folder on another disk.`,
    { cause },
  );

/** Empty for a moment at the other's start. */
const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8') || 'that has just started';
  } catch {
    return 'that has just started';
  }
};
