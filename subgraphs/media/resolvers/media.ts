import { type Claim, claimOf, mimeTypeOf, pixels, positive, urlOf } from '../claim.ts';

interface MediaReference {
  readonly id: string;
  readonly claim: unknown;
}

interface MediaSource {
  readonly id: string;
  readonly claim: Claim;
}

export const Media = {
  __resolveReference: ({ id, claim }: MediaReference): MediaSource => ({ id, claim: claimOf(claim) }),
  url: ({ claim }: MediaSource) => urlOf(claim),
  mimeType: ({ claim }: MediaSource) => mimeTypeOf(claim),
  size: ({ claim }: MediaSource) => positive(claim.size),
  width: ({ claim }: MediaSource) => pixels(claim, 'width'),
  height: ({ claim }: MediaSource) => pixels(claim, 'height'),
  duration: ({ claim }: MediaSource) => positive(claim.duration),
};
