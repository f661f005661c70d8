import { badInput } from '../../kit/fault.ts';
import type { MediaResolvers } from '../__generated__/resolvers.ts';
import type { FileRow } from '../files/table.ts';
import { type Box, MOST_SIDE } from '../renditions/ladder.ts';
import { isPicture, type Renditions } from '../renditions/renditions.ts';

export const thumbnail = (async ({ id }, { width, height }, { fileByID, renditions }) => {
  expectPixels('width', width);
  if (height !== undefined && height !== null) expectPixels('height', height);
  return copyOf(await fileByID.load(id).catch(() => null), { width, height: height ?? null }, renditions);
}) satisfies MediaResolvers['thumbnail'];

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
