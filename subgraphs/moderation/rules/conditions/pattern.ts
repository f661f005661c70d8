import { RE2JS, RE2JSSyntaxException } from 're2js';
import { badInput } from '../../../kit/fault.ts';
import type { PatternCondition } from '../rule.ts';
import { type Finding, some, type Test } from './subject.ts';

const LONGEST = 1_000;
/** Instructions of a compiled pattern: what `{1000}` of a long group would be. */
const LARGEST = 10_000;

/**
 * In the syntax of RE2, which answers in linear time whatever the text. INPUT_INVALID at `field`, with the place and the
 * reason, for what it does not take: references back, looking around.
 */
export function compilePattern({ pattern, ignoreCase }: PatternCondition, field: string): RE2JS {
  if (pattern === '' || pattern.length > LONGEST) throw badInput(field, `1 to ${LONGEST} characters are expected`);
  try {
    const compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    if (compiled.programSize() > LARGEST) throw badInput(field, 'a smaller pattern is expected: it repeats too much');
    if (compiled.test('')) throw badInput(field, 'a pattern that does not match nothing is expected');
    return compiled;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const part = error.getPattern() ?? '';
    const at = part === pattern ? pattern.length : pattern.lastIndexOf(part);
    throw badInput(
      field,
      `a regular expression of RE2's syntax is expected, which is linear in time: ${error.getDescription()}${
        part === pattern ? '' : ` \`${part}\``
      }, at character ${Math.max(0, at) + 1}`,
    );
  }
}

/** More of one pattern in one text tell nothing new. */
const MOST_FOUND = 1_000;

export const patternTest =
  (condition: PatternCondition, compiled: RE2JS): Test =>
  ({ texts }) =>
    some(
      texts.flatMap(({ path, text }) =>
        placesOf(compiled, text).map(
          ({ start, end }): Finding => ({ list: null, entry: condition.pattern, where: { path, start, end } }),
        ),
      ),
    );

function placesOf(compiled: RE2JS, text: string): { start: number; end: number }[] {
  // Whether there is one is told much faster than where.
  if (!compiled.test(text)) return [];
  const found: { start: number; end: number }[] = [];
  const matcher = compiled.matcher(text);
  while (found.length < MOST_FOUND && matcher.find()) found.push({ start: matcher.start(), end: matcher.end() });
  return found;
}
