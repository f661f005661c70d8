/** A picture of the catalog, as it is served. */
export interface StickerFile {
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** The pictures of the catalog, by the last part of their address; a name is never used again for other bytes. */
export interface StickerFiles {
  /** Null: there is none. Rejects with STORE_UNAVAILABLE. */
  read(name: string): Promise<StickerFile | null>;
}
