import type { GraphQLFormattedError } from 'graphql';
import { isObject } from '../executor/objects.ts';
import type { SourceAnswer } from '../executor/source.ts';

/** An answer of GraphQL over HTTP, with what it says besides; null where it is none. */
export interface Heard extends SourceAnswer {
  readonly extensions: unknown;
}

export function readAnswer(text: string): Heard | null {
  const answer = parsed(text);
  if (!isObject(answer)) return null;
  const { data = null, errors, extensions } = answer;
  if (data !== null && !isObject(data)) return null;
  if (!Array.isArray(errors)) return data === null ? null : { data, extensions };
  return { data, errors: errors.filter(isObject).map(readError), extensions };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readError({ message, path, extensions }: Record<string, unknown>): GraphQLFormattedError {
  return {
    message: typeof message === 'string' ? message : '',
    ...(Array.isArray(path) ? { path } : {}),
    ...(isObject(extensions) ? { extensions } : {}),
  };
}
