import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../tree.ts';

const MOST_LINES = 15;
/** One entry's worth of files does not need a page about them. */
const FEWEST_SOURCES = 3;

/** Every folder of code says what lives there, what may import it and what it may import, in a few lines. */
export const readmes: Rule = ({ root, sources, folders }) =>
  folders.flatMap((folder) => {
    const path = join(folder, 'README.md');
    const lines = existsSync(join(root, path))
      ? readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length
      : 0;
    if (lines > MOST_LINES) return [`${path}: ${lines} lines, ${MOST_LINES} are the most.`];
    const inside = sources.filter((source) => source.path.startsWith(`${folder}/`)).length;
    return lines === 0 && inside >= FEWEST_SOURCES && !covered(folder) ? [`${folder}/: has no README.md.`] : [];
  });

/** `resolvers/` and `migrations/` of a subgraph are what their names say; the subgraph's page tells the rest. */
const covered = (folder: string): boolean => /(^|\/)(resolvers|migrations)$/.test(folder);
