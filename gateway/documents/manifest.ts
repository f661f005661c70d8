import { z } from 'zod';
import { normalOf } from './normal.ts';

/** Texts of operations, by their ids. */
export type Manifest = ReadonlyMap<string, string>;

export class ManifestError extends Error {
  constructor(because: string) {
    super(because);
    this.name = 'ManifestError';
  }
}

/** What `@apollo/generate-persisted-query-manifest` writes. */
const APOLLO = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});
/** What GraphQL codegen's client preset (`persistedDocuments`) and the Relay compiler (`persistConfig`) write. */
const BY_ID = z.record(z.string().min(1), z.string().min(1));

const EXPECTED = 'it is neither a manifest of Apollo (version 1) nor an object of texts by their ids';

/** Reads a manifest, of either form. Throws ManifestError, which says what is wrong. */
export function readManifest(text: string): Manifest {
  const manifest = new Map<string, string>();
  for (const [id, body] of entriesOf(jsonOf(text))) {
    if ((manifest.get(id) ?? body) !== body) throw new ManifestError(`the id ${id} is given to two operations`);
    if (normalOf(body) === null) throw new ManifestError(`the text of ${id} is no GraphQL, or too large`);
    manifest.set(id, body);
  }
  return manifest;
}

function entriesOf(json: unknown): readonly (readonly [string, string])[] {
  const apollo = APOLLO.safeParse(json);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => [id, body] as const);
  const byID = BY_ID.safeParse(json);
  if (!byID.success || 'format' in byID.data) throw new ManifestError(EXPECTED);
  return Object.entries(byID.data);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ManifestError('it is no JSON');
  }
}
