/** Pixels of a picture, as shown. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box that a picture has to fit into; no height: only its width counts. */
export interface Box {
  readonly width: number;
  readonly height: number | null;
}

/** One step of the ladder: so many pixels wide (`w`), or high (`h`). */
export interface Rung {
  readonly side: 'w' | 'h';
  readonly length: number;
}

/** Pixels of a side that may be asked for. */
export const MOST_SIDE = 4096;

/** The sizes that screens have, and steps of a quarter to a third between them: so much is lost at most by not enlarging. */
const LENGTHS: readonly number[] = [
  ...[1, 2, 4, 8, 16, 24, 32, 40, 48, 64, 80, 96, 120, 160, 200, 240, 320, 400, 480],
  ...[640, 800, 960, 1280, 1600, 1920, 2560],
];
const LONGEST = Math.max(...LENGTHS);

/**
 * The largest step that is no wider or higher than the box, by the side that the box limits; where all of the picture
 * fits, the smallest that holds it whole.
 */
export function rungFor({ width, height }: Size, box: Box): Rung {
  const byHeight = box.height !== null && box.height * width < box.width * height;
  const [side, whole, asked] =
    byHeight && box.height !== null ? (['h', height, box.height] as const) : (['w', width, box.width] as const);
  const length =
    asked >= whole
      ? (LENGTHS.find((each) => each >= whole) ?? LONGEST)
      : (LENGTHS.findLast((each) => each <= asked) ?? 1);
  return { side, length };
}

/** What a step is of a picture; never more than the picture. */
export function sizeAt({ width, height }: Size, { side, length }: Rung): Size {
  const scale = Math.min(1, length / (side === 'w' ? width : height), MOST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export const isRung = ({ length }: Rung): boolean => LENGTHS.includes(length);
