import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes from one place up to and with another. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Received {
  readonly file: string;
  readonly size: number;
  readonly md5: string;
}

interface Sink {
  write(chunk: Buffer): Promise<unknown>;
  close(): Promise<void>;
}

/** Files under names of their own making, on disk or in memory. */
export interface Files {
  /** Takes bytes at once; for what the server makes itself. */
  put(bytes: Buffer): string;
  receive(source: AsyncIterable<Buffer>): Promise<Received>;
  read(file: string, range?: Range): AsyncIterable<Buffer>;
  remove(file: string): void;
}

const receiveInto = async (sink: Sink, source: AsyncIterable<Buffer>): Promise<{ size: number; md5: string }> => {
  const hash = createHash('md5');
  let size = 0;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      await sink.write(chunk);
    }
  } finally {
    await sink.close();
  }
  return { size, md5: hash.digest('hex') };
};

const filesOnDisk = (directory: string): Files => {
  mkdirSync(directory, { recursive: true });
  const at = (file: string) => join(directory, file);
  return {
    put: (bytes) => {
      const file = randomUUID();
      writeFileSync(at(file), bytes);
      return file;
    },
    receive: async (source) => {
      const file = randomUUID();
      try {
        const { size, md5 } = await receiveInto(await open(at(file), 'wx'), source);
        return { file, size, md5 };
      } catch (thrown) {
        await rm(at(file), { force: true });
        throw thrown;
      }
    },
    read: (file, range) => createReadStream(at(file), range),
    remove: (file) => rmSync(at(file), { force: true }),
  };
};

const filesInMemory = (): Files => {
  const held = new Map<string, Buffer>();
  const put = (bytes: Buffer): string => {
    const file = randomUUID();
    held.set(file, bytes);
    return file;
  };
  return {
    put,
    receive: async (source) => {
      const chunks: Buffer[] = [];
      const sink: Sink = { write: async (chunk) => chunks.push(chunk), close: async () => {} };
      const told = await receiveInto(sink, source);
      return { file: put(Buffer.concat(chunks)), ...told };
    },
    read: async function* (file, range) {
      const bytes = held.get(file) ?? Buffer.alloc(0);
      yield range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
    },
    remove: (file) => void held.delete(file),
  };
};

export const openFiles = (directory: string | undefined, fresh: boolean): Files => {
  if (directory === undefined) return filesInMemory();
  if (fresh) rmSync(directory, { recursive: true, force: true });
  return filesOnDisk(directory);
};

/** Files one after the other. */
export async function* joined(files: Files, names: readonly string[]): AsyncIterable<Buffer> {
  for (const name of names) yield* files.read(name);
}
