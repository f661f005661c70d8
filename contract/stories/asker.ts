import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../client/index.ts';
import { Unmet } from '../finding.ts';

/** Somebody who is signed in. */
export interface Asker {
  readonly id: string;
  /** Of OpenIM; null when the gateway got none. */
  readonly imToken: string | null;
  ask<Data>(document: string, variables: object): Promise<Answer<Data>>;
  leave(): Promise<void>;
}

/** The data, where nothing is missing in it; else what the gateway says is wrong. */
export async function given<Data>(asker: Asker, document: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await asker.ask<Data>(document, variables);
  const told = errors.map(({ path, message, extensions: { reason, openim } }) =>
    [path?.join('.'), reason, message, openim === undefined ? '' : JSON.stringify(openim)].filter(Boolean).join(' '),
  );
  if (data === null || told.length > 0) throw new Unmet(told.join('; ') || 'the gateway answered nothing');
  return data;
}

const PATIENCE_MS = 8_000;
const EVERY_MS = 250;

/** OpenIM writes some rows a moment later: asks until it holds. */
export async function eventually<Data>(read: () => Promise<Data>, holds: (data: Data) => boolean): Promise<Data> {
  for (const end = Date.now() + PATIENCE_MS; ; await pause(EVERY_MS)) {
    const data = await read();
    if (holds(data)) return data;
    if (Date.now() > end) throw new Unmet(`after ${PATIENCE_MS / 1000} s it is still ${JSON.stringify(data)}`);
  }
}
