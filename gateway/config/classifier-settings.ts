import { z } from 'zod';
import * as shape from './shapes.ts';

/** Programs of the operator's that are asked what files show, and what texts are. */
export const CLASSIFIER_SETTINGS = {
  MEDIA_CLASSIFIER_URL: {
    read: shape.address('http:', 'https:').optional(),
    expected: 'the address of a program that says what pictures, sounds and videos show',
    example: 'http://classifier:8080/classify',
  },
  MEDIA_CLASSIFIER_SECRET: {
    read: z.string().regex(shape.WEBHOOK_KEY).optional(),
    expected: 'what calls to MEDIA_CLASSIFIER_URL are signed with: whsec_ and 24 to 64 bytes in base64',
    example: 'whsec_ and what `openssl rand -base64 32` prints',
  },
  MEDIA_CLASSIFIER_SENDS: {
    read: z.enum(['url', 'bytes']).default('url'),
    expected:
      'url, or bytes: files of up to 16 MiB are sent along, to a program that cannot load them by their addresses',
    example: 'bytes',
  },
  MEDIA_CLASSIFIER_BLOCKS: {
    read: shape.scores.prefault(''),
    expected: 'label=score[,label=score]: from which score on (0 to 1) a label of the classifier blocks a file',
    example: 'csam=0.5,gore=0.98',
  },
  TEXT_CLASSIFIER_URL: {
    read: shape.address('http:', 'https:').optional(),
    expected: 'the address of a program that says what texts are, for conditions of rules',
    example: 'http://classifier:8080/texts',
  },
  TEXT_CLASSIFIER_SECRET: {
    read: z.string().regex(shape.WEBHOOK_KEY).optional(),
    expected: 'what calls to TEXT_CLASSIFIER_URL are signed with: whsec_ and 24 to 64 bytes in base64',
    example: 'whsec_ and what `openssl rand -base64 32` prints',
  },
} as const;
