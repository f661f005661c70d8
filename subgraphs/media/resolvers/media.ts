import type { MediaResolvers } from '../__generated__/resolvers.ts';
import { claimOf, mimeTypeOf, pixels, positive, urlOf } from '../claim.ts';
import { largestOf, thumbnail } from './thumbnail.ts';

export const Media: MediaResolvers = {
  url: async ({ id, claim }, _, { fileByID, renditions }) => {
    // Without its own database, media still says what the sender said.
    const file = await fileByID.load(id).catch(() => null);
    if (file?.state === 'BLOCKED') return null;
    return claimOf(claim).foreign === true ? largestOf(file, renditions) : urlOf(claimOf(claim));
  },
  mimeType: ({ claim }) => mimeTypeOf(claimOf(claim)),
  size: ({ claim }) => positive(claimOf(claim).size),
  width: ({ claim }) => pixels(claimOf(claim), 'width'),
  height: ({ claim }) => pixels(claimOf(claim), 'height'),
  matches: async ({ id }, _, { matchesByFile }) => (await matchesByFile.load(id)) ?? [],
  labels: async ({ id }, _, { labelsByFile }) => (await labelsByFile.load(id)) ?? [],
  perceptualHash: async ({ id }, _, { fileByID }) => (await fileByID.load(id))?.phash?.toString('hex') ?? null,
  thumbnail,
  duration: ({ claim }) => positive(claimOf(claim).duration),
};
