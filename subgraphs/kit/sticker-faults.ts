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
} as const satisfies Record<string, FaultRow>;
