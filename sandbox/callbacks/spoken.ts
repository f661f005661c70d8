import type { Message } from '../message/message.ts';

const FIRST_NOTICE = 1000;
const LAST_NOTICE = 5000;

/** A message's content as callbacks have it: of a notice only what it details. */
export const spoken = ({ contentType, content }: Message): string => {
  if (contentType < FIRST_NOTICE || contentType > LAST_NOTICE) return content;
  try {
    const json = JSON.parse(content) as { detail?: unknown } | null;
    return typeof json?.detail === 'string' ? json.detail : '';
  } catch {
    return '';
  }
};
