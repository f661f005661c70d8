import type { ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { replyText } from '../http/reply.ts';
import type { GetHandler } from '../http/server.ts';
import type { Blobs } from './blobs.ts';
import type { Objects, StoredObject } from './objects.ts';

interface Parts {
  objects: Objects;
  blobs: Blobs;
}

const STORE = '/sandbox-store/';
const QUERY_TYPES = [null, '', 'image'];

/** Where the bytes lie; to a client it is a signed URL of some other server. */
const storeURL = ({ key, name, contentType }: StoredObject): string =>
  `${STORE}${key}?${new URLSearchParams({ filename: basename(name), type: contentType })}`;

const nameOf = (url: URL): string => decodeURIComponent(url.pathname.slice('/object/'.length));

const redirect = (response: ServerResponse, location: string): void => {
  response.writeHead(302, {
    Location: location,
    'Access-Control-Allow-Origin': '*',
    'Content-Type': 'application/json',
    'Content-Length': 0,
  });
  response.end();
};

/** Anybody may follow an object's name to its bytes. */
const objectPage =
  ({ objects }: Parts): GetHandler =>
  (request, response, url) => {
    const say = (status: number, text: string) =>
      replyText(request, response, { status, type: 'application/json', text: `${text} | -> <GO STACK>` });
    const stored = objects.get(nameOf(url));
    if (!QUERY_TYPES.includes(url.searchParams.get('type')))
      return say(400, 'Error: 1001 ArgsError invalid query type');
    if (stored === undefined) return say(404, 'Error: Error: mongo: no documents in result mongo find one');
    redirect(response, storeURL(stored));
  };

const storePage =
  ({ blobs }: Parts): GetHandler =>
  (request, response, url) => {
    const bytes = blobs.get(url.pathname.slice(STORE.length));
    if (bytes === undefined)
      return replyText(request, response, {
        status: 404,
        type: 'application/xml',
        text: '<Error><Code>NoSuchKey</Code></Error>',
      });
    const filename = encodeURIComponent(url.searchParams.get('filename') ?? 'object');
    response.writeHead(200, {
      'Content-Type': url.searchParams.get('type') || 'application/octet-stream',
      'Content-Length': bytes.length,
      'Content-Disposition': `attachment; filename*=UTF-8''${filename}`,
      'Access-Control-Allow-Origin': '*',
    });
    response.end(bytes);
  };

export const objectPages = (parts: Parts): { prefix: string; handle: GetHandler }[] => [
  { prefix: '/object/', handle: objectPage(parts) },
  { prefix: STORE, handle: storePage(parts) },
];
