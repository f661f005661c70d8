import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTable } from './coverage-table.ts';
import { errorTable } from './error-table.ts';
import { roleTable } from './role-table.ts';

/** Pages that are made from the code, by their path from the root. */
export function madeDocs(root: string): Readonly<Record<string, string>> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return {
    'docs/errors.md': errorTable(),
    'docs/openim-coverage.md': coverageTable(),
    'docs/roles.md': roleTable(read('schema/api.graphql'), read('schema/decisions.txt')),
  };
}

/** `npm run docs` */
if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  for (const [path, text] of Object.entries(madeDocs(root))) writeFileSync(join(root, path), text);
}
