import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Whose answer it is, and in which form. */
const VARY = 'Accept, Authorization, Signature';

/**
 * What a GET was answered may be kept by who asked, and asked for again by its tag. The tag is a weak one (RFC 9110
 * §8.8.1): it is the same however the answer is packed. Has to be registered before what packs.
 */
export function tagAnswers(route: FastifyInstance): void {
  route.addHook('onSend', async ({ method, headers }, reply, payload) => {
    if (method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string' || hasErrors(payload))
      return payload;
    const etag = `W/"${createHash('sha256').update(payload).digest('base64url')}"`;
    const vary = reply.getHeader('vary');
    reply.headers({
      etag,
      'cache-control': 'private, no-cache',
      vary: vary === undefined ? VARY : `${String(vary)}, ${VARY}`,
    });
    if (!matches(headers['if-none-match'] ?? '', etag)) return payload;
    reply.code(304).removeHeader('content-type');
    return '';
  });
}

/** Apollo puts them first. */
const hasErrors = (payload: string): boolean => payload.startsWith('{"errors"');

const matches = (header: string, etag: string): boolean =>
  header.split(',').some((each) => each.trim() === '*' || `W/${each.trim().replace(/^W\//, '')}` === etag);
