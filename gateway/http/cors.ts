import type { FastifyReply, FastifyRequest } from 'fastify';

const REQUEST_HEADERS = [
  'accept-language',
  'apollo-require-preflight',
  'authorization',
  'content-digest',
  'content-type',
  'if-none-match',
  'signature',
  'signature-input',
  'x-apollo-operation-name',
  'x-request-id',
].join(', ');
/** Two hours, the most that browsers keep it. */
const PREFLIGHT_SECONDS = '7200';

/**
 * SESSION.md §6. Refusals carry these headers too, or a browser hides from its page why it was refused and what the
 * time is. No cookies: nothing of ours reads one.
 */
export function allowOrigins(
  origins: readonly string[],
  { headers, method }: FastifyRequest,
  reply: FastifyReply,
): void {
  if (origins.length === 0) return;
  reply.header('vary', 'Origin');
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-expose-headers', 'Date, ETag, X-Request-ID, RateLimit, RateLimit-Policy, Retry-After');
  if (method !== 'OPTIONS') return;
  reply.header('access-control-allow-methods', 'GET, POST');
  reply.header('access-control-allow-headers', REQUEST_HEADERS);
  reply.header('access-control-max-age', PREFLIGHT_SECONDS);
}
