import { LRUCache } from 'lru-cache';
import type { Manifest } from './manifest.ts';
import { normalOf } from './normal.ts';

/** A manifest, and which texts are of it. */
export interface Listed {
  readonly manifest: Manifest;
  has(text: string): boolean;
}

/** Characters of texts that were looked up already: clients send the same ones, each with every request. */
const MOST_KNOWN = 4 * 1_024 * 1_024;

export function createListed(manifest: Manifest): Listed {
  const normal = new Set([...manifest.values()].map(normalOf));
  const known = new LRUCache<string, boolean>({
    maxSize: MOST_KNOWN,
    sizeCalculation: (_has, text) => text.length + 100,
  });
  return {
    manifest,
    has(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const form = normalOf(text);
      const has = form !== null && normal.has(form);
      known.set(text, has);
      return has;
    },
  };
}
