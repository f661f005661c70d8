import type { FastifyInstance } from 'fastify';

/** A public key, as RFC 7517 writes it. */
export type PublicKey = Readonly<Record<string, unknown>>;

export interface WellKnown {
  /** Ed25519, for the signature of a handshake; a client pins them. */
  readonly identityKeys: readonly PublicKey[];
  /** ES256, for admins' access tokens; a rotation changes them. */
  readonly adminKeys: () => readonly PublicKey[];
  /** What `/.well-known/openim-graphql` says besides the keys; known only once the port is. Null: not served. */
  readonly endpoints: () => Readonly<Record<string, string | null>>;
}

/** Minutes, not hours: a key that was taken back should be gone soon. */
const CACHED = 'public, max-age=300';
/** Less than passes between a new key's first showing and its first signature: whoever caches has it by then. */
const KEYS_CACHED = 'public, max-age=60';

export function serveWellKnown(app: FastifyInstance, { identityKeys, adminKeys, endpoints }: WellKnown): void {
  app.get('/.well-known/openim-graphql', async (_request, reply) => {
    reply.header('cache-control', CACHED);
    return { keys: identityKeys, ...endpoints() };
  });
  app.get('/.well-known/jwks.json', async (_request, reply) => {
    reply.header('cache-control', KEYS_CACHED).type('application/jwk-set+json');
    return JSON.stringify({ keys: adminKeys() });
  });
}
