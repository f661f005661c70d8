import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { PersonalSpan } from '../../subgraphs/kit/personal-data.ts';

/** An archive by its ticket, or null. */
export interface DataExports {
  open(ticket: string, span: PersonalSpan): Promise<Readable | null>;
}

/** `/exports/<ticket>`: a copy of what is held about somebody; the ticket is its own credential, and good once. */
export function serveExports(app: FastifyInstance, exports: DataExports): void {
  app.get<{ Params: { ticket: string } }>('/exports/:ticket', { exposeHeadRoute: false }, async (request, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const archive = await exports.open(request.params.ticket, { signal: gone.signal, log: request.log as never });
    if (archive === null) throw new Fault('EXPORT_GONE');
    reply.headers({
      'content-disposition': 'attachment; filename="data.zip"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return reply.type('application/zip').send(archive);
  });
}
