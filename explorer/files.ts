import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface TextFile {
  /** Below `/explorer/`. */
  readonly path: string;
  /** Content-Type. */
  readonly type: string;
  readonly text: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  '.ts': SCRIPT,
  '.mjs': SCRIPT,
  '.css': STYLE,
  '.svg': 'image/svg+xml',
};

/** GraphiQL with all that it needs. Loaded here and not above: its module is one string of nine megabytes. */
export async function graphiqlFiles(): Promise<TextFile[]> {
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql');
  const script = (name: string, text: string): TextFile => ({ path: `graphiql/${name}.js`, type: SCRIPT, text });
  return [
    script('graphiql', graphiql.js),
    script('editor-worker', graphiql.editorWorkerService),
    script('json-worker', graphiql.jsonWorker),
    script('graphql-worker', graphiql.graphqlWorker),
    { path: 'graphiql/graphiql.css', type: STYLE, text: graphiql.css },
  ];
}

const HOUSE = join(import.meta.dirname, '..');
const OURS = ['explorer/panel/*.{ts,css,svg}', 'client/*.ts', 'client/__generated__/*.ts'];
/** What `graphql` is to a browser here: the client prints documents, and takes nothing else of it. */
const THEIRS = ['language/*.mjs', 'jsutils/*.mjs'];

/** The panel, the client that it signs in with, and what that imports; each where its imports expect it. */
export function moduleFiles(): TextFile[] {
  const graphql = dirname(fileURLToPath(import.meta.resolve('graphql')));
  return [
    ...globSync(OURS, { cwd: HOUSE }).map((path) => moduleFile(path, join(HOUSE, path))),
    ...globSync(THEIRS, { cwd: graphql }).map((path) => moduleFile(`graphql/${path}`, join(graphql, path))),
  ];
}

function moduleFile(path: string, from: string): TextFile {
  const text = readFileSync(from, 'utf8');
  const typed = extname(path) === '.ts';
  return { path: `modules/${path}`, type: TYPES[extname(path)] ?? '', text: typed ? stripTypeScriptTypes(text) : text };
}
