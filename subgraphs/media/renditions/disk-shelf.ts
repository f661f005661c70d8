import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { typeOf } from './formats.ts';
import type { Shelf } from './shelf.ts';

export interface DiskShelfOptions {
  /** Made when the first picture is kept. */
  readonly folder: string;
  /** Bytes that all of them may have; the least recently used go first. */
  readonly most: number;
}

const UNFINISHED = '.tmp';
/** What was begun longer ago was broken off. */
const UNFINISHED_MS = 3_600_000;
/** Files that are looked at together. */
const AT_ONCE = 64;

/**
 * Pictures as files of a folder. Who uses a file dates it, so that the order of use outlives a restart. Several nodes may
 * share the folder: each counts what it has kept or used itself.
 */
export async function openDiskShelf({ folder, most }: DiskShelfOptions): Promise<Shelf> {
  const pathOf = (name: string): string => join(folder, name);
  const evicted: string[] = [];
  const sizes = new LRUCache<string, number>({
    maxSize: most,
    sizeCalculation: (size) => size,
    dispose: (_size, name, reason) => {
      if (reason === 'evict') evicted.push(name);
    },
  });
  const count = async (name: string, size: number): Promise<void> => {
    sizes.set(name, size);
    await Promise.all(evicted.splice(0).map((each) => rm(pathOf(each), { force: true }).catch(() => undefined)));
  };
  for (const { name, size } of await kept(folder)) await count(name, size);

  return {
    async get(name) {
      const bytes = await readFile(pathOf(name)).catch(nullIfAbsent);
      // Empty or cut: the machine went down while it was written.
      if (bytes === null || typeOf(bytes) === null) return null;
      const now = new Date();
      await utimes(pathOf(name), now, now).catch(() => undefined);
      await count(name, bytes.length);
      return bytes;
    },
    async put(name, bytes) {
      if (bytes.length > most) return;
      await mkdir(folder, { recursive: true });
      const unfinished = pathOf(`${randomUUID()}${UNFINISHED}`);
      try {
        await writeFile(unfinished, bytes);
        await rename(unfinished, pathOf(name));
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw error;
      }
      await count(name, bytes.length);
    },
  };
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

interface Kept {
  readonly name: string;
  readonly size: number;
  readonly used: number;
}

/** The least recently used first. What cannot be read now is as good as absent: then nothing can be written, either. */
async function kept(folder: string): Promise<readonly Kept[]> {
  const names = await readdir(folder).catch(() => []);
  const found: Kept[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = await Promise.all(names.slice(at, at + AT_ONCE).map((name) => look(folder, name)));
    found.push(...some.filter((each) => each !== null));
  }
  return found.sort((a, b) => a.used - b.used);
}

async function look(folder: string, name: string): Promise<Kept | null> {
  const path = join(folder, name);
  const facts = await stat(path).catch(() => null);
  if (facts === null) return null;
  if (!name.endsWith(UNFINISHED)) return { name, size: Math.max(1, facts.size), used: facts.mtimeMs };
  if (facts.mtimeMs < Date.now() - UNFINISHED_MS) await rm(path, { force: true }).catch(() => undefined);
  return null;
}
