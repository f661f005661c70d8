import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { describe, test } from 'node:test';
import { openChat } from './chat.ts';
import { type Signing, sign } from './signer.ts';
import { ALICE, type Answer, openWorld } from './world.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const ME = '{"query":"{me{id}}"}';
const VIEWER = { kind: 'user', id: 'u1', session: 's1', device: 'd1', platform: 1 } as const;

const seconds = (): number => Math.floor(Date.now() / 1000);
const told = ({ status, json }: Answer): [number, string, string] => {
  const { code, reason } = json.errors[0].extensions;
  return [status, code, reason];
};
const refused = (reason: string): [number, string, string] => [401, 'UNAUTHENTICATED', reason];

test('the vector of SESSION.md §5 verifies: nothing but its age is wrong with it', async () => {
  const key = createSecretKey('c90d9886a9e4c6890b27aff63bb71f4c31e7375524a7043e343d95ad13116a4e', 'hex');
  const headers = {
    ...JSON_TYPE,
    'content-digest': 'sha-256=:c6S9WRmCflEulBsR3X6SNv5PQX7hGPAqy5rGIjGs+ZE=:',
    'signature-input':
      'sig1=("@method" "@path" "content-digest");created=1700000000;nonce="AAAAAAAAAAAAAAAAAAAAAA";keyid="s1";alg="hmac-sha256";tag="openim-graphql"',
    signature: 'sig1=:9LcuPvC5ZWy0PBA0pMBLaH3HpMo1YpNcRxVwpXF//Ss=:',
  };
  const find = async () => ({ key, viewer: VIEWER });
  await using today = await openWorld({ ...openChat(), find });
  assert.deepEqual(told(await today.send({ headers, body: ME })), refused('CLOCK_SKEW'));
  await using then = await openWorld({ ...openChat(), find, now: () => 1_700_000_000_000 });
  assert.deepEqual((await then.send({ headers, body: ME })).json, { data: { me: { id: 'u1' } } });
});

