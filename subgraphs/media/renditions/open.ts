import { join } from 'node:path';
import type { Registry } from 'prom-client';
import type { Objects } from '../../openim/rest/objects.ts';
import type { Pool } from '../workers/pool.ts';
import { openDiskShelf } from './disk-shelf.ts';
import { createMeter } from './meter.ts';
import { createOpenIMShelf } from './openim-shelf.ts';
import { createRenditions, type RenditionOptions, type Renditions } from './renditions.ts';

/** Where copies are kept. */
export interface MediaCache {
  /** `openim`: as objects of its store, which all nodes share. */
  readonly way: 'disk' | 'openim';
  /** Of files; the copies have one of their own below. */
  readonly folder: string;
  /** Bytes of files. */
  readonly mostBytes: number;
}

interface Opening extends Omit<RenditionOptions, 'shelf' | 'shrink' | 'meter'> {
  readonly pool: Pool;
  readonly cache: MediaCache;
  readonly objects: Objects;
  /** Where copies are counted. */
  readonly register: Registry;
}

/** ms of a worker's time for one copy; what takes longer is ended. */
const SHRINK_MS = 15_000;

export async function openRenditions({ cache, objects, pool, register, ...options }: Opening): Promise<Renditions> {
  const shelf =
    cache.way === 'openim'
      ? createOpenIMShelf({ ...options, objects })
      : await openDiskShelf({ folder: join(cache.folder, 'renditions'), most: cache.mostBytes });
  return createRenditions({
    ...{ ...options, shelf, meter: createMeter(register) },
    shrink: (shrinking) => pool.run('shrink', shrinking, { timeout: SHRINK_MS }),
  });
}
