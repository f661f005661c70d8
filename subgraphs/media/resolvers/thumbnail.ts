import { badInput, Fault } from '../../kit/fault.ts';
import type { Viewer } from '../../kit/viewer.ts';
import type { MediaResolvers } from '../__generated__/resolvers.ts';
import { claimOf } from '../claim.ts';
import type { MediaContext } from '../context.ts';
import type { FileRow } from '../files/table.ts';
import { type Box, MOST_SIDE } from '../renditions/ladder.ts';
import { isPicture, type Picture, type Renditions } from '../renditions/renditions.ts';
import { withFile } from './file-of.ts';

export const thumbnail = ((named, { width, height, clear }, context) => {
  expectPixels('width', width);
  if (height !== undefined && height !== null) expectPixels('height', height);
  const box = { width, height: height ?? null };
  const { viewer } = context.scope;
  const isForReview = viewer.kind === 'admin' && claimOf(named.claim).review === true;
  return withFile<string | null | Promise<string>>(named, context, (found) => {
    const file = found ?? null;
    if (file?.state !== 'BLOCKED' && !isForReview) return copyOf(file, box, context.renditions);
    const mayBeShown = file?.state === 'READY' || (file?.state === 'BLOCKED' && mayReview(viewer));
    return mayBeShown && isPicture(file) ? reviewed(file, { ...box, clear: clear === true }, context) : null;
  });
}) satisfies MediaResolvers['thumbnail'];

const mayReview = (viewer: Viewer): boolean => viewer.kind === 'admin' && viewer.scopes.has('moderation:read');

/** Blurred unless they ask for more; that they did is recorded before they see it. */
async function reviewed(
  file: Picture & Pick<FileRow, 'state'>,
  { clear, ...box }: Box & { readonly clear: boolean },
  { renditions, looked, scope }: MediaContext,
): Promise<string> {
  if (!clear) return renditions.urlFor(file, { ...box, blurred: true });
  if (!mayReview(scope.viewer)) throw new Fault('SCOPE_MISSING', { scopes: 'moderation:read' });
  await looked.load(file.id);
  return renditions.urlFor(file, { ...box, reviewed: file.state === 'BLOCKED' });
}

/** Where a copy of ours is; null for what is no picture, or none yet. */
function copyOf(file: FileRow | null, box: Box, renditions: Renditions): string | null {
  const isShown = file?.state === 'READY' && isPicture(file);
  return isShown ? renditions.urlFor(file, box) : null;
}

/** The largest copy of ours. */
export const largestOf = (file: FileRow | null, renditions: Renditions): string | null =>
  copyOf(file, { width: MOST_SIDE, height: MOST_SIDE }, renditions);

function expectPixels(field: string, pixels: number): void {
  if (pixels < 1 || pixels > MOST_SIDE) throw badInput(field, `a number of pixels from 1 to ${MOST_SIDE} is expected`);
}
