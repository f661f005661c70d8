import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import type { Signer } from '../../kit/seal.ts';
import { asAdmin } from '../../openim/rest/call.ts';
import type { Objects } from '../../openim/rest/objects.ts';
import { typeOf } from './formats.ts';
import type { Shelf } from './shelf.ts';

export interface OpenIMShelfOptions {
  readonly objects: Objects;
  readonly signer: Signer;
  readonly log: Logger;
}

/** ms for one picture, both ways. */
const WAIT_MS = 10_000;
const CAUSE = 'rendition';

const md5 = (data: Buffer | string): string => createHash('md5').update(data).digest('hex');

/**
 * Pictures as objects of OpenIM's store, which all nodes share. OpenIM gives an object to whoever knows its name: so
 * nobody can make one up. It lets nobody delete one; its own clean-up may, and then it is made again.
 */
export function createOpenIMShelf({ objects, signer, log }: OpenIMShelfOptions): Shelf {
  const span = () => ({ signal: AbortSignal.timeout(WAIT_MS), log });
  const objectOf = (name: string): string => `renditions/${signer.mark(`object ${name}`)}`;

  return {
    async get(name) {
      const call = asAdmin(span());
      const url = await objects.accessURL(objectOf(name), call).catch(nullIfAbsent);
      if (url === null) return null;
      const answer = await fetch(url, { redirect: 'error', signal: call.signal });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return answer.ok && typeOf(bytes) !== null ? bytes : null;
    },
    async put(name, bytes) {
      const call = asAdmin(span());
      const contentType = typeOf(bytes) ?? 'application/octet-stream';
      const naming = { name: objectOf(name), contentType, cause: CAUSE };
      const partMD5s = [md5(bytes)];
      const file = { hash: md5(partMD5s.join(',')), size: bytes.length };
      const begun = await objects.begin({ ...file, signed: 'all', ...naming }, call);
      // OpenIM has these bytes already: the name stands for them now.
      if (begun === null) return;
      for (const { url, headers } of begun.parts) await put(url, { headers, bytes, signal: call.signal });
      await objects.complete({ uploadID: begun.uploadID, partMD5s, ...naming }, call);
    },
  };
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Fault && error.reason === 'NOT_FOUND') return null;
  throw error;
}

interface Sent {
  readonly headers: readonly (readonly [string, string])[];
  readonly bytes: Buffer;
  readonly signal: AbortSignal;
}

async function put(url: string, { headers, bytes, signal }: Sent): Promise<void> {
  const answer = await fetch(url, {
    ...{ method: 'PUT', redirect: 'error', signal, body: new Uint8Array(bytes) },
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new TypeError(`the object store answered ${answer.status}`);
}
