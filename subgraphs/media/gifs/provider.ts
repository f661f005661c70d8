import type { Circle } from '../catalog/audience.ts';

export type GifSource = 'CATALOG' | 'TENOR' | 'GIPHY';

/** A moving picture that can be sent. */
export interface Gif {
  /** Unique within its source. */
  readonly id: string;
  readonly title: string;
  readonly picture: GifPicture;
  /** A smaller one, for a grid. */
  readonly preview: GifPicture | null;
  /** Its page at the provider's. */
  readonly pageURL: string | null;
}

export interface GifPicture {
  readonly url: string;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly size: number | null;
}

export interface GifQuestion {
  /** Null: what people send most. */
  readonly text: string | null;
  /** Where the page begins, as the source itself said; null: at its beginning. */
  readonly from: string | null;
  readonly most: number;
  /** BCP 47 */
  readonly language: string;
}

export interface GifPage {
  readonly gifs: readonly Gif[];
  /** Where the next page begins; null: there is none. */
  readonly next: string | null;
}

/** Who is asked, on whose behalf nobody is told. */
export interface GifAsker {
  readonly signal: AbortSignal;
  /** For our own catalog alone. */
  readonly circle: () => Promise<Circle>;
}

/** Where GIFs come from. Rejects where it is away. */
export interface GifProvider {
  readonly source: GifSource;
  /** What its terms want shown beside its GIFs. */
  readonly attribution: string | null;
  page(question: GifQuestion, asker: GifAsker): Promise<GifPage>;
}

/** The most that any source gives at once. */
export const MOST_GIFS = 50;
