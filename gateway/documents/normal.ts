import { sortAST } from '@apollo/utils.sortast';
import { parse, print } from 'graphql';
import { MOST_TOKENS } from '../limits.ts';

/**
 * The same for two texts that are the same operation: without comments and spaces, and all that has no order in one
 * order, as codegen lists what clients print in another. Null for what is no GraphQL.
 */
export function normalOf(text: string): string | null {
  try {
    return print(sortAST(parse(text, { maxTokens: MOST_TOKENS, noLocation: true })));
  } catch {
    return null;
  }
}
