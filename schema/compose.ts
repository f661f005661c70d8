import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { compose } from './composition.ts';
import { notYet } from './contract.ts';
import { readSubgraphDocuments, readSubscriptions } from './subgraph-documents.ts';

const HERE = import.meta.dirname;
export const CORE = join(HERE, '../test/house/core.graphql');

/** The files of this folder that are made from the others, by name. */
export function composedFiles(folder: string): Record<string, string> {
  const { supergraph, api } = compose(readSubgraphDocuments(folder), readSubscriptions(folder));
  const missing = notYet(parse(readFileSync(CORE, 'utf8')), parse(api));
  return {
    'supergraph.graphql': supergraph,
    'api.graphql': api,
    'not-yet.txt': missing.map((coordinate) => `${coordinate}\n`).join(''),
  };
}

/** `npm run compose` */
if (import.meta.main)
  for (const [name, text] of Object.entries(composedFiles(HERE))) writeFileSync(join(HERE, name), text);
