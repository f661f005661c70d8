import { Fault } from '../../kit/fault.ts';
import type { Call } from '../../openim/rest/call.ts';
import type { Objects } from '../../openim/rest/objects.ts';
import type { WireSignedPart } from '../../openim/rest/wire.ts';
import { partCount } from './input.ts';
import { MOST_ATTEMPTS, MOST_SIGNED } from './limits.ts';
import type { Shelf, UploadRow } from './shelf.ts';

/** One request that the store lets pass, and the bytes of the file that it is for. */
export interface Part {
  readonly partNumber: number;
  readonly offset: number;
  readonly size: number;
  readonly method: 'PUT' | 'POST';
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly fields: readonly Pair[];
  readonly fileField: string | null;
  readonly expiresAt: number;
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** An upload, and what is still to be put of it. */
export interface Placed {
  readonly row: UploadRow;
  readonly parts: readonly Part[];
}

export interface Placing {
  readonly objects: Objects;
  readonly shelf: Shelf;
}

/** S3 takes no header that was signed longer ago, whatever OpenIM says of them. */
const HEADER_LIFE_MS = 15 * 60_000;

const KINDS: Readonly<Record<string, 'picture' | 'sound' | 'video'>> = {
  image: 'picture',
  audio: 'sound',
  video: 'video',
};
export const kindOf = (mimeType: string) => KINDS[mimeType.split('/', 1)[0] ?? ''] ?? 'file';
/** As official clients name their uploads, so that OpenIM's clean-up treats ours alike. */
const CAUSES = { picture: 'msg-picture', sound: 'msg-voice', video: 'msg-video', file: 'msg-file' } as const;

export const namingOf = ({ object_name: name, mime_type: contentType }: UploadRow) => ({
  name,
  contentType,
  cause: CAUSES[kindOf(contentType)],
});

const missingParts = ({ part_md5s, stored_parts }: UploadRow): number[] =>
  part_md5s.map((_, at) => at + 1).filter((partNumber) => !stored_parts.includes(partNumber));

const pairs = (entries: Iterable<readonly [string, string]>): Pair[] =>
  Array.from(entries, ([name, value]) => ({ name, value }));

function spanOf({ size, part_size }: UploadRow, partNumber: number): { offset: number; size: number } {
  const offset = (partNumber - 1) * part_size;
  return { offset, size: Math.min(part_size, size - offset) };
}

/** Bytes that the store has, or is said to have. */
export const storedBytes = (row: UploadRow): number =>
  row.state === 'COMPLETE'
    ? row.size
    : row.stored_parts.reduce((sum, partNumber) => sum + spanOf(row, partNumber).size, 0);

function partOf(row: UploadRow, signed: WireSignedPart, expireTime: number): Part {
  return {
    partNumber: signed.partNumber,
    ...spanOf(row, signed.partNumber),
    method: 'PUT',
    url: signed.url,
    headers: pairs(signed.headers),
    fields: [],
    fileField: null,
    expiresAt: signed.headers.length > 0 ? Math.min(expireTime, Date.now() + HEADER_LIFE_MS) : expireTime,
  };
}

/** Where to put what is missing; asks OpenIM for an upload where there is none, or none that can be signed again. */
export async function place(row: UploadRow, placing: Placing, call: Call): Promise<Placed> {
  if (row.state === 'COMPLETE') return { row, parts: [] };
  const isSignable = row.way === 'PUT' && row.ticket !== null && row.part_md5s.length > 1;
  if (isSignable) return { row, parts: await sign(row, missingParts(row), { ...placing, call }) };
  const counted = (await placing.shelf.attempt(row.id, row.owner)) ?? row;
  if (counted.attempts > MOST_ATTEMPTS) throw new Fault('UPLOAD_SPENT');
  return row.way === 'POST' ? beginForm(row, placing, call) : begin(row, placing, call);
}

/** At most {@link MOST_SIGNED} of them; for an upload of several parts. */
export async function sign(
  row: UploadRow,
  partNumbers: readonly number[],
  { objects, call }: { readonly objects: Objects; readonly call: Call },
): Promise<readonly Part[]> {
  const asked = partNumbers.slice(0, MOST_SIGNED);
  if (row.ticket === null || asked.length === 0) return [];
  const signed = await objects.sign(row.ticket, asked, call);
  return signed.map((part) => partOf(row, part, row.expires_at.getTime()));
}

async function begin(row: UploadRow, placing: Placing, call: Call): Promise<Placed> {
  const { objects, shelf } = placing;
  const { hash, size, part_size } = row;
  const signed = partCount(size, part_size) > MOST_SIGNED ? 'none' : 'all';
  const begun = await objects.begin({ hash, size, signed, ...namingOf(row) }, call);
  if (begun === null) {
    if (await shelf.holds(row)) return { row: await shelf.change(row, { state: 'COMPLETE' }), parts: [] };
    return beginForm(await shelf.change(row, { way: 'POST' }), placing, call);
  }
  const opened = await shelf.change(row, { ticket: begun.uploadID, stored_parts: [] });
  const expires = Math.min(begun.expireTime, row.expires_at.getTime());
  const parts = begun.parts.map((part) => partOf(opened, part, expires));
  return { row: opened, parts: parts.length > 0 ? parts : await sign(opened, missingParts(opened), { objects, call }) };
}

/** The whole file in one form, which the store keeps for itself and whose length it limits. */
async function beginForm(row: UploadRow, { objects, shelf }: Placing, call: Call): Promise<Placed> {
  const { id, url, file, formData, expires } = await objects.beginForm({ size: row.size, ...namingOf(row) }, call);
  const form = { method: 'POST', url, headers: [], fields: pairs(Object.entries(formData)), fileField: file } as const;
  const opened = await shelf.change(row, { ticket: id });
  return { row: opened, parts: [{ partNumber: 1, offset: 0, size: row.size, ...form, expiresAt: expires }] };
}
