import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Files of an archive, without what systems put there by themselves. */
const MOST_FILES = 200;
const MOST_FILE_BYTES = 8 * 1024 * 1024;
const MOST_BYTES = 96 * 1024 * 1024;

/** Something about an archive that cannot be taken; `says` is for its author. */
export class ArchiveFault extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'ArchiveFault';
  }
}

/** macOS and Windows add these. */
const BY_ITSELF = /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * The files of a ZIP archive by their paths. What is announced is checked before a byte is unpacked, and no more is ever
 * unpacked than was announced. Rejects with {@link ArchiveFault}.
 */
export async function readArchive(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  try {
    // Paths that lead out of the archive, absolute ones and backslashes are refused by the reader itself.
    const zip = await fromBufferPromise(bytes, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    return await readEntries(zip, await listed(zip));
  } catch (error) {
    if (error instanceof ArchiveFault) throw error;
    throw new ArchiveFault(`the archive cannot be read: ${(error as Error).message}`);
  }
}

async function listed(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let sum = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, uncompressedSize: size } = entry;
    if (name.endsWith('/') || BY_ITSELF.test(name)) continue;
    refuseOdd(entry);
    if (names.has(name.toLowerCase())) throw new ArchiveFault(`${name}: stands there twice`);
    names.add(name.toLowerCase());
    sum += size;
    if (names.size > MOST_FILES) throw new ArchiveFault(`more than ${MOST_FILES} files`);
    if (sum > MOST_BYTES) throw new ArchiveFault(`more than ${MOST_BYTES} bytes when it is unpacked`);
    entries.push(entry);
  }
  return entries;
}

function refuseOdd(entry: Entry): void {
  const { fileName: name, uncompressedSize: size, externalFileAttributes } = entry;
  if (name.length > 200) throw new ArchiveFault(`${name.slice(0, 50)}…: a path of at most 200 characters is expected`);
  if (entry.isEncrypted()) throw new ArchiveFault(`${name}: is encrypted`);
  if (((externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) throw new ArchiveFault(`${name}: is a symbolic link`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new ArchiveFault(`${name}: is packed in a way other than DEFLATE`);
  if (size > MOST_FILE_BYTES) throw new ArchiveFault(`${name}: has ${size} bytes; ${MOST_FILE_BYTES} are the most`);
}

async function readEntries(zip: ZipFile, entries: readonly Entry[]): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry)).catch((error: Error) => {
      throw new ArchiveFault(`${entry.fileName}: cannot be unpacked: ${error.message}`);
    });
    if (crc32(bytes) !== entry.crc32) throw new ArchiveFault(`${entry.fileName}: is damaged; its checksum is another`);
    files.set(entry.fileName, bytes);
  }
  return files;
}
