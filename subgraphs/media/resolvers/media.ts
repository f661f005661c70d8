import type { MediaResolvers } from '../__generated__/resolvers.ts';
import { claimOf, mimeTypeOf, pixels, positive, urlOf } from '../claim.ts';

export const Media: MediaResolvers = {
  url: ({ claim }) => urlOf(claimOf(claim)),
  mimeType: ({ claim }) => mimeTypeOf(claimOf(claim)),
  size: ({ claim }) => positive(claimOf(claim).size),
  width: ({ claim }) => pixels(claimOf(claim), 'width'),
  height: ({ claim }) => pixels(claimOf(claim), 'height'),
  duration: ({ claim }) => positive(claimOf(claim).duration),
};
