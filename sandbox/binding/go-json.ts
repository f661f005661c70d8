import { syntaxError } from './go-syntax.ts';
import { BadBody } from './mismatch.ts';

/** A number whose source text says more than a double can hold. */
export class NumberLiteral {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

// Only these can differ from what String(number) gives back; all other bodies take JSON.parse alone.
const UNUSUAL_NUMBER = /\d[.eE]|\d{16}|-0/;

const keepSource = (_key: string, value: unknown, context?: { source?: string }): unknown => {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return String(value) === context.source && (Number.isSafeInteger(value) || !Number.isInteger(value))
    ? value
    : new NumberLiteral(context.source);
};

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** Reads a body as Go's json.Unmarshal does, with its error texts. */
export const parseBody = (text: string): unknown => {
  try {
    return UNUSUAL_NUMBER.test(text) ? JSON.parse(text, keepSource as Reviver) : JSON.parse(text);
  } catch {
    throw new BadBody(syntaxError(text));
  }
};

/** As a streaming Go decoder does it: what follows the first value is never looked at. */
export const parseFirst = (text: string): unknown => {
  try {
    return parseBody(text);
  } catch (thrown) {
    if (!(thrown instanceof BadBody)) throw thrown;
    if (text.trim() === '') throw new BadBody('EOF');
    if (thrown.message === 'unexpected end of JSON input') throw new BadBody('unexpected EOF');
    const end = thrown.message.endsWith('after top-level value') ? firstValueEnd(text) : -1;
    if (end < 0) throw thrown;
    return parseBody(text.slice(0, end));
  }
};

const firstValueEnd = (text: string): number => {
  for (let end = 1; end <= text.length; end++) {
    try {
      JSON.parse(text.slice(0, end));
      return end;
    } catch {
      // not yet a whole value
    }
  }
  return -1;
};
