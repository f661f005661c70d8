import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers':
    'Content-Length, Access-Control-Allow-Origin, Access-Control-Allow-Headers,Cache-Control,Content-Language,Content-Type,Expires,Last-Modified,Pragma,FooBar',
  'Access-Control-Max-Age': '172800',
  'Access-Control-Allow-Credentials': 'false',
} as const;

export const replyText = (
  request: IncomingMessage,
  response: ServerResponse,
  reply: { status: number; type: string; text: string },
): void => {
  const headers: Record<string, string | number> = { ...CORS, 'Content-Type': reply.type };
  const accepts = request.headers['accept-encoding'];
  const gzipped = reply.text !== '' && typeof accepts === 'string' && accepts.includes('gzip');
  const body = gzipped ? gzipSync(reply.text, { level: 1 }) : Buffer.from(reply.text);
  if (gzipped) {
    headers['Content-Encoding'] = 'gzip';
    headers.Vary = 'Accept-Encoding';
  }
  headers['Content-Length'] = body.length;
  response.writeHead(reply.status, headers);
  response.end(body);
};

export const replyJson = (
  request: IncomingMessage,
  response: ServerResponse,
  reply: { status: number; json: unknown },
): void =>
  replyText(request, response, { status: reply.status, type: 'application/json', text: JSON.stringify(reply.json) });

export const replyNotFound = (request: IncomingMessage, response: ServerResponse): void =>
  replyText(request, response, { status: 404, type: 'text/plain', text: '404 page not found' });

/** gin redirects before any of its middlewares runs, so there is nothing but the location. */
export const replyRedirect = (response: ServerResponse, reply: { status: number; location: string }): void => {
  response.writeHead(reply.status, { Location: reply.location, 'Content-Length': 0 });
  response.end();
};
