/** What was asked for at `/media/…`, as it came: nothing of it is checked yet. */
export interface RenditionAsk {
  readonly id: string;
  readonly version: string;
  readonly rung: string;
  readonly mark: string;
  /** The headers of these names; empty where there was none. */
  readonly accept: string;
  readonly ifNoneMatch: string;
}

/**
 * `own`: for who asked alone, and for no cache between. `none`: there is no such picture. `later`: not now. Both may be
 * kept for `seconds`, 0 for not at all.
 */
export type RenditionAnswer =
  | {
      readonly kind: 'picture';
      readonly etag: string;
      readonly own: boolean;
      readonly type: string;
      readonly bytes: Buffer;
    }
  | { readonly kind: 'same'; readonly etag: string; readonly own: boolean }
  | { readonly kind: 'none'; readonly seconds: number }
  | { readonly kind: 'later'; readonly seconds: number };

/** Smaller copies of pictures, for whoever has an address that we signed. Never rejects. */
export interface RenditionDesk {
  answer(ask: RenditionAsk): Promise<RenditionAnswer>;
}
