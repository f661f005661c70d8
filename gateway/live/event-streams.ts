import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { type Authorities, standingOf } from '../authenticate/authenticate.ts';
import type { Caller } from './caller.ts';
import { callerOf } from './callers.ts';
import type { Live } from './live.ts';

export interface EventStreams {
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Cuts all streams without a word that they are complete: clients resume them at another node. */
  close(): void;
}

/**
 * SSE by graphql-sse, in its distinct connections mode: a stream that is reserved at one node and opened at another
 * would not be there.
 */
export function createEventStreams({ live, authorities }: { live: Live; authorities: Authorities }): EventStreams {
  const open = new Set<ServerResponse>();
  let closing = false;

  const handle = createHandler<FastifyRequest, Caller>({
    authenticate: () => null,
    onSubscribe: async ({ context: caller }, { query, operationName, variables }) => {
      const opened = await live.open({ query, operationName, variables }, caller);
      return 'contextValue' in opened ? opened.contextValue : refused(opened as ExecutionResult['errors']);
    },
    onNext: (_context, { context: caller }, result) => {
      const { errors } = result as ExecutionResult;
      return errors && ({ ...result, errors: live.told(errors, caller.log) } as unknown as ExecutionResult);
    },
  });

  return {
    async answer(request, reply) {
      const writer = createWriter(reply.raw);
      const standing = () => standingOf(request.credential, request.ip, authorities);
      const caller = callerOf(request, { standing, ready: writer.ready, lost: () => undefined });
      const [body, init] = await handle({
        method: request.method,
        url: request.raw.url ?? '',
        headers: { get: (name) => (name === 'accept' ? 'text/event-stream' : String(request.headers[name] ?? '')) },
        body: (request.body as Record<string, unknown> | undefined) ?? null,
        raw: request,
        context: caller,
      });
      if (body === null || typeof body === 'string') throw new Fault('REQUEST_MALFORMED', { detail: wrong(body) });
      if (closing) await body.return();
      reply.hijack();
      reply.raw.writeHead(init.status, { ...headersOf(reply), ...init.headers, 'x-accel-buffering': 'no' });
      open.add(reply.raw);
      // Also who left while the stream was being opened: else nothing would ever end it.
      void writer.gone.then(() => {
        open.delete(reply.raw);
        void body.return();
      });
      for await (const text of body) await writer.write(text);
      reply.raw.end();
      return reply;
    },
    close() {
      closing = true;
      for (const response of open) response.end();
    },
  };
}

async function* refused(errors: ExecutionResult['errors']): AsyncGenerator<ExecutionResult> {
  yield { ...(errors ? { errors } : {}) };
}

/** graphql-sse says what it misses of the operation; of a body that is no JSON object it says nothing. */
function wrong(body: string | null): string {
  const { errors } = JSON.parse(body ?? '{}') as { errors?: readonly { message: string }[] };
  return errors?.[0]?.message ?? 'an operation is the query of a GET, or a POST of application/json';
}

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));

interface Writer {
  write(text: string): Promise<void>;
  ready(): Promise<void>;
  /** Resolves when nobody reads any more; also where it was so before. */
  readonly gone: Promise<void>;
}

/** Writes to a response one after the other, each when the one before has left this process, or the reader is gone. */
function createWriter(response: ServerResponse): Writer {
  let last: Promise<void> = Promise.resolve();
  const gone = finished(response).catch(() => {});
  return {
    write(text) {
      last = response.writable
        ? Promise.race([new Promise<void>((resolve) => response.write(text, () => resolve())), gone])
        : gone;
      return last;
    },
    ready: () => last,
    gone,
  };
}
