import type { Logger } from 'pino';
import type { RenditionAnswer } from '../../kit/renditions.ts';
import { OriginalFault, type OriginalReason } from '../originals/original-fault.ts';

/** The original was there, and no picture could be made of it. */
export class UnreadablePictureError extends Error {
  constructor(cause: unknown) {
    super('No picture could be made of an original.', { cause });
    this.name = 'UnreadablePictureError';
  }
}

/** Of an original that will be the same the next time. */
const LASTING = new Set<OriginalReason>(['NOT_FOUND', 'TOO_LARGE', 'REFUSED']);

/** So long the same is not tried again, and caches in front of us need not ask. */
const NONE = { kind: 'none', seconds: 300 } as const satisfies RenditionAnswer;
const LATER = { kind: 'later', seconds: 15 } as const satisfies RenditionAnswer;

export function verdictOn(error: unknown, log: Logger): typeof NONE | typeof LATER {
  if (error instanceof UnreadablePictureError) return NONE;
  if (error instanceof OriginalFault) return LASTING.has(error.reason) ? NONE : LATER;
  log.warn({ err: error }, 'a picture could not be made now');
  return LATER;
}
