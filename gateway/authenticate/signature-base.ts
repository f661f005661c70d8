import type { IncomingMessage } from 'node:http';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Signature } from './signature.ts';
import type { Target } from './target.ts';

/** The message that was signed. */
export interface SignedMessage {
  readonly raw: Pick<IncomingMessage, 'method' | 'headers' | 'headersDistinct'>;
  readonly target: Target;
  /** As the client sees it, which may be TLS ended by a proxy; it decides which port goes without saying. */
  readonly scheme: string;
}

/**
 * The signature base of RFC 9421 §2.5, in the bytes that were received (Node reads header bytes as latin1).
 * Rejects a signed header that the request does not have.
 */
export function signatureBase(signature: Signature, message: SignedMessage): Buffer {
  const lines = signature.components.map((name) => `"${name}": ${componentValue(name, message)}`);
  lines.push(`"@signature-params": ${signature.params}`);
  return Buffer.from(lines.join('\n'), 'latin1');
}

function componentValue(name: string, { raw, target, scheme }: SignedMessage): string {
  switch (name) {
    case '@method':
      return raw.method ?? '';
    case '@path':
      return target.path;
    case '@query':
      return `?${target.query ?? ''}`;
    case '@authority':
      return authority(raw.headers.host ?? '', scheme);
    default:
      return field(name, raw);
  }
}

const authority = (host: string, scheme: string): string =>
  host.toLowerCase().replace(scheme === 'https' ? /:443$/ : /:80$/, '');

/** All lines of a header, in their order (§2.1). `headers` would drop the second of some. */
function field(name: string, raw: SignedMessage['raw']): string {
  const values = raw.headersDistinct[name];
  if (values === undefined) throw new Fault(name === 'content-digest' ? 'DIGEST_MISMATCH' : 'SIGNATURE_INVALID');
  return values.map((value) => value.trim()).join(', ');
}
