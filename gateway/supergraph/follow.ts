import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { repeat } from '../../subgraphs/kit/repeat.ts';
import { keepForRestart } from './keep.ts';
import { openSupergraph, type Supergraph, type SupergraphParts } from './supergraph.ts';

/** A supergraph that somebody else composes, and changes while we run. */
export interface SupergraphFile {
  readonly file: string;
  /** Where the last one that could be served is kept, for a start on a bad one. */
  readonly lastGood: string;
}

export interface Served {
  readonly supergraph: Supergraph;
  /** The file is not looked at any more. */
  stop(): void;
}

export type ServedParts = Omit<SupergraphParts, 'sdl'> & {
  readonly onChange: (outcome: 'taken' | 'refused') => void;
};

/** ms between two looks, at what it holds: a mounted file that is exchanged tells nobody, nor always when it was. */
const LOOK_MS = 500;

/**
 * Serves one supergraph; or what a file holds, and what it is changed to, as soon as that can be served: until then, and over a restart,
 * the last one that could. Throws when neither can.
 */
export function serveSupergraph(from: string | SupergraphFile, parts: ServedParts): Served {
  if (typeof from !== 'string') return follow(from, parts);
  return { supergraph: openSupergraph({ ...parts, sdl: from }), stop: () => {} };
}

function follow(from: SupergraphFile, { onChange, ...parts }: ServedParts): Served {
  const { log } = parts;
  const supergraph = openGood(from, parts);
  let seen = supergraph.sdl();

  async function look(): Promise<void> {
    const sdl = await readFile(from.file, 'utf8');
    if (sdl === seen) return;
    seen = sdl;
    try {
      await supergraph.replace(sdl);
    } catch (error) {
      log.error({ err: error }, 'the supergraph was changed to one that cannot be served: the last one stays');
      onChange('refused');
      return;
    }
    keepForRestart(from.lastGood, sdl, log);
    log.info('another supergraph is served');
    onChange('taken');
  }
  const looking = repeat(LOOK_MS, look, (err) => log.warn({ err }, 'the file of the supergraph could not be read'));
  return { supergraph, stop: () => void looking.stop() };
}

function openGood(from: SupergraphFile, parts: Omit<SupergraphParts, 'sdl'>): Supergraph {
  try {
    const sdl = readFileSync(from.file, 'utf8');
    const supergraph = openSupergraph({ ...parts, sdl });
    keepForRestart(from.lastGood, sdl, parts.log);
    return supergraph;
  } catch (error) {
    if (!existsSync(from.lastGood)) throw error;
    parts.log.error({ err: error }, 'the supergraph cannot be served: the last one that could is');
    return openSupergraph({ ...parts, sdl: readFileSync(from.lastGood, 'utf8') });
  }
}
