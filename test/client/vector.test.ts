import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Handshake, isSignedBy, type KeyPair, openHandshake, toBase64URL } from '../../client/handshake.ts';
import { sign } from '../../client/signature.ts';
import type { IdentityKey } from '../../client/storage.ts';

const vector: Record<string, string> & { pc: string; ps: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'session-vector.json'), 'utf8'),
);
const { sessionID = '', userID = '', deviceID = '', binding = '', ps, serverSignature: signature = '' } = vector;
const ANSWER = { sessionID, userID, deviceID, binding, serverPublicKey: ps };
const POST = { method: 'POST', url: new URL('http://gateway.example/graphql') };

/** PKCS #8 of a raw private key: the only form besides JWK that WebCrypto takes it in. */
async function handshakeOf(privateHex: string | undefined): Promise<Handshake> {
  const pkcs8 = Buffer.from(`302e020100300506032b656e04220420${privateHex}`, 'hex');
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  const x = { kty: 'OKP', crv: 'X25519', x: vector.pc };
  const publicKey = await crypto.subtle.importKey('jwk', x, 'X25519', true, []);
  return openHandshake({ privateKey, publicKey });
}

/** The identity key's public half, by way of Node's own key import. */
async function identityKey(): Promise<IdentityKey> {
  const pkcs8 = Buffer.from(`302e020100300506032b657004220420${vector.identitySeed}`, 'hex');
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { kty, crv, x } = (await crypto.subtle.exportKey('jwk', key)) as { kty: string; crv: string; x: string };
  return { kty, crv, x };
}

describe('the vector of the session protocol', () => {
  test('gives its transcript, and its identity key signed it', async () => {
    const { transcript } = await (await handshakeOf(vector.clientPrivate)).agree(ANSWER);
    assert.equal(Buffer.from(transcript).toString('hex'), vector.T);
    assert.equal(await isSignedBy([await identityKey()], { transcript, signature }), true);
  });

  test('signs its request to the letter', async () => {
    const { key } = await (await handshakeOf(vector.clientPrivate)).agree(ANSWER);
    const proof = { key, sessionID, created: 1_700_000_000, nonce: 'A'.repeat(22) };
    assert.deepEqual(await sign({ ...POST, body: vector.body ?? '' }, proof), {
      'content-digest': vector.contentDigest,
      'signature-input': vector.signatureInput,
      signature: vector.signature,
    });
  });

  test('is refused under another identity key, another id or another signature', async () => {
    const handshake = await handshakeOf(vector.clientPrivate);
    const { transcript } = await handshake.agree(ANSWER);
    const stranger = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const strange = await crypto.subtle.exportKey('jwk', (stranger as KeyPair).publicKey);
    const { transcript: other } = await handshake.agree({ ...ANSWER, userID: 'u2' });
    const key = await identityKey();
    assert.equal(await isSignedBy([strange], { transcript, signature }), false);
    assert.equal(await isSignedBy([key], { transcript: other, signature }), false);
    assert.equal(await isSignedBy([key], { transcript, signature: toBase64URL(new Uint8Array(64).buffer) }), false);
    assert.equal(await isSignedBy([], { transcript, signature }), false);
  });
});

describe('a signed request', () => {
  test('covers its query when it has one, and no digest when it has no body', async () => {
    const { key } = await (await openHandshake()).agree(ANSWER);
    const url = new URL('http://gateway.example/graphql?query=%7Bme%7D');
    const headers = await sign({ method: 'GET', url }, { key, sessionID, created: 1, nonce: 'A'.repeat(22) });
    assert.match(headers['signature-input'] ?? '', /^sig1=\("@method" "@path" "@query"\);created=1;/);
    assert.equal('content-digest' in headers, false);
  });

  test('is signed with a key that nobody can read', async () => {
    const { key } = await (await openHandshake()).agree(ANSWER);
    await assert.rejects(crypto.subtle.exportKey('raw', key));
  });

  test('is not made when the server sends a key of small order', async () => {
    const handshake = await openHandshake();
    const zero = toBase64URL(new Uint8Array(32).buffer);
    await assert.rejects(handshake.agree({ ...ANSWER, serverPublicKey: zero }));
  });
});
