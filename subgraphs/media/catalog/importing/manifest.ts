import { posix } from 'node:path';
import { z } from 'zod';
import { isLine, LONGEST_NAME, MOST_STICKERS, wrongWords } from '../limits.ts';
import { ArchiveFault } from './archive.ts';

const NAME = 'manifest.json';

const line = z.string().refine((text) => isLine(text, LONGEST_NAME), `1 to ${LONGEST_NAME} characters on one line`);

const MANIFEST = z.strictObject({
  format: z.literal(1),
  title: line,
  author: line.nullish(),
  kind: z.enum(['STICKERS', 'GIFS']).default('STICKERS'),
  stickers: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        name: line,
        words: z
          .record(z.string(), z.strictObject({ name: z.string().nullish(), keywords: z.array(z.string()).default([]) }))
          .default({})
          .superRefine((words, context) => {
            const wrong = wrongWords(words);
            if (wrong !== null) context.addIssue(wrong);
          }),
      }),
    )
    .min(1)
    .max(MOST_STICKERS),
});

export type Manifest = z.infer<typeof MANIFEST>;

/** A pack as its archive describes it, with the pictures that it names. */
export interface Described {
  readonly manifest: Manifest;
  /** By `file`. */
  readonly pictures: ReadonlyMap<string, Buffer>;
}

/** Rejects with an {@link ArchiveFault} that tells everything that is wrong. */
export function readManifest(files: ReadonlyMap<string, Buffer>): Described {
  // Most programs pack the folder, not what is in it.
  const at = [...files.keys()].filter((path) => posix.basename(path) === NAME).sort((a, b) => a.length - b.length)[0];
  if (at === undefined) throw new ArchiveFault(`${NAME} is missing`);
  const folder = posix.dirname(at) === '.' ? '' : `${posix.dirname(at)}/`;
  const { data: manifest, error } = MANIFEST.safeParse(parse(files.get(at) ?? Buffer.alloc(0)));
  if (manifest === undefined)
    throw new ArchiveFault(
      error.issues.map(({ path, message }) => `${NAME}: ${path.join('.') || 'the whole'}: ${message}`).join('; '),
    );
  const named = manifest.stickers.map(({ file }) => `${folder}${file}`);
  const faults = [
    ...named.filter((path) => !files.has(path)).map((path) => `${path}: is named in ${NAME}, and missing`),
    ...named.filter((path, nth) => named.indexOf(path) !== nth).map((path) => `${path}: is named twice in ${NAME}`),
    ...[...files.keys()]
      .filter((path) => path !== at && !named.includes(path))
      .map((path) => `${path}: is not named in ${NAME}`),
  ];
  if (faults.length > 0) throw new ArchiveFault(faults.join('; '));
  return {
    manifest,
    pictures: new Map(manifest.stickers.map(({ file }) => [file, files.get(`${folder}${file}`) ?? Buffer.alloc(0)])),
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ArchiveFault(`${NAME}: is no JSON in UTF-8: ${(error as Error).message}`);
  }
}
