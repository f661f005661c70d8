import type { FaultRow } from './fault-row.ts';

/** The rows of uploads; one table with the others in faults.ts. */
export const UPLOAD_FAULTS = {
  UPLOAD_TOO_LARGE: { code: 'BAD_USER_INPUT', retry: false, says: 'A file may have {maxBytes} bytes at most.' },
  UPLOAD_TYPE_REFUSED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    says: 'Files of the type {mimeType} are not taken; uploadLimits tells which are.',
  },
  UPLOAD_QUOTA: {
    code: 'RATE_LIMITED',
    retry: true,
    says: 'You have uploaded as much as you may in {days} days; {remainingBytes} bytes are left.',
  },
  UPLOADS_OPEN: {
    code: 'RATE_LIMITED',
    retry: true,
    says: 'You have {most} unfinished uploads; complete some of them, or wait until they have expired.',
  },
  UPLOAD_EXPIRED: { code: 'CONFLICT', retry: false, says: 'The upload has expired; create it again.' },
  UPLOAD_COMPLETE: { code: 'CONFLICT', retry: false, says: 'The upload is complete; there is nothing left to put.' },
  UPLOAD_INCOMPLETE: {
    code: 'CONFLICT',
    retry: true,
    says: 'The store does not hold the file as it was told; sign its parts again and put them.',
  },
  UPLOAD_BUSY: { code: 'CONFLICT', retry: true, says: 'This file is being completed right now; ask again.' },
  UPLOAD_SPENT: {
    code: 'RATE_LIMITED',
    retry: false,
    says: 'The upload was begun or completed in vain too often; create it again once it has expired.',
  },
} as const satisfies Record<string, FaultRow>;
