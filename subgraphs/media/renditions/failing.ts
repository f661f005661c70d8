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

/** Why there is no copy: so long the same is not tried again, and caches in front of us need not ask. */
export type Failing = RenditionAnswer & { readonly kind: 'none' | 'later' };

const NONE: Failing = { kind: 'none', seconds: 300 };
const LATER: Failing = { kind: 'later', seconds: 15 };
/** Of this node, and not of the original. */
export const BUSY: Failing = { kind: 'later', seconds: 2 };

export function verdictOn(error: unknown, log: Logger): Failing {
  if (error instanceof UnreadablePictureError) return NONE;
  if (error instanceof OriginalFault && LASTING.has(error.reason)) return NONE;
  // What lies beneath an OriginalFault names hosts.
  log.warn(
    error instanceof OriginalFault ? { reason: error.reason } : { err: error },
    'a picture could not be made now',
  );
  return LATER;
}
