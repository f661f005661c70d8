import { z } from 'zod';
import type { MediaLabel } from '../../kit/media-findings.ts';

const MOST_LABELS = 100;

const ANSWER = z.object({
  labels: z
    .array(z.object({ name: z.string().regex(/^[\w.:/ -]{1,100}$/), score: z.number().min(0).max(1) }))
    .max(MOST_LABELS),
});

/** Null for what is not as it was agreed. */
export function labelsIn(text: string): readonly MediaLabel[] | null {
  try {
    return ANSWER.parse(JSON.parse(text)).labels;
  } catch {
    return null;
  }
}
