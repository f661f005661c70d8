import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';

/** A page for developers, and the files that it loads. */
export interface Explorer {
  /** The Content-Security-Policy that all of it is served with. */
  readonly policy: string;
  /** By its path below `/explorer/`; the empty path is the page itself. Null where there is none. */
  file(path: string): Promise<ExplorerFile | null>;
}

export interface ExplorerFile {
  readonly type: string;
  readonly gzipped: Uint8Array;
  readonly etag: string;
}

const PAGE = '';

/**
 * `GET /graphql` as browsers ask for it, and `/explorer/…`. It stands in front of the GraphQL route: a browser's visit
 * is no operation, and carries no credential.
 */
export function serveExplorer(app: FastifyInstance, explorer: Explorer): void {
  const serve = async (path: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const file = await explorer.file(path);
    if (file === null) throw new Fault('ROUTE_UNKNOWN');
    reply.header('content-security-policy', explorer.policy);
    return send(file, request, reply);
  };

  app.addHook('onRequest', async (request, reply) => {
    if (request.target.path === '/graphql' && isVisit(request)) await serve(PAGE, request, reply);
  });
  app.get<{ Params: { '*': string } }>('/explorer/*', (request, reply) => serve(request.params['*'], request, reply));
}

async function send(file: ExplorerFile, { headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.headers({
    etag: file.etag,
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  if (headers['if-none-match']?.includes(file.etag)) return reply.code(304).send();
  reply.type(file.type);
  const compressed = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers['accept-encoding'] ?? '');
  if (compressed) return reply.header('content-encoding', 'gzip').send(file.gzipped);
  return reply.send(await promisify(gunzip)(file.gzipped));
}

const CREDENTIALS = ['signature', 'signature-input', 'authorization'];
const GRAPHQL_TYPES = ['application/json', 'application/graphql-response+json'];

/** Whether somebody looks at the address, and nothing asks it: HTML is named, and preferred to what GraphQL answers. */
function isVisit({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (CREDENTIALS.some((name) => headers[name] !== undefined)) return false;
  const weights = weightsOf(headers.accept ?? '');
  const html = weights.get('text/html') ?? 0;
  return GRAPHQL_TYPES.every((type) => html > (weights.get(type) ?? 0));
}

/** RFC 9110 §12.5.1, by media type. */
const weightsOf = (accept: string): Map<string, number> =>
  new Map(
    accept.split(',').map((range) => {
      const [type = '', ...parameters] = range
        .toLowerCase()
        .split(';')
        .map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [type, quality === undefined ? 1 : Number(quality) || 0];
    }),
  );
