import { Fault } from '../../subgraphs/kit/fault.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The body as JSON; undefined when it is of another type, which Apollo then refuses, as a forgery across sites or not. */
export function readJSON(bytes: Uint8Array, contentType: string | undefined): unknown {
  if (bytes.length === 0 || !/^\s*application\/json\s*(;|$)/i.test(contentType ?? '')) return undefined;
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    throw new Fault('REQUEST_MALFORMED', { detail: 'the body is not UTF-8' });
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the body, and the body may hold a code.
    throw new Fault('REQUEST_MALFORMED', { detail: 'the body is not JSON' });
  }
}
