import { z } from 'zod';

/** How clients name operations, and how many of them one request carries. */
export const DOCUMENT_SETTINGS = {
  PERSISTED_OPERATIONS: {
    read: z.enum(['off', 'log', 'enforce']).default('off'),
    expected: 'off, log or enforce: what becomes of operations that are not in PERSISTED_OPERATIONS_MANIFEST',
    example: 'log',
  },
  PERSISTED_OPERATIONS_MANIFEST: {
    read: z
      .string()
      .regex(/^[^,]+(,[^,]+)*$/)
      .transform((text) => text.split(',').map((file) => file.trim()))
      .pipe(z.array(z.string().min(1)))
      .or(z.undefined().transform(() => [])),
    expected:
      'files with commas between them, each a manifest of Apollo, or an object of operations by their ids as codegen ' +
      'writes it; looked at again whenever they change',
    example: './persisted-documents.json',
  },
  BATCH_LIMIT: {
    read: z
      .string()
      .regex(/^\d{1,3}$/)
      .prefault('10')
      .transform(Number),
    expected: 'the most operations that one request may carry, up to 999; 0 or 1 for no batches',
    example: '10',
  },
} as const;
