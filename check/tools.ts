import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** A tool that is run as a process of its own; what it prints is shown when it fails. */
export interface Tool {
  readonly name: string;
  /** The command's file under node_modules/.bin, and its arguments. */
  readonly command: readonly [string, ...string[]];
}

export const TOOLS: readonly Tool[] = [
  { name: 'types (tsc)', command: ['tsc', '--noEmit', '--pretty', 'false'] },
  { name: 'types, as browsers have them (tsc)', command: ['tsc', '--noEmit', '--pretty', 'false', '-p', 'client'] },
  {
    name: 'types of the explorer’s page (tsc)',
    command: ['tsc', '--noEmit', '--pretty', 'false', '-p', 'explorer/panel'],
  },
  { name: 'lint and format (biome)', command: ['biome', 'check', '--colors=off', '--max-diagnostics=50', '.'] },
  { name: 'dead code (knip)', command: ['knip', '--no-progress', '--treat-config-hints-as-errors'] },
  {
    name: 'code that only tests use (knip)',
    command: ['knip', '--config', 'knip.production.json', '--production', '--exclude', 'dependencies', '--no-progress'],
  },
  { name: 'generated types (codegen)', command: ['graphql-codegen', '--check', '--silent'] },
];

/** What the tool says is wrong, or nothing. */
export async function runTool({ command: [file, ...args] }: Tool, root: string): Promise<string[]> {
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const commands = join(root, 'node_modules/.bin');
  // This Node first: the tools begin with "env node", and the machine's own may be another.
  const env = { ...process.env, PATH: [commands, process.env.PATH].join(delimiter), NO_COLOR: '1', FORCE_COLOR: '0' };
  const options = { cwd: root, maxBuffer: 2 ** 26, env };
  execFile(join(commands, file), args, options, (error, stdout, stderr) =>
    resolve(error === null ? [] : [`${stdout}${stderr}`.trim() || error.message]),
  );
  return promise;
}
