import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type Program, startPinned } from '../program.ts';
import { openApart } from './apart.ts';
import { askGraphQL, askREST, askSigned, type Contender } from './contender.ts';
import type { Ground } from './ground.ts';
import { type Federation, type Name, sdlOf } from './subset/sdl.ts';

export type Open = (ground: Ground, stack: AsyncDisposableStack) => Promise<Contender>;

const READY = /ready at (\S+)/;

const begin = async (ground: Ground, stack: AsyncDisposableStack, args: readonly string[]): Promise<Program> => {
  const [file = '', ...rest] = args;
  const cores = ground.cores === null ? {} : { cores: ground.cores.contender };
  const started = { args: [`bench/compare/${file}`, ...rest], settings: ['NODE_ENV=production'] };
  return stack.use(await startPinned({ ...started, line: READY, ...cores }));
};

const rest: Open = async (ground, stack) => {
  const { pid, said } = await begin(ground, stack, ['contenders/rest.ts', ground.upstream, ground.worldFile]);
  return { name: 'rest', url: said[1] ?? '', pids: [pid], question: askREST(ground.world) };
};

interface Subgraph {
  readonly name: Name;
  readonly pid: number;
  readonly url: string;
}

/** Each in a process of its own. */
async function subgraphs(ground: Ground, stack: AsyncDisposableStack, federation: Federation): Promise<Subgraph[]> {
  const args = [ground.upstream, ground.worldFile, String(federation)];
  const begun = (['openim', 'media'] as const).map(async (name) => {
    const { pid, said } = await begin(ground, stack, ['contenders/apollo-subgraph.ts', name, ...args]);
    return { name, pid, url: said[1] ?? '' };
  });
  return Promise.all(begun);
}

/** The supergraph of them, in a file. */
async function composed(ground: Ground, behind: readonly Subgraph[]): Promise<string> {
  const services = behind.map(({ name, url }) => ({ name, typeDefs: parse(sdlOf(name)), url }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new TypeError(errors?.join('\n'));
  const file = join(ground.data, `supergraph-${behind[0]?.pid}.graphql`);
  await writeFile(file, supergraphSdl);
  return file;
}

const pidsOf = (behind: readonly Subgraph[]): number[] => behind.map(({ pid }) => pid);

/** Behind all of these stand the same subgraphs, each with processes of its own, so that what they spend is its own. */
const federated =
  (name: string, program: string, path: string): Open =>
  async (ground, stack) => {
    const behind = await subgraphs(ground, stack, 2);
    const { pid, said } = await begin(ground, stack, [program, await composed(ground, behind)]);
    return { name, url: said[1] ?? '', pids: [pid, ...pidsOf(behind)], question: askGraphQL(ground.world, path) };
  };

/** Their packages are not the product's: they are installed when one of them is compared for the first time. */
function install(folder: string): void {
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  if (!existsSync(join(folder, 'node_modules'))) execFileSync('npm', ['ci', ...quiet], { cwd: folder });
}

const OTHERS = join(import.meta.dirname, 'others');

const hive: Open = (ground, stack) => {
  install(OTHERS);
  return federated('hive', 'others/hive.js', '/graphql')(ground, stack);
};

/** It composes by itself, and knows Federation 1 alone. */
const mercurius: Open = async (ground, stack) => {
  install(join(OTHERS, 'mercurius'));
  const behind = await subgraphs(ground, stack, 1);
  const named = behind.map(({ name, url }) => `${name}=${url}/`);
  const { pid, said } = await begin(ground, stack, ['others/mercurius/mercurius.js', ...named]);
  const question = askGraphQL(ground.world, '/graphql');
  return { name: 'mercurius', url: said[1] ?? '', pids: [pid, ...pidsOf(behind)], question };
};

/** Everything in one process, its Postgres beside it. */
const ours: Open = async ({ ours: { program, url }, sessions }) => ({
  ...{ name: 'ours', url, pids: [program.pid], question: askSigned(url, sessions) },
});

/** The floor first: all others have to say what it says. */
export const CONTENDERS: Readonly<Record<string, Open>> = {
  rest,
  apollo: federated('apollo', 'contenders/apollo.ts', '/'),
  ours,
  'ours-http': openApart,
  hive,
  mercurius,
};
