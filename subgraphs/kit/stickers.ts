import type { RequestScope } from './request.ts';

/** A sticker as far as a message needs it. */
export interface StickerSighting {
  readonly id: string;
  readonly name: string;
}

/** A sticker that was sent. */
export interface StickerUse {
  readonly userID: string;
  readonly stickerID: string;
  /** The same send is told by the same one. */
  readonly clientMsgID: string;
}

/** The catalog of stickers, for whoever sends one. */
export interface StickerCatalog {
  /**
   * Null: there is none. Rejects with STICKER_WITHDRAWN, STICKER_REMOVED or STICKER_NOT_FOR_YOU for one that the viewer
   * may not send, and with STORE_UNAVAILABLE.
   */
  find(id: string, scope: RequestScope): Promise<StickerSighting | null>;
  /** Returns at once; it is counted behind the answer. */
  sent(use: StickerUse): void;
}
