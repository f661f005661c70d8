import type { ServerResponse } from 'node:http';
import { replyText } from '../http/reply.ts';
import type { Page } from '../http/server.ts';
import { Refusal } from '../refusal.ts';
import type { AccessParts } from './access.ts';
import { accessURL } from './access.ts';

const nameOf = (url: URL): string => {
  const raw = url.pathname.slice('/object/'.length);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
};

const redirect = (response: ServerResponse, location: string): void => {
  response.writeHead(302, {
    Location: location,
    'Access-Control-Allow-Origin': '*',
    'Content-Type': 'application/json',
    'Content-Length': 0,
  });
  response.end();
};

/** The texts say what Go's error chain says; what stands behind the arrow is its stack. */
const failureOf = ({ code, errMsg, detail }: Refusal): { status: number; text: string } => {
  if (detail === 'mongo: no documents in result')
    return { status: 404, text: 'Error: Error: mongo: no documents in result mongo find one' };
  if (code === 1001) return { status: 400, text: `Error: ${code} ${errMsg} ${detail}` };
  return { status: 500, text: `Error: Error: ${detail}` };
};

/** Anybody may follow an object's name to its bytes. */
export const objectPage = (parts: AccessParts): Page => ({
  path: '/object/*',
  handle: async (request, response, url) => {
    // Of a name that was given twice the first value counts.
    const query = Object.fromEntries([...url.searchParams].reverse());
    try {
      redirect(response, await accessURL(parts, nameOf(url), query));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { status, text } = failureOf(thrown);
      replyText(request, response, { status, type: 'application/json', text: `${text} | -> <GO STACK>` });
    }
  },
});