test('a signed request acts as the user of its session, and is not to be kept by anybody', async () => {
  await using world = await openWorld(openChat());
  const answer = await world.askSigned('{ me { id } }');
  assert.deepEqual(answer.json, { data: { me: { id: 'alice' } } });
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('the same signed request a second time is REPLAYED', async () => {
  await using world = await openWorld(openChat());
  const headers = { ...JSON_TYPE, ...sign({ ...ALICE, body: ME }) };
  assert.equal((await world.send({ headers, body: ME })).status, 200);
  assert.deepEqual(told(await world.send({ headers, body: ME })), refused('REPLAYED'));
});

describe('what is altered after signing is refused', () => {
  const cases: Record<string, [reason: string, path: string, method: string, body: string | undefined]> = {
    body: ['DIGEST_MISMATCH', '/graphql', 'POST', '{"query":"{me{nickname}}"}'],
    query: ['SIGNATURE_MALFORMED', '/graphql?a=b', 'POST', ME],
    'the end of the body': ['DIGEST_MISMATCH', '/graphql', 'POST', `${ME} `],
    'the body, dropped': ['DIGEST_MISMATCH', '/graphql', 'POST', undefined],
  };
  for (const [what, [reason, path, method, body]] of Object.entries(cases))
    test(what, async () => {
      await using world = await openWorld(openChat());
      const headers = { ...JSON_TYPE, ...sign({ ...ALICE, body: ME }) };
      const sent = body === undefined ? { headers, path, method } : { headers, path, method, body };
      assert.deepEqual(told(await world.send(sent)), refused(reason));
      assert.deepEqual(world.spent, []);
    });

  test('the query of a target', async () => {
    await using world = await openWorld(openChat());
    const headers = sign({ ...ALICE, method: 'GET', query: 'query=%7Bme%7Bid%7D%7D' });
    const answer = await world.send({ method: 'GET', path: '/graphql?query=%7Bme%7Bnickname%7D%7D', headers });
    assert.deepEqual(told(answer), refused('SIGNATURE_INVALID'));
  });

  test('a header that was signed', async () => {
    await using world = await openWorld(openChat());
    const components = ['@method', '@path', 'content-digest', 'x-device'];
    const signed = sign({ ...ALICE, body: ME, components, fields: { 'x-device': 'phone' } });
    const at = (device: object) => world.send({ headers: { ...JSON_TYPE, ...signed, ...device }, body: ME });
    assert.deepEqual(told(await at({ 'x-device': 'tablet' })), refused('SIGNATURE_INVALID'));
    assert.deepEqual(told(await at({})), refused('SIGNATURE_INVALID'));
    assert.equal((await at({ 'x-device': 'phone' })).status, 200);
  });

  test('the key of another session', async () => {
    await using world = await openWorld(openChat());
    assert.deepEqual(
      told(await world.askSigned('{me{id}}', { key: Buffer.alloc(32, 9) })),
      refused('SIGNATURE_INVALID'),
    );
  });
});

describe('every fault of syntax is SIGNATURE_MALFORMED, and no session is looked up for it', () => {
  const cases: Record<string, Partial<Signing>> = {
    'no tag of ours': { tag: 'another' },
    'created as a decimal': { created: `${seconds()}.0` },
    'created as a text': { created: `"${seconds()}"` },
    'created twice': { more: `;created=${seconds()}` },
    'a short nonce': { nonce: 'A'.repeat(21) },
    'a long nonce': { nonce: 'A'.repeat(65) },
    'a nonce of other letters': { nonce: `${'A'.repeat(22)}+` },
    'another algorithm': { alg: 'hmac-sha512' },
    'a component twice': { components: ['@method', '@path', 'content-digest', '@path'] },
    'a component with a parameter': { components: ['@method', '@path', '"content-digest";sf'] },
    'a derived component of others': { components: ['@method', '@path', 'content-digest', '@target-uri'] },
    'a component in capitals': { components: ['@method', '@path', 'Content-Digest'] },
    'no @method': { components: ['@path', 'content-digest'] },
    'no @path': { components: ['@method', 'content-digest'] },
  };
  for (const [what, bent] of Object.entries(cases))
    test(what, async () => {
      await using world = await openWorld(openChat());
      assert.deepEqual(told(await world.askSigned('{me{id}}', bent)), refused('SIGNATURE_MALFORMED'));
      assert.deepEqual(world.lookups, []);
    });

  for (const [what, bent] of Object.entries({
    'one header alone': { signature: undefined },
    'the other header alone': { 'signature-input': undefined },
    'no dictionary': { 'signature-input': 'sig1=(' },
    'no bytes': { signature: 'sig1="abc"' },
    'another label': { signature: 'sig2=:AAAA:' },
    'an empty header': { 'signature-input': '' },
  }))
    test(what, async () => {
      await using world = await openWorld(openChat());
      const signed = { ...JSON_TYPE, ...sign({ ...ALICE, body: ME }), ...bent };
      const headers = Object.fromEntries(Object.entries(signed).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >;
      assert.deepEqual(told(await world.send({ headers, body: ME })), refused('SIGNATURE_MALFORMED'));
    });

  test('two signatures with our tag, or one label twice', async () => {
    await using world = await openWorld(openChat());
    for (const label of ['sig1', 'sig2']) {
      const [one, two] = [sign({ ...ALICE, body: ME }), sign({ ...ALICE, body: ME, label })];
      const both = (name: string): string => `${one[name]}, ${two[name]}`;
      const headers = {
        ...JSON_TYPE,
        ...one,
        'signature-input': both('signature-input'),
        signature: both('signature'),
      };
      assert.deepEqual(told(await world.send({ headers, body: ME })), refused('SIGNATURE_MALFORMED'));
    }
  });
});

describe('what SESSION.md allows is accepted', () => {
  const cases: Record<string, Partial<Signing>> = {
    'components in any order': { components: ['content-digest', '@path', '@method'] },
    'no alg': { alg: null },
    'an expires that has passed': { more: ';expires=1' },
    'parameters that nobody knows': { more: ';x-build="7, beta";y' },
    'a nonce of 22 letters': { nonce: '_-'.repeat(11) },
    'a clock half a minute behind': { created: seconds() - 30 },
    'a clock half a minute ahead': { created: seconds() + 30 },
    'a query signed where there is none': { components: ['@method', '@path', '@query', 'content-digest'] },
    'another label': { label: 'mine' },
  };
  for (const [what, bent] of Object.entries(cases))
    test(what, async () => {
      await using world = await openWorld(openChat());
      assert.deepEqual((await world.askSigned('{me{id}}', bent)).json, { data: { me: { id: 'alice' } } });
    });

  test('the authority, as the client named it', async () => {
    await using world = await openWorld(openChat());
    const components = ['@authority', '@method', '@path', 'content-digest'];
    const ask = (signedHost: string, host: string) =>
      world.askSigned('{me{id}}', { components, fields: { '@authority': signedHost } }, { host });
    assert.equal((await ask('chat.example', 'Chat.Example:80')).status, 200);
    assert.deepEqual(told(await ask('other.example', 'chat.example')), refused('SIGNATURE_INVALID'));
  });

  test('a header that comes in several lines', async () => {
    await using world = await openWorld(openChat());
    const components = ['@method', '@path', 'content-digest', 'x-hop'];
    const signed = sign({ ...ALICE, body: ME, components, fields: { 'x-hop': 'one, two' } });
    const answer = await world.send({ headers: { ...JSON_TYPE, ...signed, 'x-hop': ['one', ' two '] }, body: ME });
    assert.equal(answer.status, 200);
  });

  test('a signature of somebody else beside ours', async () => {
    await using world = await openWorld(openChat());
    const one = sign({ ...ALICE, body: ME });
    const headers = {
      ...JSON_TYPE,
      ...one,
      'signature-input': `proxy=("@status";req);created=1;tag="other", ${one['signature-input']}`,
      signature: `proxy=:AAAA:, ${one.signature}`,
    };
    assert.equal((await world.send({ headers, body: ME })).status, 200);
  });

  test('a GET with its query', async () => {
    await using world = await openWorld(openChat());
    const query = `query=${encodeURIComponent('{ me { id } }')}&variables=${encodeURIComponent('{"at":"https://a/../b"}')}`;
    const headers = sign({ ...ALICE, method: 'GET', query });
    const answer = await world.send({ method: 'GET', path: `/graphql?${query}`, headers });
    assert.deepEqual(answer.json, { data: { me: { id: 'alice' } } });
  });
});
