import { type DocumentNode, print } from 'graphql';
import { newNonce, sign } from './signature.ts';
import type { KeptSession } from './storage.ts';

/** A document of codegen's (TypedDocumentNode, by its shape), or GraphQL text. */
export type Document<Result, Variables> = (DocumentNode & { __apiType?: (variables: Variables) => Result }) | string;

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  /** `reason` is stable and listed in docs/errors.md. */
  readonly extensions: { readonly code: string; readonly reason?: string } & Readonly<Record<string, unknown>>;
}

/** What the gateway answered: one missing thing is an error at its path, and the rest is there. */
export interface Answer<Result> {
  readonly data: Result | null;
  readonly errors: readonly AnswerError[];
}

/** The gateway refused; `errors` say why. */
export class RefusedError extends Error {
  readonly errors: readonly AnswerError[];

  constructor(errors: readonly AnswerError[]) {
    super(errors.map(({ message }) => message).join(' ') || 'The gateway did not answer as expected.');
    this.name = 'RefusedError';
    this.errors = errors;
  }

  has(...reasons: readonly string[]): boolean {
    return this.errors.some(({ extensions }) => reasons.includes(extensions.reason ?? ''));
  }
}

export interface Transport {
  /** `session`: signs the request. Null asks as nobody. */
  ask<Result, Variables>(question: Question<Result, Variables>, session: KeptSession | null): Promise<Answer<Result>>;
  /** Opens a stream of events; an answer where it is refused. */
  open<Result, Variables>(
    question: Question<Result, Variables>,
    session: KeptSession | null,
    signal: AbortSignal,
  ): Promise<Response | Answer<Result>>;
}

export interface Question<Result, Variables> {
  readonly document: Document<Result, Variables>;
  readonly variables?: Variables;
}

const A_SECOND = 1_000;

/** GraphQL over HTTP POST. Keeps the gateway's clock, as its `Date` headers tell it. */
export function openTransport(url: URL, fetch: typeof globalThis.fetch): Transport {
  let ahead = 0;

  const post = async ({ at, accept, body, signal }: Post, session: KeptSession | null): Promise<Response> => {
    const created = Math.floor((Date.now() + ahead) / 1000);
    const proof = session && { key: session.key, sessionID: session.id, created, nonce: newNonce() };
    const signature = proof ? await sign({ method: 'POST', url: at, body }, proof) : {};
    // Without this type a cross-origin browser request would be simple, and the gateway's CSRF prevention refuses it.
    const headers = { 'content-type': 'application/json', accept, ...signature };
    return fetch(at, { method: 'POST', headers, body, ...(signal ? { signal } : {}) });
  };

  /** Whether it is worth to ask again, signed anew. Nothing was done yet in either case, so that is safe. */
  const mayTryAgain = async ({ errors }: Answer<unknown>, { headers }: Response): Promise<boolean> => {
    const refused = new RefusedError(errors);
    if (refused.has('CLOCK_SKEW')) ahead = Date.parse(headers.get('date') ?? '') - Date.now() || 0;
    // The gateway has lost what it knew of this second; what is signed in the next one is new to it.
    else if (refused.has('REPLAYED')) await new Promise((resolve) => setTimeout(resolve, A_SECOND));
    else return false;
    return true;
  };

  return {
    ask: async (question, session) => {
      const asked = { at: url, accept: 'application/graphql-response+json', body: bodyOf(question) };
      const response = await post(asked, session);
      const answer = await answerOf<never>(response);
      return (await mayTryAgain(answer, response)) ? answerOf(await post(asked, session)) : answer;
    },
    open: async (question, session, signal) => {
      const asked = { at: new URL('/graphql/stream', url), accept: EVENTS, body: bodyOf(question), signal };
      const response = await post(asked, session);
      if (response.ok) return response;
      const answer = await answerOf<never>(response);
      if (!(await mayTryAgain(answer, response))) return answer;
      const second = await post(asked, session);
      return second.ok ? second : answerOf(second);
    },
  };
}

interface Post {
  readonly at: URL;
  readonly accept: string;
  readonly body: string;
  readonly signal?: AbortSignal;
}

const EVENTS = 'text/event-stream';

const bodyOf = <Result, Variables>({ document, variables }: Question<Result, Variables>): string =>
  JSON.stringify({ query: typeof document === 'string' ? document : print(document), variables });

async function answerOf<Result>(response: Response): Promise<Answer<Result>> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null) throw new RefusedError([]);
  const { data = null, errors = [] } = body as Partial<Answer<Result>>;
  return { data, errors };
}

/** The one field that was asked for, where nothing else is an answer. */
export function given<R extends object, F extends keyof R>({ data, errors }: Answer<R>, field: F): NonNullable<R[F]> {
  const value = data?.[field] ?? null;
  if (value === null) throw new RefusedError(errors);
  return value as NonNullable<R[F]>;
}
