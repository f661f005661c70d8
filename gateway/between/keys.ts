import { randomBytes } from 'node:crypto';

/** `SUBGRAPH_KEYS`: what gateways and subgraphs sign with. The first signs, all are believed. */
export interface SubgraphKeys {
  readonly newest: SubgraphKey;
  /** Null: there is none of that name. */
  byID(id: string): SubgraphKey | null;
}

export interface SubgraphKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** `id:key[,id:key]`, each key 32 bytes in base64url, as the setting was checked; null where there is none. */
export function readKeys(text: string): SubgraphKeys | null {
  const keys = text.split(',').map((pair) => {
    const [id = '', key = ''] = pair.trim().split(':');
    return { id, key: Buffer.from(key, 'base64url') };
  });
  const [newest] = keys;
  if (newest === undefined || newest.id === '') return null;
  return { newest, byID: (id) => keys.find((each) => each.id === id) ?? null };
}

export const makeKeys = (): string => `g1:${randomBytes(32).toString('base64url')}`;
