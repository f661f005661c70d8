import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createGuardedFetch } from '../../subgraphs/kit/guarded-fetch.ts';

const ONCE = { method: 'GET', timeout: 5_000, most: 10 } as const;
const codeOf = (error: { code?: string }): string | undefined => error.code;

/** As many ways to write addresses that are nobody else's to ask. */
const PRIVATE = [
  ...['127.0.0.1', '2130706433', '0x7f.1', '0.0.0.0', '10.1.2.3', '192.168.0.1', '169.254.169.254', '100.64.0.1'],
  ...['[::1]', '[::ffff:127.0.0.1]', '[fd00::1]', '[fe80::1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', 'localhost'],
];

test('what admins name leads to the public internet only, however it is written, and over TLS', async () => {
  const server = createServer((_request, response) => response.end('inside')).listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const guarded = createGuardedFetch({ allowPrivate: false });
  for (const host of PRIVATE) {
    assert.throws(() => guarded.check(`https://${host}/`, 'url'), /public internet/, host);
    assert.equal(await guarded.ask(`http://${host}:${port}/`, ONCE).catch(codeOf), 'PRIVATE_ADDRESS', host);
  }
  for (const address of ['http://example.org/', 'https://a:b@example.org/', 'file:///etc/passwd', 'https://'])
    assert.throws(() => guarded.check(address, 'url'), /public internet/, address);
  assert.doesNotThrow(() => guarded.check('https://example.org:8443/hook?of=ours', 'url'));
  await guarded.close();
  server.closeAllConnections();
  server.close();
});

test('on a developer’s machine it leads anywhere; redirects are not followed, and no more is read than was asked', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: '/' }).end();
    else response.end('a long answer');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const guarded = createGuardedFetch({ allowPrivate: true });
  guarded.check(url, 'url');
  const answer = await guarded.ask(`${url}/`, ONCE);
  assert.deepEqual([answer.status, String(answer.bytes), answer.cut], [200, 'a long ans', true]);
  assert.equal((await guarded.ask(`${url}/away`, ONCE)).status, 302);
  await guarded.close();
  server.closeAllConnections();
  server.close();
});
