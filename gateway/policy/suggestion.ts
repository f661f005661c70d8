import type { GraphQLFormattedError } from 'graphql';
import type { VisibleSchema } from './visible.ts';

/** How graphql-js ends a sentence about a name that it does not know. */
const SUGGESTION = / Did you mean [^?]*\?/g;

/** Whether it corrects somebody: only then is it asked what they may know. */
export const suggests = ({ message }: GraphQLFormattedError): boolean => message.includes(' Did you mean ');

/** Validation knows the whole schema, and corrects to any of its names. */
export function withoutSuggestion(error: GraphQLFormattedError, visible: VisibleSchema): GraphQLFormattedError {
  const hidden = (suggestion: string): boolean =>
    Array.from(suggestion.matchAll(/"([^"]+)"/g), ([, name = '']) => name).some((name) => !visible.has(name));
  const message = error.message.replace(SUGGESTION, (suggestion) => (hidden(suggestion) ? '' : suggestion));
  return message === error.message ? error : { ...error, message };
}
