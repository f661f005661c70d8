import { parse, print } from 'graphql';
import { MOST_TOKENS } from '../limits.ts';

/**
 * The same for two texts that are the same operation: without comments and spaces, its definitions in one order, as
 * clients' printers differ in these. Null for what is no GraphQL.
 */
export function normalOf(text: string): string | null {
  try {
    const { definitions } = parse(text, { maxTokens: MOST_TOKENS, noLocation: true });
    return definitions.map(print).sort().join('\n');
  } catch {
    return null;
  }
}
