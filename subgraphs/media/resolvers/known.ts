import { mediaReference } from '../../kit/media-claim.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';

const KINDS = ['picture', 'sound', 'video', 'file'] as const;

/** A file that this service has met, as any `Media`: what is known of it says the rest. */
export const referenceOf = ({ url, kind }: { readonly url: string; readonly kind: string | null }) =>
  mediaReference({ url, kind: KINDS.find((each) => each === kind) ?? 'file' });

export const known = {
  media: async (_, { id }, { fileByID }) => {
    const file = await fileByID.load(id);
    return file === null ? null : referenceOf(file);
  },
} satisfies QueryResolvers;
