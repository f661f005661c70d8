import type { MediaResolvers } from '../__generated__/resolvers.ts';
import { claimOf, mimeTypeOf, pixels, positive, urlOf } from '../claim.ts';
import { fileOf, isOffered, readOf } from './file-of.ts';
import { largestOf, thumbnail } from './thumbnail.ts';

export const Media: MediaResolvers = {
  url: async (named, _, context) => {
    // Without its own database, media still says what the sender said.
    const file = await fileOf(named, context);
    if (file?.state === 'BLOCKED') return null;
    const claim = claimOf(named.claim);
    return claim.foreign === true ? largestOf(file ?? null, context.renditions) : urlOf(claim);
  },
  mimeType: async (named, _, context) => (await readOf(named, context))?.mime_type ?? mimeTypeOf(claimOf(named.claim)),
  size: async (named, _, context) => positive((await readOf(named, context))?.size ?? claimOf(named.claim).size),
  width: async (named, _, context) => (await readOf(named, context))?.width ?? pixels(claimOf(named.claim), 'width'),
  height: async (named, _, context) => (await readOf(named, context))?.height ?? pixels(claimOf(named.claim), 'height'),
  duration: async (named, _, context) =>
    positive((await readOf(named, context))?.duration ?? claimOf(named.claim).duration),
  failure: async (named, _, context) => {
    const file = await fileOf(named, context);
    return file?.state === 'FAILED' ? file.reason : null;
  },
  dominantColor: async (named, _, context) => {
    const colour = (await readOf(named, context))?.colour ?? null;
    return colour === null ? null : `#${colour.toString(16).padStart(6, '0')}`;
  },
  animated: async (named, _, context) => (await readOf(named, context))?.animated ?? null,
  codec: async (named, _, context) => (await readOf(named, context))?.codec ?? null,
  waveform: async (named, _, context) => (await readOf(named, context))?.waveform ?? null,
  thumbHash: async (named, _, context) => (await readOf(named, context))?.thumb_hash?.toString('base64') ?? null,
  state: async (named, _, context) => {
    const file = await fileOf(named, context);
    if (file === undefined || (file === null && isOffered(named.claim))) return null;
    return file?.state ?? (urlOf(claimOf(named.claim)) === null ? 'FAILED' : 'PENDING');
  },
  matches: async ({ id }, _, { matchesByFile }) => (await matchesByFile.load(id)) ?? [],
  labels: async ({ id }, _, { labelsByFile }) => (await labelsByFile.load(id)) ?? [],
  perceptualHash: async ({ id }, _, { fileByID }) => (await fileByID.load(id))?.phash?.toString('hex') ?? null,
  thumbnail,
};
