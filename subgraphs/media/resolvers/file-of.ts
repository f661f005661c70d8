import { claimOf, urlOf } from '../claim.ts';
import type { MediaContext } from '../context.ts';
import { isLongUnseen, type Sighting } from '../files/shelf.ts';
import type { FileRow } from '../files/table.ts';

interface Named {
  readonly id: string;
  readonly claim: unknown;
}

/** What is known of a file; null: nothing yet, and from now on it waits to be read. Undefined: it cannot be asked for now. */
export async function fileOf(
  { id, claim }: Named,
  { fileByID, reading, sighted }: MediaContext,
): Promise<FileRow | null | undefined> {
  const file = await fileByID.load(id).catch(() => undefined);
  if (reading === null) return file;
  const isNews = file === null || (file !== undefined && isLongUnseen(file));
  const sighting = isNews ? sightingOf({ id, claim }) : null;
  if (sighting !== null) void sighted.load(sighting);
  return file;
}

/** Null for what is no web address, and for what was only offered. */
export function sightingOf({ id, claim }: Named): Sighting | null {
  const url = isOffered(claim) ? null : urlOf(claimOf(claim));
  return url === null ? null : { id, url, kind: kindOf(claim) };
}

/** A `Media` whose file was looked up when it was referred to: its fields are there at once. */
export interface LookedUp extends Named {
  readonly file: FileRow | null | undefined;
}

/** A field of what is known of a file, read at once where it was looked up before, else when it is. */
export function withFile<Value>(
  named: Named | LookedUp,
  context: MediaContext,
  read: (file: FileRow | null | undefined) => Value,
): Value | Promise<Value> {
  return 'file' in named ? read(named.file) : fileOf(named, context).then(read);
}

/** As `withFile`; null for what was not read. */
export const whenRead = <Value>(
  named: Named | LookedUp,
  context: MediaContext,
  read: (file: FileRow | null) => Value,
): Value | Promise<Value> => withFile(named, context, (file) => read(file?.state === 'READY' ? file : null));

/** What a provider of GIFs says of them is true. */
export const isOffered = (claim: unknown): boolean => claimOf(claim).offered === true;

function kindOf(claim: unknown): string {
  const { kind } = claimOf(claim);
  return typeof kind === 'string' ? kind : 'file';
}
