/** A sticker as far as a message needs it. */
export interface StickerSighting {
  readonly id: string;
  readonly name: string;
}

/** The catalog of stickers, for whoever sends one: null for a sticker that may not be sent. Rejects with STORE_UNAVAILABLE. */
export interface StickerCatalog {
  find(id: string): Promise<StickerSighting | null>;
}
