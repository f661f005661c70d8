import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Authorities, type Credential, confirm, readCredential } from '../authenticate/authenticate.ts';
import type { Pressure } from '../bounds/pressure.ts';
import { type Rates, type Room, rateHeaders } from '../bounds/rates.ts';
import { readJSON } from '../http/json-body.ts';

const NO_BODY = new Uint8Array();

declare module 'fastify' {
  interface FastifyRequest {
    credential: Credential;
    viewer: Viewer;
  }
}

export interface Checks {
  readonly authorities: Authorities;
  /** Absent: nobody is limited. */
  readonly rates?: Rates;
  /** Absent: everybody is let in, however late it is. */
  readonly pressure?: Pressure;
}

/**
 * Whose requests these are. The hooks stand in the order of SESSION.md §2: what can be known from the head is checked
 * before a byte of the body is read, the body's bytes before they are looked into, and the nonce is spent last. `read`
 * makes of the body what the route takes.
 */
export function checkCredentials(
  route: FastifyInstance,
  { authorities, rates, pressure }: Checks,
  read: (bytes: Uint8Array, contentType: string | undefined) => unknown = readJSON,
): void {
  route.decorateRequest('credential');
  route.decorateRequest('viewer');
  route.removeAllContentTypeParsers();
  route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  route.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    pressure?.admit(request.headers);
    refuseOddBodies(request);
    const { raw, target, protocol } = request;
    request.credential = await readCredential({ raw, target, scheme: protocol }, request.ip, authorities);
  });
  route.addHook('preValidation', async (request, reply) => {
    const bytes = (request.body as Uint8Array | undefined) ?? NO_BODY;
    // Asked for in one tick, they travel to the store together.
    const [viewer, room = null] = await Promise.all([
      confirm(request.credential, bytes, authorities),
      rates?.take(request.credential, request.ip),
    ]);
    if (room !== null) limit(room, reply);
    request.viewer = viewer;
    request.body = read(bytes, request.headers['content-type']);
  });
}

/** Tells what is left, and refuses who has nothing left. */
export function limit(room: Room, reply: FastifyReply): void {
  reply.headers(rateHeaders(room));
  if (room.left >= 0) return;
  throw new Fault('REQUESTS_LIMITED', {
    limit: room.most,
    retryAfter: new Date(Date.now() + room.resetsIn).toISOString(),
  });
}

function refuseOddBodies({ method, headers }: FastifyRequest): void {
  if (headers['content-encoding'] !== undefined) throw new Fault('ENCODING_UNSUPPORTED');
  const announced = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (method === 'GET' && announced) throw new Fault('REQUEST_MALFORMED', { detail: 'a GET request carries no body' });
}
