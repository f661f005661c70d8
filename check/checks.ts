import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeDocs } from './docs.ts';
import { decisionFaults } from './rules/decisions.ts';
import { image } from './rules/image.ts';
import { IMPORT_TABLE, imports, rings } from './rules/imports.ts';
import { browserCode, environment } from './rules/places.ts';
import { readmes } from './rules/readmes.ts';
import { contractBreaches, notYetGrowth, schemaDrift, undescribed, unguardable } from './rules/schema.ts';
import { scopeFaults } from './rules/scopes.ts';
import { fileSizes, functionSizes, parameters } from './rules/sizes.ts';
import { bareErrors, names, unfinished } from './rules/words.ts';
import { runTool, TOOLS } from './tools.ts';
import { type Rule, readTree, type Tree } from './tree.ts';

export interface Check {
  readonly name: string;
  readonly run: () => Promise<string[]>;
}

const RULES: Readonly<Record<string, Rule>> = {
  'import table': imports(IMPORT_TABLE),
  'rings of imports': rings,
  'file sizes': fileSizes,
  'function sizes': functionSizes,
  parameters: parameters,
  'bare errors': bareErrors,
  'unfinished or silenced': unfinished,
  names: names,
  readmes,
  'one reader of the environment': environment,
  'code for browsers': browserCode,
  'what the image holds': image,
};

/** All that `npm run check` looks at, each with what it complains about; the processes run beside each other. */
export function allChecks(root: string): Check[] {
  const tree = Promise.withResolvers<Tree>();
  setImmediate(() => tree.resolve(readTree(root)));
  return [
    ...TOOLS.map((tool) => ({ name: tool.name, run: () => runTool(tool, root) })),
    ...Object.entries(RULES).map(([name, rule]) => ({ name, run: async () => rule(await tree.promise) })),
    ...Object.entries(schemaChecks(root)).map(([name, run]) => ({ name, run: async () => run() })),
    { name: 'scopes', run: async () => scopeFaults(decisionsIn(root), (await tree.promise).sources) },
    { name: 'docs', run: async () => docsDrift(root) },
  ];
}

function schemaChecks(root: string): Record<string, () => string[]> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return {
    'schema drift': () => schemaDrift(join(root, 'schema')),
    'the contract (core.graphql)': () => contractBreaches(read('test/house/core.graphql'), read('schema/api.graphql')),
    'not yet served': () => {
      const [now, before] = [read('schema/not-yet.txt'), committed(root, 'schema/not-yet.txt')];
      return [...new Set(before.flatMap((version) => notYetGrowth(now, version)))];
    },
    descriptions: () => undescribed(read('schema/api.graphql')),
    'guarded fields are nullable': () => unguardable(read('schema/api.graphql')),
    'who may use what': () => decisionFaults(read('schema/api.graphql'), read('schema/decisions.txt')),
  };
}

/** The file as each commit left it; nothing where there is no history (an unpacked archive). */
function committed(root: string, path: string): string[] {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  try {
    const commits = git('log', '--format=%H', '--', path).split('\n').filter(Boolean);
    return commits.map((commit) => git('show', `${commit}:${path}`));
  } catch {
    return [];
  }
}

const decisionsIn = (root: string): string => readFileSync(join(root, 'schema/decisions.txt'), 'utf8');

const docsDrift = (root: string): string[] =>
  Object.entries(madeDocs(root))
    .filter(([path, text]) => readFileSync(join(root, path), 'utf8') !== text)
    .map(([path]) => `${path} is out of date: npm run docs.`);
