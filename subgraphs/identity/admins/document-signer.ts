import { CompactSign } from 'jose';
import type { DocumentSigner } from '../../kit/shared-lists.ts';
import type { KeyRing } from './key-ring.ts';

/** Documents are no access tokens: their type says so, and whoever takes a token looks at it. */
export const createDocumentSigner = (keys: Pick<KeyRing, 'signing'>): DocumentSigner => ({
  kid: () => keys.signing().kid,
  async sign(payload, typ) {
    const { kid, privateKey, publicKey } = keys.signing();
    const header = { alg: 'ES256', typ, kid, jwk: publicKey.export({ format: 'jwk' }) };
    const jws = await new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(privateKey);
    return { jws, kid };
  },
});
