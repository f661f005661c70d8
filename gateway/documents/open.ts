import type { Logger } from 'pino';
import { settingRefused } from '../config.ts';
import type { Observer } from '../observe.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { createDocuments, type Documents, type DocumentsSettings } from './documents.ts';
import { ManifestError } from './manifest.ts';
import { warm } from './warm.ts';

interface Parts {
  readonly documents?: DocumentsSettings;
  readonly observer: Observer;
  readonly log: Logger;
}

const NONE: DocumentsSettings = { mode: 'off', files: [] };

/** What is listed, made ready while the first requests are answered. Throws ConfigError where it cannot be read. */
export function openDocuments({ documents = NONE, observer, log }: Parts, gateway: Supergraph): Documents {
  try {
    const made = createDocuments(documents, { register: observer.register, log });
    const prepare = (): void => void warm(made.manifest(), gateway, log);
    made.onTaken(prepare);
    prepare();
    return made;
  } catch (error) {
    throw error instanceof ManifestError ? settingRefused('PERSISTED_OPERATIONS_MANIFEST', error.message) : error;
  }
}
