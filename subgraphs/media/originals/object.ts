import type { Logger } from 'pino';
import { request } from 'undici';
import { readUpTo } from '../../kit/guarded-fetch.ts';
import { asAdmin } from '../../openim/rest/call.ts';
import type { Objects } from '../../openim/rest/objects.ts';
import type { Original, Span } from './original.ts';
import { OriginalFault } from './original-fault.ts';

/** An object of OpenIM's store, at the address that OpenIM signs for it. */
export async function readObject(
  name: string,
  objects: Objects,
  { most, signal, log }: Span & { readonly log: Logger },
): Promise<Original> {
  const answer = await request(await objects.accessURL(name, asAdmin({ signal, log })), { signal });
  if (answer.statusCode !== 200) {
    answer.body.on('error', () => undefined).destroy();
    throw new OriginalFault(answer.statusCode === 404 ? 'NOT_FOUND' : 'UNREACHABLE');
  }
  const { bytes, cut } = await readUpTo(most, answer.body);
  if (cut) throw new OriginalFault('TOO_LARGE');
  const type = answer.headers['content-type'];
  return { bytes, contentType: typeof type === 'string' ? type : null };
}
