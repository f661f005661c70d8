import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Rule } from '../tree.ts';

const PROGRAM = 'gateway/main.ts';

/**
 * The image holds a part of the checkout only. What the program loads at its start has to be in it; what it imports
 * when it needs it (an embedded part, the sandbox) does not, because production never does.
 */
export const image: Rule = ({ root, sources }) => {
  const loads = new Map(sources.map(({ path, loads: requests }) => [path, requests]));
  const copied = copiedFolders(readFileSync(join(root, 'Dockerfile'), 'utf8'));
  const reached = new Set<string>();
  const walk = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const request of loads.get(path) ?? [])
      if (request.startsWith('.')) walk(posix.join(posix.dirname(path), request));
  };
  walk(PROGRAM);
  return [...reached]
    .filter((path) => !copied.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => `${path}: is loaded by ${PROGRAM}, and the image does not hold it.`);
};

/** `COPY gateway gateway`; what comes from another stage is not of the checkout. */
const copiedFolders = (dockerfile: string): string[] =>
  [...dockerfile.matchAll(/^COPY (?!--from)(\S+) \1$/gm)].map(([, folder = '']) => folder);
