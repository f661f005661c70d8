import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { openChat } from './chat.ts';
import { digestOf, type Signing, sign } from './signer.ts';
import { ALICE, type Answer, openWorld } from './world.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const ME = '{"query":"{me{id}}"}';

const seconds = (): number => Math.floor(Date.now() / 1000);
const told = ({ status, json }: Answer): [number, string, string] => {
  const { code, reason } = json.errors[0].extensions;
  return [status, code, reason];
};
const refused = (reason: string): [number, string, string] => [401, 'UNAUTHENTICATED', reason];

describe('sessions and clocks', () => {
  for (const reason of ['SESSION_EXPIRED', 'SESSION_REVOKED', 'SESSION_RENEWED'] as const)
    test(reason, async () => {
      await using world = await openWorld({ ...openChat(), find: async () => reason });
      assert.deepEqual(told(await world.askSigned('{me{id}}')), refused(reason));
    });

  for (const keyid of ['nobody', 'no session id', 'x'.repeat(65)])
    test(`SESSION_UNKNOWN for ${keyid}`, async () => {
      await using world = await openWorld(openChat());
      assert.deepEqual(told(await world.askSigned('{me{id}}', { keyid })), refused('SESSION_UNKNOWN'));
    });

  for (const created of [seconds() - 75, seconds() + 75, 0, -5, 999_999_999_999_999])
    test(`CLOCK_SKEW for ${created}, with the time in the answer`, async () => {
      await using world = await openWorld(openChat());
      const answer = await world.askSigned('{me{id}}', { created });
      assert.deepEqual(told(answer), refused('CLOCK_SKEW'));
      assert.ok(Math.abs(Date.parse(String(answer.headers.date)) - Date.now()) < 5_000);
    });

  test('a store that does not answer is 503, never an unknown session', async () => {
    const find = async () => {
      throw new Fault('STORE_UNAVAILABLE');
    };
    await using world = await openWorld({ ...openChat(), find });
    assert.deepEqual(told(await world.askSigned('{me{id}}')), [503, 'UPSTREAM_UNAVAILABLE', 'STORE_UNAVAILABLE']);
  });
});

describe('digests', () => {
  const ask = async (headers: Record<string, string>, bent: Partial<Signing> = {}) => {
    await using world = await openWorld(openChat());
    return await world.send({
      headers: { ...JSON_TYPE, ...sign({ ...ALICE, body: ME, ...bent }), ...headers },
      body: ME,
    });
  };
  test('a body whose digest was not signed', async () => {
    assert.deepEqual(told(await ask({}, { components: ['@method', '@path'] })), refused('DIGEST_MISMATCH'));
  });
  test('a body without a digest', async () => {
    await using world = await openWorld(openChat());
    const { 'content-digest': _, ...headers } = sign({ ...ALICE, body: ME });
    assert.deepEqual(
      told(await world.send({ headers: { ...JSON_TYPE, ...headers }, body: ME })),
      refused('DIGEST_MISMATCH'),
    );
  });
  test('a digest of another algorithm alone', async () => {
    const fields = { 'content-digest': 'sha-512=:AAAA:' };
    assert.deepEqual(told(await ask(fields, { fields })), refused('DIGEST_MISMATCH'));
  });
  test('two digests, ours among them', async () => {
    const fields = { 'content-digest': `sha-512=:AAAA:, ${digestOf(ME)}` };
    assert.equal((await ask(fields, { fields })).status, 200);
  });
});

describe('the first failure answers', () => {
  const LATE = { created: seconds() - 600 };
  const WRONG_KEY = { key: Buffer.alloc(32, 9) };
  const LARGE = `{"query":"{me{id}}","x":"${'x'.repeat(1024 * 1024)}"}`;
  const order: [string, string, Partial<Signing>, body: string][] = [
    ['syntax before session', 'SIGNATURE_MALFORMED', { keyid: 'nobody', nonce: 'short' }, ME],
    ['session before clock', 'SESSION_UNKNOWN', { keyid: 'nobody', ...LATE }, ME],
    ['clock before HMAC', 'CLOCK_SKEW', { ...LATE, ...WRONG_KEY }, ME],
    ['HMAC before size', 'SIGNATURE_INVALID', WRONG_KEY, LARGE],
    ['size before digest', 'BODY_TOO_LARGE', { body: 'other' }, LARGE],
  ];
  for (const [what, reason, bent, body] of order)
    test(what, async () => {
      await using world = await openWorld(openChat());
      const headers = { ...JSON_TYPE, ...sign({ ...ALICE, body, ...bent }) };
      const answer = await world.send({ headers, body });
      assert.equal(answer.json.errors[0].extensions.reason, reason);
      assert.equal(answer.status, reason === 'BODY_TOO_LARGE' ? 413 : 401);
    });

  test('digest before nonce: a request that fails spends none', async () => {
    await using world = await openWorld(openChat());
    const headers = { ...JSON_TYPE, ...sign({ ...ALICE, body: ME }) };
    await world.send({ headers, body: '{}' });
    assert.deepEqual(world.spent, []);
    assert.equal((await world.send({ headers, body: ME })).status, 200);
  });

  test('a nonce is spent for what only reads, or for what may write', async () => {
    await using world = await openWorld(openChat());
    await world.askSigned('{ me { id } }');
    await world.askSigned('mutation { rename(profile: { nickname: "A" }) { id } }');
    assert.deepEqual(
      world.spent.map(({ mutation }) => mutation),
      [false, true],
    );
  });
});

describe('requests that are refused whatever their signature', () => {
  test('two credentials', async () => {
    await using world = await openWorld(openChat());
    const answer = await world.askSigned('{me{id}}', {}, { authorization: 'Bearer x' });
    assert.deepEqual(told(answer), [400, 'BAD_USER_INPUT', 'TWO_CREDENTIALS']);
  });
  test('an encoded body', async () => {
    await using world = await openWorld(openChat());
    const answer = await world.askSigned('{me{id}}', {}, { 'content-encoding': 'gzip' });
    assert.deepEqual(told(answer), [415, 'BAD_USER_INPUT', 'ENCODING_UNSUPPORTED']);
  });
  for (const path of [
    '//graphql',
    '/./graphql',
    '/x/../graphql',
    '/graphql/..',
    '/graphql%2F',
    '/graphql%2e',
    '/graphql\\',
    'http://a/graphql',
  ])
    test(`the target ${path}`, async () => {
      await using world = await openWorld(openChat());
      const answer = await world.send({
        path,
        headers: { ...JSON_TYPE, ...sign({ ...ALICE, path, body: ME }) },
        body: ME,
      });
      assert.deepEqual(told(answer), [400, 'BAD_USER_INPUT', 'TARGET_MALFORMED']);
    });
  for (const [token, reason] of [
    ['Bearer bad', 'TOKEN_INVALID'],
    ['Basic YTpi', 'TOKEN_INVALID'],
    ['Bearer old', 'TOKEN_EXPIRED'],
  ] as const)
    test(`${token}: ${reason}`, async () => {
      await using world = await openWorld({ ...openChat(), admins: { old: 'TOKEN_EXPIRED' } });
      assert.deepEqual(told(await world.ask('{hello}', {}, { authorization: token })), refused(reason));
    });
});
