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

/** What an admin has uploaded, looked at and ready for a mutation to say where it goes. */
export interface StickerUpload {
  readonly id: string;
  readonly kind: 'PICTURE' | 'PACK';
  /** How many there are in it. */
  readonly stickers: number;
  readonly expiresAt: Date;
}

/** Where admins bring pictures and archives of packs. */
export interface StickerUploads {
  /** Rejects with STICKER_UPLOAD_REFUSED, and everything that is wrong. */
  take(bytes: Buffer, adminID: string): Promise<StickerUpload>;
}

/** The catalog as the gateway serves it. */
export interface StickerDesk extends StickerFiles, StickerUploads {}
