import { createHash, type Hash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Holder, PersonalFile, PersonalSpan } from '../../kit/personal-data.ts';

interface Entry {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * A ZIP with a file for each thing that is held (JSON Lines, UTF-8), and at its end `manifest.json`: whose it is, when
 * it was made, and rows, bytes and SHA-256 of each file. A file is read when its turn comes, so that size does not
 * matter; what fails on the way breaks the download off, and is no archive.
 */
export function archiveOf(userID: string, holders: readonly Holder[], span: PersonalSpan): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const entries: Entry[] = [];
  const fail = (error: unknown): void => void output.destroy(error as Error);
  for (const { name: owner, personal } of holders)
    for (const file of personal?.files(userID, span) ?? [])
      zip.addReadStreamLazy(`${owner}/${file.name}`, (done) =>
        done(null, linesOf(`${owner}/${file.name}`, file, { add: (entry) => entries.push(entry), fail })),
      );
  zip.addReadStreamLazy('manifest.json', (done) => {
    const manifest = { userID, madeAt: new Date().toISOString(), files: entries };
    done(null, Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]));
  });
  zip.end();
  return output;
}

interface Told {
  add(entry: Entry): void;
  fail(error: unknown): void;
}

/** The rows of a file, a line each; what went through is told when the last one has. */
function linesOf(name: string, file: PersonalFile, { add, fail }: Told): Readable {
  let rows = 0;
  let bytes = 0;
  const hash: Hash = createHash('sha256');
  async function* lines(): AsyncIterable<string> {
    for await (const row of file.rows()) {
      rows += 1;
      yield `${JSON.stringify(row)}\n`;
    }
  }
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      add({ name, rows, bytes, sha256: hash.digest('hex') });
      done();
    },
  });
  const source = Readable.from(lines(), { objectMode: true });
  source.on('error', fail);
  return source.pipe(counted);
}
