import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Program, parseSync, type StaticExport, type StaticImport, Visitor } from 'oxc-parser';

/** A TypeScript file as the rules see it. */
export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly program: Program;
  /** What it imports, as written: values, types, re-exports and dynamic imports alike. */
  readonly imports: readonly string[];
  /** What is loaded with it: no types, and nothing that is imported at run time. */
  readonly loads: readonly string[];
}

/** The checkout, or a small bad one that a test has made. */
export interface Tree {
  readonly root: string;
  readonly sources: readonly SourceFile[];
  /** Folders that hold files of ours, from the root. */
  readonly folders: readonly string[];
}

/** A rule reads the tree and tells each breach in a line; nothing is a pass. */
export type Rule = (tree: Tree) => string[];

const OUTSIDE = new Set(['node_modules', 'data', '.git', '__generated__']);

export function readTree(root: string): Tree {
  const files = globSync('**/*', { cwd: root, exclude: ({ name }) => OUTSIDE.has(name), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const folders = new Set(
    files.flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, at, parts) => parts.slice(0, at + 1).join('/')),
    ),
  );
  const sources = files.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')).sort();
  return { root, folders: [...folders].sort(), sources: sources.map((path) => readSource(root, path)) };
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, module } = parseSync(path, text);
  const statements = [...module.staticImports, ...module.staticExports];
  const imports = [
    ...statements.flatMap((statement) => requestsOf(statement)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
    ...typeImports(program),
  ];
  const loads = statements.filter((statement) => !isErased(statement)).flatMap(requestsOf);
  return { path, text, lines: text.trimEnd().split('\n').length, program, imports, loads };
}

/** `import type …`, or every name in it a type; `import './x.ts'` names nothing and loads it. */
const isErased = ({ entries }: StaticImport | StaticExport): boolean =>
  entries.length > 0 && entries.every(({ isType }) => isType);

const requestsOf = (statement: StaticImport | StaticExport): string[] =>
  'moduleRequest' in statement
    ? [statement.moduleRequest.value]
    : statement.entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []));

/** `import('./x.ts').X` in a type. */
function typeImports(program: Program): string[] {
  const found: string[] = [];
  new Visitor({ TSImportType: ({ source }) => void found.push(source.value) }).visit(program);
  return found;
}
