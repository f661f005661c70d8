import assert from 'node:assert/strict';
import { createClient as createSSE } from 'graphql-sse';
import { createClient as createSocket, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface CaseEvent {
  readonly cursor: string;
  readonly gap: boolean;
  readonly case: { readonly id: string; readonly version: number; readonly state?: string } | null;
}

export interface Heard {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly path?: readonly unknown[]; readonly extensions: { reason: string } }[];
}

/** What a stream tells, one after the other. */
export interface Listening {
  /** The next thing told, or the test's own time limit ends the wait; null when the stream is complete. */
  next(): Promise<Heard | null>;
  /** The next event; fails when it is anything else. */
  event(): Promise<CaseEvent>;
  /** The reason of the next thing told, which is a refusal. */
  refusal(): Promise<string | undefined>;
  stop(): Promise<void>;
}

export const listenTo = (results: AsyncIterableIterator<unknown>): Listening => {
  const next = async (): Promise<Heard | null> => {
    try {
      const { value, done } = await results.next();
      return done ? null : (value as Heard);
    } catch (refusal) {
      // The message "error" of graphql-ws, as its client tells it.
      if (Array.isArray(refusal)) return { errors: refusal };
      throw refusal;
    }
  };
  return {
    next,
    async event() {
      const heard = await next();
      assert.ok(heard && !heard.errors, `an event is awaited, told was ${JSON.stringify(heard)}`);
      const [event] = Object.values(heard.data ?? {});
      assert.ok(event);
      return event as CaseEvent;
    },
    refusal: async () => (await next())?.errors?.[0]?.extensions.reason,
    stop: async () => void (await results.return?.()),
  };
};

export const QUEUE =
  'subscription ($after: String) { queueChanged(after: $after) { cursor gap case { id version state } } }';
export const ONE =
  'subscription ($id: ID!, $after: String) { caseChanged(id: $id, after: $after) { cursor gap case { id version state } } }';

type Asked = readonly [query: string, variables?: object];

/** By graphql-sse's own client. */
export function overSSE(url: string, headers: Record<string, string>, [query, variables = {}]: Asked): Listening {
  const client = createSSE({ url: `${url}/graphql/stream`, headers, retryAttempts: 0 });
  return listenTo(client.iterate({ query, variables: { ...variables } }));
}

export interface Connection extends AsyncDisposable {
  listen(query: string, variables?: object): Listening;
  /** How the server closed it. */
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** By graphql-ws's own client, which says who it is in `connection_init`. */
export function overWebSocket(url: string, params: Record<string, string>): Connection {
  const closed = Promise.withResolvers<{ code: number; reason: string }>();
  const client: SocketClient = createSocket({
    url: `${url.replace('http', 'ws')}/graphql/stream`,
    webSocketImpl: WebSocket,
    connectionParams: params,
    retryAttempts: 0,
    on: { closed: (event) => closed.resolve(event as { code: number; reason: string }) },
  });
  return {
    listen: (query, variables = {}) => listenTo(client.iterate({ query, variables: { ...variables } })),
    closed: closed.promise,
    [Symbol.asyncDispose]: async () => void (await client.dispose()),
  };
}
