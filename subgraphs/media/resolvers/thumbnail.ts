import { badInput } from '../../kit/fault.ts';
import type { MediaResolvers } from '../__generated__/resolvers.ts';
import { MOST_SIDE } from '../renditions/ladder.ts';
import { isPicture } from '../renditions/renditions.ts';

export const thumbnail = (async ({ id }, { width, height }, { fileByID, renditions }) => {
  expectPixels('width', width);
  if (height !== undefined && height !== null) expectPixels('height', height);
  const file = await fileByID.load(id).catch(() => null);
  const isShown = file?.state === 'READY' && isPicture(file);
  return isShown ? renditions.urlFor(file, { width, height: height ?? null }) : null;
}) satisfies MediaResolvers['thumbnail'];

function expectPixels(field: string, pixels: number): void {
  if (pixels < 1 || pixels > MOST_SIDE) throw badInput(field, `a number of pixels from 1 to ${MOST_SIDE} is expected`);
}
