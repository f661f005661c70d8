import type {
  MutationCompleteUploadArgs,
  MutationCreateUploadArgs,
  MutationSignUploadPartsArgs,
} from '../__generated__/resolvers.ts';
import { type MediaContext, userOf } from '../context.ts';
import { readSize, readUpload } from '../uploads/input.ts';
import { QUOTA_DAYS, type ToldLimits } from '../uploads/limits.ts';
import { type Placed, storedBytes } from '../uploads/place.ts';
import { sightingOf } from './file-of.ts';

export async function createUpload(
  _: unknown,
  { input }: MutationCreateUploadArgs,
  context: MediaContext,
): Promise<Placed> {
  const { id } = userOf(context);
  return context.uploads.create(id, readUpload(input, context.uploads.limits), context.call());
}

export async function signUploadParts(
  _: unknown,
  { uploadID: id, partNumbers = null, storedParts }: MutationSignUploadPartsArgs,
  context: MediaContext,
): Promise<Placed> {
  return context.uploads.sign(userOf(context).id, { id, partNumbers, stored: storedParts ?? [] }, context.call());
}

export async function completeUpload(_: unknown, { id }: MutationCompleteUploadArgs, context: MediaContext) {
  const media = context.uploads.mediaOf(await context.uploads.complete(userOf(context).id, id, context.call()));
  const sighting = media === null ? null : sightingOf(media);
  // The file is stored, whatever can be said of it.
  if (sighting !== null) await context.reading?.soon(sighting).catch(() => {});
  return media;
}

export function uploadLimits(_: unknown, __: unknown, context: MediaContext): ToldLimits {
  userOf(context);
  return { ...context.uploads.limits, quotaDays: QUOTA_DAYS };
}

export const UploadLimits = {
  remainingBytes: (_: ToldLimits, __: unknown, context: MediaContext) =>
    context.uploads.remainingBytes(userOf(context).id),
  partLimits: async (_: ToldLimits, __: unknown, { objects, call }: MediaContext) => {
    const { maxNumSize: maxParts, ...sizes } = await objects.limits(call());
    return { ...sizes, maxParts };
  },
  partSize: (_: ToldLimits, { size }: { size: number }, { objects, call }: MediaContext) =>
    objects.partSize(readSize(size, 'size'), call()),
};

export const Upload = {
  id: ({ row }: Placed) => row.id,
  state: ({ row }: Placed) => row.state,
  name: ({ row }: Placed) => row.name,
  size: ({ row }: Placed) => row.size,
  mimeType: ({ row }: Placed) => row.mime_type,
  partSize: ({ row }: Placed) => (row.way === 'POST' ? row.size : row.part_size),
  partCount: ({ row }: Placed) => (row.way === 'POST' ? 1 : row.part_md5s.length),
  storedBytes: ({ row }: Placed) => storedBytes(row),
  expiresAt: ({ row }: Placed) => row.expires_at,
  media: ({ row }: Placed, _: unknown, { uploads }: MediaContext) =>
    row.state === 'COMPLETE' ? uploads.mediaOf(row) : null,
};
