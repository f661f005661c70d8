import type { FaultRow } from './fault-row.ts';

/** The rows of stickers; one table with the others in faults.ts. */
export const STICKER_FAULTS = {
  STICKER_WITHDRAWN: {
    code: 'CONFLICT',
    retry: false,
    says: "The sticker's pack was withdrawn; nobody may send from it.",
  },
  STICKER_REMOVED: {
    code: 'CONFLICT',
    retry: false,
    says: 'The sticker was taken out of its pack; nobody may send it.',
  },
  STICKER_NOT_FOR_YOU: {
    code: 'FORBIDDEN',
    retry: false,
    says: "The sticker's pack is for members of certain groups, or for people who were given it; you are none of them.",
  },
  FAVOURITES_FULL: {
    code: 'CONFLICT',
    retry: false,
    says: 'You may have {most} favourite stickers; remove one before you add another.',
  },
  GIFS_AWAY: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    says: 'The provider of these GIFs is away; ask again in a minute, or begin anew without `after`.',
  },
  UPLOADS_FOR_ADMINS: {
    code: 'FORBIDDEN',
    retry: false,
    status: 403,
    says: 'This takes an admin with the scope {scope}: Authorization: Bearer, and the token that adminLogin gave.',
  },
  STICKER_UPLOAD_REFUSED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'What was uploaded cannot be taken: {detail}.',
  },
  STICKER_UPLOADS_OPEN: {
    code: 'RATE_LIMITED',
    retry: true,
    status: 429,
    says: 'You have {most} uploads that were not used yet; use them, or wait until they have expired.',
  },
  STICKER_PACK_EMPTY: {
    code: 'CONFLICT',
    retry: false,
    says: 'The pack holds no sticker; add one before it is published.',
  },
  STICKER_PACK_FULL: { code: 'CONFLICT', retry: false, says: 'A pack may hold {most} stickers.' },
  STICKER_PACK_DRAFT: { code: 'CONFLICT', retry: false, says: 'The pack is a draft; nobody can send from it yet.' },
} as const satisfies Record<string, FaultRow>;
