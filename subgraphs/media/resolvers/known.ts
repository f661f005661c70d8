import { type MediaReference, mediaReference } from '../../kit/media-claim.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import type { FileRow } from '../files/table.ts';

const KINDS = ['picture', 'sound', 'video', 'file'] as const;

/** A file that this service has met, as any `Media`: what is known of it says the rest. */
export function referenceOf({ id, url, kind }: Pick<FileRow, 'id' | 'url' | 'kind'>): MediaReference {
  const claim = { url, kind: KINDS.find((each) => each === kind) ?? 'file' } as const;
  return { id, claim: mediaReference(claim).id === id ? claim : { ...claim, foreign: true } };
}

export const known = {
  media: async (_, { id }, { fileByID }) => {
    const file = await fileByID.load(id);
    return file === null ? null : referenceOf(file);
  },
} satisfies QueryResolvers;
