import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../scope.ts';

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Made anew for each operation: one that signs somebody in does so for no other of its batch. */
  readonly context: () => Promise<GatewayContext>;
}

/** The body of the answer; of a batch, a list of answers in the order of the operations, with 200 whatever they are. */
export async function answerOperations(server: ApolloServer<GatewayContext>, exchange: Exchange): Promise<string> {
  const { request, reply, context } = exchange;
  const { method, body, target } = request;
  const headers = headersOf(request);
  const search = target.query === null ? '' : `?${target.query}`;
  const answer = (each: unknown): Promise<HTTPGraphQLResponse> =>
    server.executeHTTPGraphQLRequest({ httpGraphQLRequest: { method, headers, search, body: each }, context });

  if (!Array.isArray(body)) {
    const one = await answer(body);
    for (const [name, value] of one.headers) reply.header(name, value);
    reply.code(one.status ?? 200);
    return textOf(one);
  }
  const all = await Promise.all(body.map(answer));
  reply.type(all[0]?.headers.get('content-type') ?? 'application/json; charset=utf-8');
  return `[${all.map(textOf).join(',')}]`;
}

/** Nothing of ours is answered in parts: `@defer` and `@stream` are not in the schema. */
const textOf = ({ body }: HTTPGraphQLResponse): string => (body.kind === 'complete' ? body.string : 'null');

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
