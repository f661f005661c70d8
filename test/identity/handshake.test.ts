import assert from 'node:assert/strict';
import { createHash, createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseIdentityKey } from '../../subgraphs/identity/keys/identity-key.ts';
import { agree, sealAgreement } from '../../subgraphs/identity/sessions/handshake.ts';
import { sign } from '../gateway/signer.ts';
import { VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import { openWorld } from './world.ts';

const vector = JSON.parse(readFileSync(new URL('session-vector.json', import.meta.url), 'utf8'));
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** What PKCS #8 (RFC 8410) puts before the 32 bytes of an X25519 key. */
const X25519 = hex('302e020100300506032b656e04220420');

describe('the vector of SESSION.md', () => {
  const privateKey = createPrivateKey({
    key: Buffer.concat([X25519, hex(vector.serverPrivate)]),
    format: 'der',
    type: 'pkcs8',
  });
  const agreement = agree(vector.pc, { privateKey, publicKey: createPublicKey(privateKey) });
  const identityKey = parseIdentityKey(hex(vector.identitySeed).toString('base64url')).privateKey;
  const { sessionID, userID, deviceID, binding } = vector;
  const sealed = sealAgreement(agreement, { sessionID, userID, deviceID, binding }, identityKey);

  test('both ends come to the same secret, and the server shows its public half', () => {
    assert.equal(Buffer.from(agreement.secret).toString('hex'), vector.Z);
    assert.equal(Buffer.from(agreement.serverKey).toString('base64url'), vector.ps);
  });

  test('the session key is drawn from the secret and the transcript', () => {
    assert.equal(Buffer.from(sealed.key).toString('hex'), vector.K);
  });

  test('the identity key signs the transcript', () => {
    assert.equal(sealed.serverSignature, vector.serverSignature);
  });

  test('the session key signs the request', () => {
    const digest = createHash('sha256').update(vector.body).digest('base64');
    assert.equal(`sha-256=:${digest}:`, vector.contentDigest);
    const mac = createHmac('sha256', sealed.key).update(vector.base).digest('base64');
    assert.equal(`sig1=:${mac}:`, vector.signature);
    const nonce = 'AAAAAAAAAAAAAAAAAAAAAA';
    const headers = sign({ key: hex(vector.K), keyid: 's1', body: vector.body, created: 1_700_000_000, nonce });
    assert.equal(headers['signature-input'], vector.signatureInput);
    assert.equal(headers.signature, vector.signature);
  });
});

const p = halfKey().publicKey;
const bytes = (...given: number[]): string => Buffer.from(given).toString('base64url');
/** Points of small order (RFC 7748 §6.1): whatever the other half is, the secret is zero. */
const SMALL_ORDER = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
];
/** The last of 43 characters carries two bits that mean nothing, and have to be zero. */
const looseEnd = p.slice(0, -1) + String.fromCharCode(p.charCodeAt(42) + 1);

const BAD_KEYS: Readonly<Record<string, string>> = {
  'of 31 bytes': bytes(...Array.from({ length: 31 }, () => 7)),
  'of 33 bytes': bytes(...Array.from({ length: 33 }, () => 7)),
  'that is empty': '',
  'with padding': `${p}=`,
  'in standard base64': '+'.repeat(42) + p.slice(-1),
  'with a line break': `${p}\n`,
  'with loose bits at its end': looseEnd,
  ...Object.fromEntries(
    SMALL_ORDER.map((point, nth) => [`of small order (${nth + 1})`, hex(point).toString('base64url')]),
  ),
};

test('a public key that is none is KEY_INVALID, and spends no try', async () => {
  await using world = await openWorld();
  const node = await world.node();
  const challengeID = (await node.request('ann@example.com')).data.requestOTP.id;
  const device = { name: 'Test', platform: 'WEB' };
  for (const [name, publicKey] of Object.entries(BAD_KEYS)) {
    const input = { challengeID, code: '000000', device: { ...device, publicKey } };
    const { reason, status, extensions } = await node.ask({ query: VERIFY, variables: { input } });
    assert.deepEqual([status, reason, extensions.code], [200, 'KEY_INVALID', 'BAD_USER_INPUT'], `a key ${name}`);
  }
  const [challenge] = await world.db('identity.challenges').where({ id: challengeID });
  assert.equal(challenge.tries_left, 5);
});

test('a renewal refuses such a key as well, and the session goes on', async () => {
  await using world = await openWorld();
  const node = await world.node();
  const ann = await node.signIn('ann@example.com');
  const query = 'mutation ($publicKey: String!) { renewSession(publicKey: $publicKey) { userID } }';
  const told = await node.ask({ query, variables: { publicKey: bytes(...Buffer.alloc(32)) }, as: ann });
  assert.equal(told.reason, 'KEY_INVALID');
  assert.equal(await node.who(ann), 'ok');
});

test('the identity key vouches for a sign-in and for each renewal', async () => {
  await using world = await openWorld();
  const node = await world.node();
  const ann = await node.signIn('ann@example.com');
  const renewed = (await node.renew(ann)).login();
  assert.deepEqual([ann.vouched, renewed.vouched], [true, true]);
  assert.notEqual(renewed.keyid, ann.keyid);
  assert.equal(renewed.deviceID, ann.deviceID);
});
