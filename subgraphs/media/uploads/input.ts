import { createHash } from 'node:crypto';
import { badInput, Fault } from '../../kit/fault.ts';
import { isTaken, type UploadLimits } from './limits.ts';

/** A file as it is to be uploaded. */
export interface Wanted {
  /** Safe in an address, in a folder, in a header. */
  readonly name: string;
  readonly size: number;
  readonly mimeType: string;
  readonly partMD5s: readonly string[];
  /** OpenIM's name of these bytes. */
  readonly hash: string;
}

interface CreateUploadInput {
  readonly name: string;
  readonly size: number;
  readonly mimeType: string;
  readonly partMD5s: readonly string[];
}

const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;
const MD5 = /^[0-9a-f]{32}$/;
const NAME_CHARACTERS = 255;
const NAME_BYTES = 200;

export function readUpload(input: CreateUploadInput, limits: UploadLimits): Wanted {
  const { name, size, partMD5s } = input;
  if (name.trim() === '' || name.length > NAME_CHARACTERS)
    throw badInput('input.name', `a file name of 1 to ${NAME_CHARACTERS} characters is expected`);
  readSize(size, 'input.size');
  if (size > limits.maxBytes) throw new Fault('UPLOAD_TOO_LARGE', { field: 'input.size', maxBytes: limits.maxBytes });
  const mimeType = input.mimeType.toLowerCase();
  if (!TYPE.test(mimeType)) throw badInput('input.mimeType', 'type/subtype without parameters is expected');
  if (!isTaken(mimeType, limits)) throw new Fault('UPLOAD_TYPE_REFUSED', { field: 'input.mimeType', mimeType });
  if (!partMD5s.every((md5) => MD5.test(md5)))
    throw badInput('input.partMD5s', 'the MD5 of each part is expected, 32 hexadecimal digits in lower case');
  const hash = createHash('md5').update(partMD5s.join()).digest('hex');
  return { name: safeName(name), size, mimeType, partMD5s, hash };
}

export function readSize(size: number, field: string): number {
  if (!Number.isSafeInteger(size) || size < 1)
    throw badInput(field, 'the length of the file in bytes is expected, at least 1');
  return size;
}

export const partCount = (size: number, partSize: number): number => Math.ceil(size / partSize);

export function expectParts({ size, partMD5s }: Wanted, partSize: number): void {
  const count = partCount(size, partSize);
  if (partMD5s.length !== count)
    throw badInput('input.partMD5s', `the MD5s of ${count} parts are expected, each of ${partSize} bytes but the last`);
}

/** Letters and digits of any script, and no more punctuation than a file name needs; the end is kept. */
function safeName(name: string): string {
  const words = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_');
  const bare = words.replace(/^[._-]+|[._-]+$/g, '').replace(/\.{2,}/g, '.');
  const characters = [...bare];
  while (Buffer.byteLength(characters.join('')) > NAME_BYTES) characters.shift();
  return characters.join('').replace(/^[._-]+/, '') || 'file';
}
