import { fileTypeFromBuffer } from 'file-type';
import { readApart } from '../decoding/apart.ts';
import { readHEIC } from '../documents/heic.ts';
import { readDocument } from '../documents/read.ts';
import { pictureType } from '../pictures/open.ts';
import { readPicture } from '../pictures/read.ts';
import type { Facts } from './facts.ts';

/** What a worker is given; `bytes` are a stranger's. */
export interface Reading {
  readonly bytes: Uint8Array;
  /** The media type that the sender named. */
  readonly claimed: string | null;
}

const RECORDINGS =
  /^(audio\/(mpeg|mp4|x-m4a|aac|ogg|wav|flac|x-flac|amr|webm)|video\/(mp4|x-m4v|quicktime|3gpp|webm|matroska|x-matroska|ogg))\b/;

const HEIC = /^image\/hei[cf]/;

/** What a file says of itself, whatever its name or its sender says. Rejects for what is broken. */
export default async function read({ bytes, claimed }: Reading): Promise<Facts> {
  if (pictureType(bytes) !== null) return readPicture(bytes);
  const mimeType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (HEIC.test(mimeType)) return readHEIC(bytes, mimeType);
  if (!RECORDINGS.test(mimeType)) return readDocument(bytes, claimed);
  const facts = await readApart(bytes);
  return facts.posterPNG === undefined ? facts : { ...facts, ...(await looksOf(facts.posterPNG)) };
}

/** What stands for a video until its poster is there. */
async function looksOf(poster: Uint8Array): Promise<Partial<Facts>> {
  const { thumbHash, colour } = await readPicture(poster);
  return { ...(thumbHash ? { thumbHash } : {}), ...(colour === undefined ? {} : { colour }) };
}
