import { badArgument } from './envelope.ts';

/** A body that can be read in one way only: no object in it has a key twice, in whatever case. */
export type Body = Readonly<Record<string, unknown>>;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** Levels of objects and lists; what SDKs send has four. */
const DEEPEST = 32;

/**
 * Reads JSON as OpenIM would: `null` is an empty object. OpenIM matches keys without regard to case, and of several that
 * fit it takes the last, so a body that names a field twice is refused (1001), and what is forwarded is written anew.
 */
export function readBody(bytes: Uint8Array): Body {
  const value = parse(bytes);
  if (value === null) return {};
  if (!isObject(value)) throw badArgument('the body is not a JSON object');
  assertPlain(value, 1);
  return value;
}

/** Numbers as they were written: some of OpenIM's have more digits than a double. */
function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes), (_key, value: unknown, written?: { source?: string }) =>
      typeof value === 'number' && String(value) !== written?.source ? JSON.rawJSON(written?.source ?? '') : value,
    );
  } catch {
    throw badArgument('the body is not JSON');
  }
}

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value);

/** Go folds letters of other alphabets to ASCII, too (U+017F is an s, U+212A a k), so keys are ASCII. */
const PLAIN_KEY = /^[\x20-\x7e]*$/;

function assertPlain(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw badArgument('the body is nested too deeply');
  if (isObject(value)) {
    const keys = Object.keys(value);
    if (!keys.every((key) => PLAIN_KEY.test(key))) throw badArgument('a key of the body is not ASCII');
    if (new Set(keys.map((key) => key.toLowerCase())).size < keys.length)
      throw badArgument('the body has a key twice, upper and lower case being the same');
  }
  for (const each of Object.values(value)) assertPlain(each, depth + 1);
}

/** What stands at a path of keys, in whatever case they are written; a list stands for each of its entries. */
export function valuesAt(body: Body, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>((found, key) => found.flatMap((each) => memberOf(each, key)), [body]);
}

/** Absent, null and empty texts are the same to OpenIM. */
export function textsAt(body: Body, path: string): readonly string[] {
  return valuesAt(body, path).flatMap((value) => {
    if (value === null || value === '') return [];
    if (typeof value !== 'string') throw badArgument(`${path} is not a text`);
    return [value];
  });
}

function memberOf(value: unknown, key: string): readonly unknown[] {
  if (value === null) return [];
  if (!isObject(value)) throw badArgument(`the body has no object where ${key} belongs`);
  const found = value[keyIn(value, key)];
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

const keyIn = (value: Body, key: string): string =>
  Object.keys(value).find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;

/** The body with another value for one of its own keys. */
export const withValue = (body: Body, key: string, value: unknown): Body => ({ ...body, [keyIn(body, key)]: value });
