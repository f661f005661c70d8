import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { BODY_LIMIT } from '../http/refuse.ts';
import { STREAM_PATH } from '../http/stream-path.ts';
import { type Checks, checkCredentials } from '../routes/credentials.ts';
import { createConnections } from './connections.ts';
import { createEventStreams } from './event-streams.ts';
import type { Live } from './live.ts';

/** Subscriptions by graphql-sse (each on a connection of its own) and graphql-ws, at one address. */
export function serveStreams(app: FastifyInstance, parts: Checks & { readonly live: Live }): void {
  app.register(async (route) => {
    const { live } = parts;
    const connections = createConnections(parts);
    const streams = createEventStreams(parts);
    await route.register(websocket, {
      options: { handleProtocols: (protocols) => handleProtocols(protocols), maxPayload: BODY_LIMIT },
      errorHandler: (error, socket, request) => {
        // What a client sends that is no WebSocket frame is its own affair.
        request.log.debug({ err: error }, 'a WebSocket broke');
        socket.terminate();
      },
      preClose: (done) => {
        live.stop();
        connections.close();
        streams.close();
        done();
      },
    });
    checkCredentials(route, parts);
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      if (!/\btext\/event-stream\b/.test(request.headers.accept ?? '')) throw new Fault('STREAM_NOT_ACCEPTED');
      return streams.answer(request, reply);
    };
    const at = { url: STREAM_PATH, exposeHeadRoute: false, handler };
    route.route({ ...at, method: 'GET', wsHandler: (socket, request) => connections.open(socket, request) });
    route.route({ ...at, method: 'POST' });
  });
}
