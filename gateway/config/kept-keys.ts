import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys that were not set: made at the first start and kept in `DATA_DIR/keys.json`, for its owner's eyes only, so
 * that sessions and pinned keys outlive a restart. What is set wins, and is not written down.
 */
export function keepKeys<Name extends string>(
  dataDir: string,
  given: Readonly<Record<Name, string | undefined>>,
  makers: Readonly<Record<Name, () => string>>,
): Record<Name, string> {
  const names = Object.keys(makers) as Name[];
  const file = join(dataDir, 'keys.json');
  if (names.every((name) => given[name] !== undefined)) return given as Record<Name, string>;
  const kept = readKept<Name>(file);
  const missing = names.filter((name) => given[name] === undefined && kept[name] === undefined);
  for (const name of missing) kept[name] = makers[name]();
  if (missing.length > 0) write(dataDir, file, JSON.stringify(kept, null, 2));
  return Object.fromEntries(names.map((name) => [name, given[name] ?? kept[name]])) as Record<Name, string>;
}

function readKept<Name extends string>(file: string): Partial<Record<Name, string>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    // New keys in place of unreadable ones would end every session, and break every pin, without a word.
    throw new Error(`${file} cannot be read as JSON: mend it, or remove it to begin with new keys`, { cause: error });
  }
}

/** Whole or not at all: a start that is killed here leaves the old file, or none. */
function write(dataDir: string, file: string, text: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${text}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
