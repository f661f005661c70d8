import type { MediaReference } from './media-claim.ts';

/** Who is told of files before anybody looks at them, so that they are read by then. */
export interface MediaSightings {
  /** May be told again of the same. */
  sighted(files: readonly MediaReference[]): Promise<void>;
}
