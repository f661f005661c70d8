import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Authorities, type Credential, confirm, readCredential } from '../authenticate/authenticate.ts';
import { readJSON } from '../http/json-body.ts';

const NO_BODY = new Uint8Array();

declare module 'fastify' {
  interface FastifyRequest {
    credential: Credential;
    viewer: Viewer;
  }
}

/**
 * Whose requests these are. The hooks stand in the order of SESSION.md §2: what can be known from the head is checked
 * before a byte of the body is read, the body's bytes before they are looked into, and the nonce is spent last.
 */
export function checkCredentials(route: FastifyInstance, authorities: Authorities): void {
  route.decorateRequest('credential');
  route.decorateRequest('viewer');
  route.removeAllContentTypeParsers();
  route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  route.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    refuseOddBodies(request);
    const { raw, target, protocol } = request;
    request.credential = await readCredential({ raw, target, scheme: protocol }, request.ip, authorities);
  });
  route.addHook('preValidation', async (request) => {
    const bytes = (request.body as Uint8Array | undefined) ?? NO_BODY;
    request.viewer = await confirm(request.credential, bytes, authorities);
    request.body = readJSON(bytes, request.headers['content-type']);
  });
}

function refuseOddBodies({ method, headers }: FastifyRequest): void {
  if (headers['content-encoding'] !== undefined) throw new Fault('ENCODING_UNSUPPORTED');
  const announced = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (method === 'GET' && announced) throw new Fault('REQUEST_MALFORMED', { detail: 'a GET request carries no body' });
}
