import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST'];

/** 404 for addresses that nobody serves, 405 for other methods of those that somebody does, 204 for preflights. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const allowed = METHODS.filter((method) => app.hasRoute({ method, url: request.target.path }));
    if (allowed.length === 0) throw new Fault('ROUTE_UNKNOWN');
    reply.header('allow', allowed.join(', '));
    if (request.method === 'OPTIONS') return reply.code(204).send();
    throw new Fault('METHOD_UNKNOWN', { allowed: allowed.join(', ') });
  });
}
