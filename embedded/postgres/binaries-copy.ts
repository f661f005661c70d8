import { createHash } from 'node:crypto';
import { chmod, copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { StartRefused } from '../start-refused.ts';

const NAMES = 8;

/** Regular files below a folder, by path, with their size. */
type Listing = ReadonlyMap<string, number>;

/**
 * A copy of Postgres in the temporary folder that everybody can run and only we can change, with the links between
 * libraries that the package lists. It is found again at the next start by version and content. Anybody can put a
 * folder of that name there first: such a one is passed over, and the next name taken.
 */
export async function copyBinaries(of: { native: string; version: string; to: string }): Promise<string> {
  const { native, version, to } = of;
  const files = await list(native);
  const base = join(to, `openim-graphql-postgres-${version}-${await digest(native, files)}`);
  for (let n = 1; n <= NAMES; n += 1) {
    const place = n === 1 ? base : `${base}-${n}`;
    if (await isOurs(place, files)) return place;
    const made = await make(native, files, place);
    if (made || (await isOurs(place, files))) return place;
  }
  throw new StartRefused(
    `The embedded Postgres must be copied to the temporary folder to run, and others hold the names of it: remove ${base}*, or set TMPDIR to another folder.`,
  );
}

async function list(folder: string): Promise<Listing> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sized = await Promise.all(
    files.map(async (file) => [relative(folder, file), (await lstat(file)).size] as const),
  );
  return new Map(sized.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function digest(native: string, files: Listing): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([...files]));
  for (const program of ['initdb', 'postgres']) hash.update(await readFile(join(native, 'bin', program)));
  return hash.digest('hex').slice(0, 16);
}

/** Whole, and changeable by nobody but us. Whole, because what cleans temporary folders takes old files one by one. */
async function isOurs(place: string, files: Listing): Promise<boolean> {
  const found = await lstat(place).catch(() => null);
  if (found === null || !found.isDirectory()) return false;
  if (found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) return false;
  const there = await list(place);
  if ([...files].every(([path, size]) => there.get(path) === size)) return true;
  await rm(place, { recursive: true, force: true });
  return false;
}

/** False when the name is taken. The copy gets its name when it is complete, so that no half of one is ever run. */
async function make(native: string, files: Listing, place: string): Promise<boolean> {
  const growing = await mkdtemp(`${place}.`);
  try {
    for (const folder of new Set([...files.keys()].map(dirname)))
      await mkdir(join(growing, folder), { recursive: true });
    await Promise.all([...files.keys()].map((path) => copyFile(join(native, path), join(growing, path))));
    await link(native, growing);
    await open(growing);
    await rename(growing, place);
    return true;
  } catch (error) {
    await rm(growing, { recursive: true, force: true });
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM', 'EACCES'].includes(code)) return false;
    throw error;
  }
}

async function link(native: string, copy: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const place = join(copy, relative('native', target));
    await mkdir(dirname(place), { recursive: true });
    await symlink(relative(dirname(target), source), place);
  }
}

/** Readable by whomever Postgres runs as, whatever the umask of `npm ci` and ours were. */
async function open(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const program = entry.isDirectory() || /(^|\/)bin$/.test(entry.parentPath);
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
}
