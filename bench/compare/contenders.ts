import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type Program, startPinned } from '../program.ts';
import { askGraphQL, askREST, askSigned, type Contender } from './contender.ts';
import type { Ground } from './ground.ts';
import { sdlOf } from './subset/sdl.ts';

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

interface Subgraphs {
  readonly pids: readonly number[];
  /** What is composed from them. */
  readonly file: string;
}

/** Each in a process of its own. */
const subgraphs: (ground: Ground, stack: AsyncDisposableStack) => Promise<Subgraphs> = async (ground, stack) => {
  const names = ['openim', 'media'] as const;
  const args = [ground.upstream, ground.worldFile];
  const programs = await Promise.all(
    names.map((name) => begin(ground, stack, ['contenders/apollo-subgraph.ts', name, ...args])),
  );
  const services = names.map((name, nth) => ({
    ...{ name, typeDefs: parse(sdlOf(name)), url: programs[nth]?.said[1] ?? '' },
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new TypeError(errors?.join('\n'));
  const file = join(ground.data, `supergraph-${programs[0]?.pid}.graphql`);
  await writeFile(file, supergraphSdl);
  return { pids: programs.map(({ pid }) => pid), file };
};

/** Behind both stand the same subgraphs, each with processes of its own, so that what they spend is its own. */
const federated =
  (name: string, program: string, path: string): Open =>
  async (ground, stack) => {
    const behind = await subgraphs(ground, stack);
    const { pid, said } = await begin(ground, stack, [program, behind.file]);
    return { name, url: said[1] ?? '', pids: [pid, ...behind.pids], question: askGraphQL(ground.world, path) };
  };

/** Its packages are not the product's: they are installed when it is compared for the first time. */
const hive: Open = (ground, stack) => {
  const folder = join(import.meta.dirname, 'others');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  if (!existsSync(join(folder, 'node_modules'))) execFileSync('npm', ['ci', ...quiet], { cwd: folder });
  return federated('hive', 'others/hive.js', '/graphql')(ground, stack);
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
  hive,
};
