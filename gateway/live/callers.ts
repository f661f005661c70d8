import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from '../http/language.ts';
import type { Caller } from './caller.ts';

/** Who listens, by the request that they came with. */
export const callerOf = (
  { id, ip, headers, log }: FastifyRequest,
  transport: Pick<Caller, 'standing' | 'ready' | 'lost'>,
): Caller => ({
  id,
  ip,
  language: languageOf(headers['accept-language']),
  log: log as unknown as Logger,
  ...transport,
});
