import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createGuardedGet, type Wanted } from '../../subgraphs/kit/guarded-get.ts';
import { isPublicHost } from '../../subgraphs/kit/public-address.ts';
import { openNameServer } from './name-server.ts';

const KIB = 1024;
const HTML: Wanted = {
  accept: 'text/html',
  most: (type) => (type === 'text/html' ? 64 * KIB : null),
  timeout: 20_000,
};
const codeOf = (error: { code?: string; name?: string }): string | undefined => error.code ?? error.name;

/** Hosts as an address may have them; each of them leads to where nobody outside may send us. */
const PRIVATE = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
  ],
  ...[
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...[
    '192.168.0.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '169.254.170.2',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
  ],
  ...['192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '192.88.99.1', '224.0.0.1', '239.1.1.1'],
  ...['240.0.0.1', '255.255.255.255', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::127.0.0.1]', '[::7f00:1]', '[::a00:1]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]'],
  ...[
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[2001::1]',
    '[2001:0:53aa:64c:0:1234:80ff:fffe]',
    '[fc00::1]',
    '[fd00:ec2::254]',
  ],
  ...[
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[4000::1]',
    '[1::1]',
  ],
  ...['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', 'localhost.localdomain', 'metadata.google.internal'],
  ...['metadata.google.internal.', 'redis', 'printer.local', 'nas.lan', 'router.home.arpa', 'wiki.intranet', 'x.onion'],
];
const PUBLIC = ['8.8.8.8', '1.1.1.1', '[2606:4700:4700::1111]', 'example.org', 'example.org.', 'localhost.example.org'];

test('an address of our own network is one, however it is written', async () => {
  for (const host of PRIVATE) assert.equal(isPublicHost(new URL(`http://${host}/`).hostname), false, host);
  for (const host of PUBLIC) assert.equal(isPublicHost(new URL(`http://${host}/`).hostname), true, host);
  const guarded = createGuardedGet({ allowPrivate: false });
  for (const host of PRIVATE)
    assert.equal(await guarded.get(`http://${host}/`, HTML).catch(codeOf), 'ADDRESS_REFUSED', host);
  const odd = [
    'http://[fe80::1%25eth0]/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:1',
  ];
  const more = [
    'https://a:b@example.org/',
    'https://a@example.org/',
    'http://example.org:22/',
    'https://example.org:8443/',
  ];
  for (const address of [...odd, ...more, 'http://', '//example.org', 'gopher://x', 'http://1.2.3.4.5/', 'nothing'])
    assert.equal(await guarded.get(address, HTML).catch(codeOf), 'ADDRESS_REFUSED', address);
  await guarded.close();
});

test('a name that leads to our own network is refused where the connection is made, one public address beside it or not', async () => {
  const answers: Readonly<Record<string, readonly string[]>> = {
    'inside.example': ['127.0.0.1'],
    'metadata.example': ['169.254.169.254'],
    'mixed.example': ['93.184.215.14', '10.0.0.1'],
  };
  using names = await openNameServer((name) => answers[name] ?? []);
  const guarded = createGuardedGet({ allowPrivate: false });
  for (const name of ['inside.example', 'metadata.example', 'mixed.example', 'inside.example.'])
    assert.equal(await guarded.get(`http://${name}/`, HTML).catch(codeOf), 'PRIVATE_ADDRESS', name);
  assert.equal(await guarded.get('http://nowhere.example/', HTML).catch(codeOf), 'ENODATA');
  assert.ok(names.asked.length >= 5);
  await guarded.close();
});

/** A server of somebody who means us harm, and a guard that may go to it. */
async function hostile(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const guarded = createGuardedGet({ allowPrivate: true });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get: guarded.get,
    [Symbol.asyncDispose]: async () => {
      await guarded.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

test('redirects are followed five times, each looked at, with nothing that a server gave us before', async () => {
  const seen: (string | undefined)[] = [];
  await using trap = await hostile(({ url = '', headers }, response) => {
    seen.push(headers.cookie, headers.referer, headers.authorization);
    const [, to = '', left = '0'] = url.split('/');
    const location = to === 'away' ? 'file:///etc/passwd' : `/${to}/${Number(left) - 1}#part`;
    const html = { 'content-type': 'text/html', 'set-cookie': 'who=we' };
    if (left === '0') response.writeHead(200, html).end('here');
    else response.writeHead(302, { ...html, location }).end('elsewhere');
  });
  const got = await trap.get(`${trap.url}/hop/5`, HTML);
  assert.deepEqual([String(got.bytes), got.url.href], ['here', `${trap.url}/hop/0`]);
  assert.equal(await trap.get(`${trap.url}/hop/6`, HTML).catch(codeOf), 'TOO_MANY_REDIRECTS');
  assert.equal(await trap.get(`${trap.url}/away/1`, HTML).catch(codeOf), 'ADDRESS_REFUSED');
  assert.deepEqual(new Set(seen), new Set([undefined]));
  const hops: string[] = [];
  await trap.get(`${trap.url}/hop/2`, { ...HTML, visit: ({ pathname }) => void hops.push(pathname) });
  assert.deepEqual(hops, ['/hop/2', '/hop/1', '/hop/0']);
});

test('a page that never ends, or comes a byte at a time, is broken off; so is an answer that never begins', async () => {
  const ended: Promise<unknown>[] = [];
  await using trap = await hostile(({ url }, response) => {
    ended.push(once(response, 'close'));
    if (url === '/silent') return;
    response.writeHead(200, { 'content-type': 'text/html' });
    if (url === '/drip') response.write('<');
    else pour(response);
  });
  const { bytes, cut } = await trap.get(`${trap.url}/endless`, HTML);
  assert.deepEqual([bytes.length, cut], [64 * KIB, true]);
  for (const path of ['drip', 'silent'])
    assert.equal(
      await trap.get(`${trap.url}/${path}`, { ...HTML, timeout: 300 }).catch(({ name }) => name),
      'TimeoutError',
    );
  await Promise.all(ended);
});

function pour(response: ServerResponse): void {
  const write = (): void => {
    while (response.write('x'.repeat(64 * KIB)));
  };
  response.on('drain', write);
  write();
}

test('what is packed into little is unpacked no further than what is read', async () => {
  const zeros = Buffer.alloc(256 * KIB * KIB);
  const packed: Record<string, Buffer> = {
    gzip: gzipSync(zeros),
    br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  };
  await using trap = await hostile(({ url = '' }, response) => {
    const coding = url.slice(1);
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding });
    response.end(packed[coding] ?? 'not packed at all');
  });
  const before = process.memoryUsage().rss;
  for (const coding of ['gzip', 'br']) {
    const { bytes, cut } = await trap.get(`${trap.url}/${coding}`, HTML);
    assert.deepEqual([bytes.length, cut], [64 * KIB, true], coding);
  }
  assert.ok(process.memoryUsage().rss - before < 64 * KIB * KIB);
  for (const coding of ['deflate', 'zstd', 'gzip,%20gzip'])
    assert.equal(await trap.get(`${trap.url}/${coding}`, HTML).catch(codeOf), 'ENCODING_REFUSED', coding);
});

test('what is no page is not read', async () => {
  await using trap = await hostile((_, response) => {
    response.writeHead(200, { 'content-type': 'application/zip' });
    response.write('PK');
  });
  assert.equal(await trap.get(trap.url, HTML).catch(codeOf), 'TYPE_REFUSED');
});
