/** Why there are no bytes of a file. */
export type OriginalReason = 'NOT_FOUND' | 'TOO_LARGE' | 'REFUSED' | 'UNREACHABLE' | 'TIMED_OUT';

export class OriginalFault extends Error {
  readonly reason: OriginalReason;

  constructor(reason: OriginalReason, cause?: unknown) {
    super(`A file could not be had: ${reason}.`, { cause });
    this.name = 'OriginalFault';
    this.reason = reason;
  }
}
