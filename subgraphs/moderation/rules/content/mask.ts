import { type Path, parsed, withText } from './json-path.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

const MASK = '*';

/** A text in which each character of the spans is a star; white space stays, so that a line breaks where it did. */
export function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += text.slice(at, from) + starred(text.slice(from, end));
    at = end;
  }
  return result + text.slice(at);
}

const starred = (text: string): string =>
  text.replace(/[^\s\p{Z}\p{M}\p{Cf}]\p{M}*/gu, MASK).replace(/[\p{M}\p{Cf}]/gu, '');

/** A content with some of its texts masked; null where it is no JSON object, which OpenIM would not take instead. */
export function maskedContent(
  content: string,
  parts: readonly { readonly path: Path; readonly text: string; readonly spans: readonly Span[] }[],
): string | null {
  const value = parsed(content);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return JSON.stringify(
    parts.reduce((changed: unknown, { path, text, spans }) => withText(changed, path, masked(text, spans)), value),
  );
}
