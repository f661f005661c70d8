import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { createGuardedGet } from '../../subgraphs/kit/guarded-get.ts';
import type { OriginalFault } from '../../subgraphs/media/originals/original-fault.ts';
import { createOriginals } from '../../subgraphs/media/originals/originals.ts';
import { close, listen, log } from '../openim-rest/double.ts';
import { type World as OpenIMWorld, openWorld as openOpenIM } from '../openim-rest/world.ts';

const FILE = Buffer.from('the bytes of a file');

describe('the bytes of a file from where it lies', () => {
  const undo = new AsyncDisposableStack();
  let openim: OpenIMWorld;
  let site: string;
  let server: Server;

  const originals = ({ allowPrivate = true } = {}) => {
    const web = createGuardedGet({ allowPrivate });
    undo.defer(() => web.close());
    return createOriginals({
      ...{ objects: openim.node().objects, web, log },
      apiURLs: () => ['https://chat.example/openim', 'http://openim-server:10002/'],
      filesURL: () => 'https://chat.example/stickers',
      files: { read: async (name) => (name === 'wink.png' ? { mimeType: 'image/png', bytes: FILE } : null) },
    });
  };
  const read = (
    url: string,
    { most = 1_000, ms = 10_000, ...options }: { most?: number; ms?: number; allowPrivate?: boolean } = {},
  ) => originals(options).read(url, { most, signal: AbortSignal.timeout(ms) });
  const reason = (...asked: Parameters<typeof read>) =>
    read(...asked).then(
      () => null,
      (fault: OriginalFault) => fault.reason,
    );

  before(async () => {
    openim = undo.use(await openOpenIM());
    server = createServer(({ url }, response) => {
      if (url === '/moved') response.writeHead(302, { location: '/file' }).end();
      else if (url === '/round') response.writeHead(302, { location: '/round' }).end();
      else if (url === '/file') response.writeHead(200, { 'content-type': 'image/png; x=1' }).end(FILE);
      else if (url === '/broken') response.writeHead(500).end();
      else if (url === '/mute') response.writeHead(200, { 'content-length': '9' }).flushHeaders();
      else response.writeHead(404).end();
    });
    site = await listen(server);
    undo.defer(async () => {
      server.closeAllConnections();
      await close(server);
    });
  });
  after(() => undo.disposeAsync());

  test('anywhere: redirects are followed, and what is not to be had says why', async () => {
    assert.deepEqual(await read(`${site}/moved`), { bytes: FILE, contentType: 'image/png' });
    assert.equal(await reason(`${site}/nowhere`), 'NOT_FOUND');
    assert.equal(await reason(`${site}/broken`), 'UNREACHABLE');
    assert.equal(await reason(`${site}/round`), 'REFUSED');
    assert.equal(await reason(`${site}/file`, { most: FILE.length - 1 }), 'TOO_LARGE');
    assert.equal((await read(`${site}/file`, { most: FILE.length })).bytes.length, FILE.length);
    assert.equal(await reason(`${site}/mute`, { ms: 200 }), 'TIMED_OUT');
    assert.equal(await reason(`${site}/file`, { allowPrivate: false }), 'REFUSED');
    assert.equal(await reason('file:///etc/passwd'), 'REFUSED');
  });

  test('our own pictures are read without a request', async () => {
    assert.deepEqual((await read('https://chat.example/stickers/wink.png?x=1')).bytes, FILE);
    assert.equal(await reason('https://chat.example/stickers/none.png'), 'NOT_FOUND');
    assert.equal(await reason('https://chat.example/stickers/%'), 'NOT_FOUND');
  });

  test("objects of OpenIM's are asked for by their names", async () => {
    assert.equal(await reason('https://chat.example/openim/object/bo/a%20b.png?type=image&width=1'), 'NOT_FOUND');
    assert.equal(await reason('http://openim-server:10002/object/bo/a%20b.png'), 'NOT_FOUND');
    assert.equal(openim.calls('/object/access_url'), 2);
    openim.break('/object/access_url', 502);
    assert.equal(await reason('https://chat.example/openim/object/bo/c.png'), 'UNREACHABLE');
    openim.break('/object/access_url', null);
  });
});
