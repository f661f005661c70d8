import { posix } from 'node:path';
import type { Rule, SourceFile } from '../tree.ts';

/** A part of the house, and the parts that it may import besides itself. */
export interface Row {
  readonly part: string;
  readonly may: readonly string[] | 'anything';
}

/** What `docs/openim-coverage.md` is made from. */
const COVERAGE = ['subgraphs/openim/coverage', 'subgraphs/openim/forward/table.ts'];

/** Who may import whom, one way. The longest `part` that a file's path begins with is the one it belongs to. */
export const IMPORT_TABLE: readonly Row[] = [
  { part: 'subgraphs/kit', may: [] },
  { part: 'subgraphs/openim/rest', may: ['subgraphs/kit'] },
  { part: 'subgraphs/openim', may: ['subgraphs/kit', 'subgraphs/openim/rest'] },
  { part: 'subgraphs/identity', may: ['subgraphs/kit', 'subgraphs/openim/rest'] },
  { part: 'subgraphs/media', may: ['subgraphs/kit', 'subgraphs/openim/rest'] },
  { part: 'subgraphs/moderation', may: ['subgraphs/kit'] },
  { part: 'events', may: ['subgraphs/kit', 'subgraphs/openim/rest'] },
  { part: 'gateway', may: ['subgraphs/kit'] },
  // The composition root, and the commands beside it: the only files that know every part.
  ...[
    'main',
    'start',
    'start-subgraph',
    'subgraph',
    'program',
    'open-events',
    'open-gateway',
    'open-webhooks',
    'admin',
    'admin-commands',
    'audit-command',
    'first-lines',
    'identity-settings',
    'people-file',
  ].map((file) => ({
    part: `gateway/${file}.ts`,
    may: ['gateway', 'embedded', 'events', 'explorer', 'sandbox', 'subgraphs'],
  })),
  { part: 'embedded', may: ['subgraphs/kit'] },
  { part: 'sandbox', may: [] },
  { part: 'client', may: [] },
  { part: 'explorer', may: ['client'] },
  { part: 'bench', may: ['client'] },
  // What a search costs with a million messages is asked of the database, below any door.
  ...['search', 'search-world'].map((file) => ({
    part: `bench/${file}.ts`,
    may: ['bench', 'embedded', 'subgraphs/kit', 'subgraphs/openim'],
  })),
  // What deciding costs by itself, without what brings the question.
  // A hundred thousand sessions are written as identity writes them; to sign them all in would take an hour.
  { part: 'bench/growth', may: ['bench', 'client', 'subgraphs/kit', 'subgraphs/identity'] },
  { part: 'bench/rules.ts', may: ['bench', 'subgraphs/kit', 'subgraphs/moderation/rules'] },
  // A certificate about OpenIM may not lean on what is certified with it; its stories sign in as any client does.
  { part: 'contract', may: ['client', 'subgraphs/openim/coverage'] },
  { part: 'schema', may: [] },
  { part: 'check', may: ['schema', 'subgraphs/kit', 'subgraphs/identity/admins/scopes.ts', ...COVERAGE] },
  { part: 'test', may: 'anything' },
];

export const imports =
  (table: readonly Row[]): Rule =>
  ({ sources }) =>
    sources.flatMap((source) => {
      const importer = rowOf(table, source.path);
      if (importer === null) return [`${source.path}: stands in no part of the import table.`];
      const refusals = targetsOf(source).map((target) => refusalOf(importer, rowOf(table, target), target));
      return refusals.filter((refusal) => refusal !== null).map((refusal) => `${source.path}: ${refusal}`);
    });

function refusalOf(importer: Row, imported: Row | null, target: string): string | null {
  if (imported === null) return `imports ${target}, which stands in no part of the import table.`;
  const { part, may } = importer;
  const allowed = importer === imported || may === 'anything' || may.some((each) => within(each, target));
  return allowed ? null : `${part} may not import ${imported.part} (${target}).`;
}

const within = (part: string, path: string): boolean => path === part || path.startsWith(`${part}/`);

const rowOf = (table: readonly Row[], path: string): Row | null =>
  table.filter(({ part }) => within(part, path)).sort((a, b) => b.part.length - a.part.length)[0] ?? null;

/** The files of ours that a file imports, from the root. */
const targetsOf = ({ path, imports: requests }: SourceFile): string[] =>
  requests.filter((request) => request.startsWith('.')).map((request) => posix.join(posix.dirname(path), request));

/** Files that import each other in a ring cannot be read, loaded or tested one before the other. */
export const rings: Rule = ({ sources }) => {
  const edges = new Map(sources.map((source) => [source.path, targetsOf(source)]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`${[...trail.slice(at), path].join(' → ')}: a ring of imports.`);
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
};
