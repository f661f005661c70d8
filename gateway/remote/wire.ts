import type { Question } from '../executor/source.ts';
import { type Heard, readAnswer } from './answer.ts';
import type { Reply } from './exchange.ts';

/** How questions travel to subgraphs, and who vouches for what comes back. */
export interface Wire {
  /** For the subgraph of this name. */
  pack(question: Question, service: string): Packed;
}

/** One question, ready to be sent as often as need be. */
export interface Packed {
  /** The same for questions that have one answer; null: this one is asked for itself. */
  readonly same: string | null;
  letter(path: string): Sendable;
  /** Takes from the answer what it says besides. */
  arrived(heard: Heard): void;
}

export interface Sendable {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The answer to just this letter; null: it is none. */
  read(reply: Reply): Heard | null;
}

export const JSON_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
} as const;

/** GraphQL over HTTP and no more: nobody is signed in, so that who asks does not matter. */
export const plainWire: Wire = {
  pack: ({ query, operationName, variables }) => {
    const body = JSON.stringify({ query, variables, ...(operationName === undefined ? {} : { operationName }) });
    return {
      same: body,
      letter: () => ({ headers: JSON_HEADERS, body, read: ({ text }) => readAnswer(text) }),
      arrived: () => undefined,
    };
  },
};
