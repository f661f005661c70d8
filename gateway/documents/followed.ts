import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { repeat } from '../../subgraphs/kit/repeat.ts';
import { type Manifest, ManifestError, readManifest } from './manifest.ts';

export interface FollowedParts {
  readonly files: readonly string[];
  /** They hold others, or what cannot be served: then the last good ones stay. */
  readonly onChange: (change: { readonly manifest: Manifest } | { readonly refused: unknown }) => void;
}

export interface Followed {
  readonly manifest: Manifest;
  stop(): void;
}

/** ms between two looks, at what they hold: a mounted file that is exchanged tells nobody, nor always when it was. */
const LOOK_MS = 1_000;

/** What these files list together, now and whenever they change. Throws ManifestError where they cannot be read. */
export function followManifests({ files, onChange }: FollowedParts): Followed {
  let seen = files.map(textOf);
  const manifest = together(files, seen);
  if (files.length === 0) return { manifest, stop: () => {} };
  const refused = (error: unknown): void => onChange({ refused: error });

  const looking = repeat(
    LOOK_MS,
    async () => {
      const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      if (texts.every((text, at) => text === seen[at])) return;
      seen = texts;
      onChange({ manifest: together(files, texts) });
    },
    refused,
  );
  return { manifest, stop: () => void looking.stop() };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ManifestError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function together(files: readonly string[], texts: readonly string[]): Manifest {
  const all = new Map<string, string>();
  for (const [at, text] of texts.entries())
    for (const [id, body] of manifestOf(files[at] ?? '', text)) {
      if ((all.get(id) ?? body) !== body) throw new ManifestError(`the id ${id} is in two files, with other texts`);
      all.set(id, body);
    }
  return all;
}

function manifestOf(file: string, text: string): Manifest {
  try {
    return readManifest(text);
  } catch (error) {
    throw error instanceof ManifestError ? new ManifestError(`${file}: ${error.message}`) : error;
  }
}
