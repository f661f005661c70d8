import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Asked, hashOf, malformed, plain } from './asked.ts';
import { countIn } from './count.ts';
import { followManifests } from './followed.ts';
import { createListed } from './listed.ts';
import type { Manifest } from './manifest.ts';
import { createNoted } from './noted.ts';

/** `log`: what is not listed is counted and told, once each. `enforce`: it is refused. */
export type DocumentsMode = 'off' | 'log' | 'enforce';

export interface DocumentsSettings {
  readonly mode: DocumentsMode;
  /** Files that list operations; with none, nothing is known by its id. */
  readonly files: readonly string[];
}

export interface Documents {
  readonly mode: DocumentsMode;
  /** All that is listed, now. */
  manifest(): Manifest;
  /** The same with a text in place of an id. Throws the Fault that refuses it. */
  admit<Operation extends Asked>(asked: Operation, viewer: Viewer): Operation;
  /** Told again whenever another manifest was taken. */
  onTaken(listener: () => void): void;
  stop(): void;
}

interface Ground {
  readonly register: Registry;
  readonly log: Logger;
}

/** Admins with it may ask what no client does, as they do in the explorer. */
const EXEMPT = 'operations:any';

/** Throws ManifestError where a file cannot be used. */
export function createDocuments({ mode, files }: DocumentsSettings, { register, log }: Ground): Documents {
  const count = countIn(register);
  const note = createNoted(log);
  const listeners: (() => void)[] = [];
  const followed = followManifests({
    files,
    onChange: (change) => {
      if ('refused' in change) {
        count.change('refused');
        log.error({ err: change.refused }, 'the list of operations cannot be used: the last good one stays');
        return;
      }
      listed = createListed(change.manifest);
      count.change('taken');
      log.info({ operations: change.manifest.size }, 'another list of operations is used');
      for (const listener of listeners) listener();
    },
  });
  let listed = createListed(followed.manifest);

  function check(query: string, viewer: Viewer): void {
    const outcome = outcomeOf(query, viewer);
    count.operation(outcome);
    if (outcome === 'refused') throw new Fault('OPERATION_UNLISTED');
    if (outcome === 'unlisted') note(query);
  }

  function outcomeOf(query: string, viewer: Viewer) {
    if (listed.has(query)) return 'listed';
    if (viewer.kind === 'admin' && viewer.scopes.has(EXEMPT)) return 'exempt';
    return mode === 'log' ? 'unlisted' : 'refused';
  }

  return {
    mode,
    manifest: () => listed.manifest,
    onTaken: (listener) => void listeners.push(listener),
    stop: () => followed.stop(),
    admit(asked, viewer) {
      const { query } = asked;
      const hash = hashOf(asked);
      if (typeof query !== 'string' || query === '') {
        const found = named(asked, { hash, manifest: listed.manifest, automatic: mode !== 'enforce' });
        if (found !== asked) count.operation('by_id');
        return found;
      }
      if (hash !== null && createHash('sha256').update(query).digest('hex') !== hash)
        throw malformed('sha256Hash is not the SHA-256 of the query');
      if (mode !== 'off') check(query, viewer);
      return mode === 'enforce' ? plain(asked) : asked;
    },
  };
}

interface Known {
  readonly hash: string | null;
  readonly manifest: Manifest;
  /** Clients may register what they ask by its hash. */
  readonly automatic: boolean;
}

/** Throws where nothing is known by the id. */
function named<Operation extends Asked>(asked: Operation, { hash, manifest, automatic }: Known): Operation {
  const documentId = asked.documentId ?? null;
  const ids = [
    ...(documentId === null ? [] : [String(documentId)]),
    ...(hash === null ? [] : [hash, `sha256:${hash}`]),
  ];
  const text = ids.map((id) => manifest.get(id)).find((each) => each !== undefined);
  if (text !== undefined) return { ...plain(asked), query: text };
  // Somebody may have registered the hash, and Apollo says what is missing where there is neither.
  if (documentId === null && (hash === null || automatic)) return asked;
  throw new Fault('DOCUMENT_UNKNOWN');
}
