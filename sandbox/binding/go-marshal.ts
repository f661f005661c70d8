import { NumberLiteral } from './go-json.ts';

const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

const escapeText = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => ESCAPES[char] ?? char);

/** Writes JSON as Go writes a map: keys sorted, what could break out of HTML escaped. */
export const goMarshal = (value: unknown): string => {
  if (typeof value === 'string') return escapeText(value);
  // Numbers in free-form maps are doubles over there, so the exact literal is lost here as well.
  if (value instanceof NumberLiteral) return JSON.stringify(Number(value.source));
  if (Array.isArray(value)) return `[${value.map(goMarshal).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${escapeText(key)}:${goMarshal(item)}`).join()}}`;
};
