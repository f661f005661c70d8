import { request } from 'undici';
import { badInput } from './fault.ts';
import { createGuardedAgent, isPublicHost } from './public-address.ts';

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ms until the whole answer is there. */
  readonly timeout: number;
  /** Bytes of the answer that are read; the rest is not waited for. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Buffer;
  /** Whether there was more than was read. */
  readonly cut: boolean;
}

/** HTTP to addresses that admins or other services name. */
export interface GuardedFetch {
  /** Refuses (INPUT_INVALID at `field`) an address that could never be asked; whether a name resolves is seen later. */
  check(address: string, field: string): void;
  /** Follows no redirect. Rejects with PrivateAddressError, or as undici does. */
  ask(address: string, outgoing: OutgoingRequest): Promise<OutgoingAnswer>;
  close(): Promise<void>;
}

/** `allowPrivate`: for a developer's machine; without it an address has to be public, and spoken to over TLS. */
export function createGuardedFetch({ allowPrivate }: { allowPrivate: boolean }): GuardedFetch {
  const agent = createGuardedAgent({ allowPrivate });

  return {
    check(address, field) {
      const url = URL.canParse(address) ? new URL(address) : null;
      const scheme = allowPrivate ? /^https?:$/ : /^https:$/;
      const fits = url !== null && scheme.test(url.protocol) && url.username === '' && url.password === '' && !url.hash;
      const expected = `an address like https://example.org/hook${allowPrivate ? '' : ' of the public internet'}, without a password in it`;
      if (!fits || !(allowPrivate || isPublicHost(url.hostname))) throw badInput(field, expected);
    },
    async ask(address, { method, headers = {}, body, timeout, most, signal }) {
      const limit = AbortSignal.timeout(timeout);
      const answer = await request(address, {
        ...{ dispatcher: agent, method, headers, headersTimeout: timeout, bodyTimeout: timeout },
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        ...(body === undefined ? {} : { body }),
      });
      const { bytes, cut } = await readUpTo(most, answer.body);
      return { status: answer.statusCode, headers: answer.headers, bytes, cut };
    },
    close: () => agent.destroy(),
  };
}

/** The first bytes of a body; leaving it there ends its connection. */
export async function readUpTo(
  most: number,
  body: AsyncIterable<Uint8Array>,
): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let left = most;
  for await (const chunk of body) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left < 0) return { bytes: Buffer.concat(chunks), cut: true };
  }
  return { bytes: Buffer.concat(chunks), cut: false };
}
