import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from 'pino';

/** Whole or not at all; what cannot be kept is served all the same. */
export function keepForRestart(file: string, text: string, log: Logger): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    log.warn({ err: error }, 'the supergraph could not be kept for a restart');
  }
}
