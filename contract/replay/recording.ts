import { readFileSync } from 'node:fs';

/** One recorded request, and its answer. */
export interface Step {
  scenario: string;
  step: number;
  /** Null where there is none. */
  route?: string | null;
  method: string;
  path: string;
  headers: Record<string, string>;
  request?: unknown;
  requestRefs?: { path: string; from: { step: number; path: string } }[];
  waitMs?: number;
  status: number;
  contentType: string | null;
  location?: string;
  responseHeaders?: Record<string, string | null>;
  response: unknown;
  volatile?: string[];
  unordered?: string[];
  global?: boolean;
  normalised?: string;
  note?: string;
}

/** Numbers beyond 2^53 stay what they were written as. */
const exact = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source : value;
export const parseExact = (text: string): unknown =>
  JSON.parse(text, exact as (this: unknown, key: string, value: unknown) => unknown);

export const RECORDED_PREFIX = 'ct_a_';

/** Ids also hide in base64: message contents and the key of send_simple_msg. */
const renameInBase64 = (text: string, prefix: string): string => {
  const plain = Buffer.from(decodeURIComponent(text), 'base64').toString();
  return plain.includes(RECORDED_PREFIX)
    ? Buffer.from(plain.replaceAll(RECORDED_PREFIX, prefix)).toString('base64')
    : text;
};

const rename = (line: string, prefix: string): string =>
  prefix === RECORDED_PREFIX
    ? line
    : line
        .replaceAll(RECORDED_PREFIX, prefix)
        .replace(/(?<=")[A-Za-z0-9+/]{24,}={0,2}(?=")|(?<=key=)[A-Za-z0-9+/%]+/g, (text) =>
          renameInBase64(text, prefix),
        );

/** The scenarios of one recorded area, with their ids renamed. */
export const readScenarios = (file: URL, prefix = RECORDED_PREFIX): Map<string, Step[]> => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const steps = lines.map((line) => parseExact(rename(line, prefix)) as Step);
  return Map.groupBy(steps, ({ scenario }) => scenario);
};

export const RECORDINGS = new URL('../exchanges/', import.meta.url);
