import type { Answer } from './transport.ts';

/** What OpenIM answers, whatever the HTTP status: `errCode` 0 is success, and only then there may be `data`. */
export interface Envelope {
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly data: unknown;
}

/**
 * Null for what is no answer of OpenIM's: a proxy's page, an unknown path (a text), a handler that crashed (an empty
 * 500). Numbers beyond 2^53 lose their last digits; nothing that is kept has any.
 */
export function readEnvelope({ status, text }: Answer): Envelope | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { errCode, errMsg, errDlt, data } = value as Record<keyof Envelope, unknown>;
  if (typeof errCode !== 'number' || (errCode === 0 && status !== 200)) return null;
  return { errCode, errMsg: String(errMsg ?? ''), errDlt: String(errDlt ?? ''), data: data ?? {} };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
