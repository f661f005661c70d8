import type { MediaResolvers } from '../__generated__/resolvers.ts';
import { claimOf, mimeTypeOf, pixels, positive, urlOf } from '../claim.ts';
import { fileOf, isOffered, type LookedUp, whenRead, withFile } from './file-of.ts';
import { largestOf, thumbnail } from './thumbnail.ts';

export const Media: MediaResolvers = {
  // Once for all of its fields: a page has eighteen files, and six fields of each.
  __resolveReference: async ({ id, claim }, context) => {
    const looked: LookedUp = { id, claim, file: await fileOf({ id, claim }, context) };
    return looked;
  },
  url: (named, _, context) =>
    withFile(named, context, (file) => {
      // Without its own database, media still says what the sender said.
      if (file?.state === 'BLOCKED') return null;
      const claim = claimOf(named.claim);
      return claim.foreign === true ? largestOf(file ?? null, context.renditions) : urlOf(claim);
    }),
  mimeType: (named, _, context) =>
    whenRead(named, context, (file) => file?.mime_type ?? mimeTypeOf(claimOf(named.claim))),
  size: (named, _, context) => whenRead(named, context, (file) => positive(file?.size ?? claimOf(named.claim).size)),
  width: (named, _, context) =>
    whenRead(named, context, (file) => file?.width ?? pixels(claimOf(named.claim), 'width')),
  height: (named, _, context) =>
    whenRead(named, context, (file) => file?.height ?? pixels(claimOf(named.claim), 'height')),
  duration: (named, _, context) =>
    whenRead(named, context, (file) => positive(file?.duration ?? claimOf(named.claim).duration)),
  failure: (named, _, context) => withFile(named, context, (file) => (file?.state === 'FAILED' ? file.reason : null)),
  dominantColor: (named, _, context) =>
    whenRead(named, context, (file) => {
      const colour = file?.colour ?? null;
      return colour === null ? null : `#${colour.toString(16).padStart(6, '0')}`;
    }),
  animated: (named, _, context) => whenRead(named, context, (file) => file?.animated ?? null),
  codec: (named, _, context) => whenRead(named, context, (file) => file?.codec ?? null),
  waveform: (named, _, context) => whenRead(named, context, (file) => file?.waveform ?? null),
  thumbHash: (named, _, context) => whenRead(named, context, (file) => file?.thumb_hash?.toString('base64') ?? null),
  state: (named, _, context) =>
    withFile(named, context, (file) => {
      if (file === undefined || (file === null && isOffered(named.claim))) return null;
      return file?.state ?? (urlOf(claimOf(named.claim)) === null ? 'FAILED' : 'PENDING');
    }),
  matches: async ({ id }, _, { matchesByFile }) => (await matchesByFile.load(id)) ?? [],
  labels: async ({ id }, _, { labelsByFile }) => (await labelsByFile.load(id)) ?? [],
  perceptualHash: (named, _, context) => withFile(named, context, (file) => file?.phash?.toString('hex') ?? null),
  thumbnail,
};
