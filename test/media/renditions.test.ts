import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { OriginalFault } from '../../subgraphs/media/originals/original-fault.ts';
import { countStatements } from '../world/meter.ts';
import { get, type Node, openStudio, photograph, type Studio, TAKES, vast } from './rendition-kit.ts';

const SIZE = { width: 1200, height: 800 };
const BOX = { width: 320, height: 320 };

const sizeOf = async (bytes: Buffer) => {
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
};

describe('copies of pictures, over HTTP', () => {
  let studio: Studio;
  let node: Node;
  let photo: Buffer;

  const address = (id: string, box: object = BOX, version = 1) =>
    node.renditions.urlFor({ id, version, ...SIZE }, { ...BOX, ...box });

  before(async () => {
    studio = await openStudio();
    node = await studio.node({ corsOrigins: ['https://app.example'] });
    photo = await photograph();
  });
  after(() => studio[Symbol.asyncDispose]());

  test('a copy is no wider or higher than asked, as near to it as a step allows, and never larger than the picture', async () => {
    const id = await studio.file(photo);
    const asked = [
      [
        { width: 320, height: null },
        { width: 320, height: 213 },
      ],
      [
        { width: 319, height: null },
        { width: 240, height: 160 },
      ],
      [
        { width: 320, height: 100 },
        { width: 144, height: 96 },
      ],
      [
        { width: 1200, height: 800 },
        { width: 1200, height: 800 },
      ],
      [
        { width: 4096, height: 4096 },
        { width: 1200, height: 800 },
      ],
      [
        { width: 1, height: 1 },
        { width: 1, height: 1 },
      ],
    ] as const;
    for (const [box, size] of asked)
      assert.deepEqual(await sizeOf((await get(address(id, box))).bytes), size, JSON.stringify(box));
  });

  test('boxes of one step have one address, and another version of the file has another', async () => {
    const id = await studio.file(photo);
    assert.equal(address(id, { width: 320, height: null }), address(id, { width: 399, height: 3000 }));
    assert.notEqual(address(id), address(id, {}, 2));
  });

  test('each asker gets the smallest kind of file that it names, and is told that others may get another', async () => {
    const id = await studio.file(photo);
    const asked = [
      [TAKES.avif, 'image/avif'],
      [TAKES.webp, 'image/webp'],
      [TAKES.anything, 'image/jpeg'],
      ['image/avif;q=0, image/webp;q=0.1', 'image/webp'],
      ['image/webp;q=0.0', 'image/jpeg'],
      ['nonsense;;,', 'image/jpeg'],
    ] as const;
    for (const [accept, type] of asked) {
      const { headers, bytes } = await get(address(id), { accept });
      assert.equal(headers['content-type'], type, accept);
      assert.equal(headers.vary, 'Origin, Accept');
      assert.equal((await sharp(bytes).metadata()).mediaType, type);
    }
    const large = await get(address(id, { width: 4096, height: null }), { accept: TAKES.avif });
    assert.equal(large.headers['content-type'], 'image/avif');
  });

  test('a copy is kept for a year by whoever likes, shown by pages anywhere, and runs nothing', async () => {
    const id = await studio.file(photo);
    const { status, headers, bytes } = await get(address(id), { origin: 'https://app.example' });
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "default-src 'none'");
    assert.equal(headers['content-disposition'], 'inline');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['access-control-allow-origin'], 'https://app.example');
    const head = await get(address(id), {}, 'HEAD');
    assert.deepEqual([head.status, head.bytes.length, head.headers.etag], [200, 0, headers.etag]);
    assert.equal(head.headers['content-length'], String(bytes.length));
  });

  test('who has it already is told so, without anything being made', async () => {
    const id = await studio.file(photo);
    const { etag = '' } = (await get(address(id))).headers;
    const before = studio.reads.length;
    for (const tag of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const { status, bytes, headers } = await get(address(id), { 'if-none-match': tag });
      assert.deepEqual([status, bytes.length, headers.etag], [304, 0, etag], tag);
      assert.match(headers['cache-control'] ?? '', /immutable/);
    }
    // The same picture, in another kind of file.
    assert.equal((await get(address(id), { 'if-none-match': etag, accept: TAKES.webp })).status, 200);
    assert.equal(studio.reads.length, before + 1);
  });

  test('what we have not signed is not there, and costs neither a look into the database nor a reading', async () => {
    const id = await studio.file(photo);
    const other = await studio.file(photo);
    const path = new URL(address(id)).pathname;
    const [, , , version, rung = '', mark = ''] = path.split('/');
    const at = (...parts: (string | undefined)[]) => `${node.url}/media/${parts.join('/')}`;
    const last = mark.at(-1) === 'A' ? 'B' : 'A';
    const forged = [
      at(other, version, rung, mark),
      at(id, '2', rung, mark),
      at(id, `0${version}`, rung, mark),
      at(id, version, 'w2560', mark),
      at(id, version, `${rung}-blurred`, mark),
      at(id, version, rung, `${mark.slice(0, -1)}${last}`),
      at(id, version, rung, `${mark}=`),
      at(id, version, rung, mark.slice(0, -1)),
      at(id, version, rung, 'x'.repeat(90)),
      at(`${id}.${version}`, rung, 'x', mark),
      at('%00', version, rung, mark),
    ];
    const before = studio.reads.length;
    const statements = countStatements();
    for (const url of forged) {
      const { status, headers } = await get(url);
      assert.deepEqual([status, headers['cache-control']], [404, 'no-store'], url);
    }
    statements.stop();
    assert.equal(statements.count, 0);
    assert.equal(studio.reads.length, before);
    assert.equal((await get(at(id, version, rung, mark))).status, 200);
  });

  test('only what is read and not blocked has copies, and what is blocked has none from that moment on', async () => {
    const id = await studio.file(photo);
    assert.equal((await get(address(id))).status, 200);
    const before = studio.reads.length;
    for (const state of ['PENDING', 'FAILED', 'BLOCKED']) {
      await studio.db.table('media.files').where({ id }).update({ state, version: 2 });
      for (const headers of [{}, { 'if-none-match': '*' }])
        assert.equal((await get(address(id), headers)).status, 404, state);
    }
    assert.equal(studio.reads.length, before);
    assert.equal((await get(address(id, { blurred: true }))).status, 200);
    await studio.db.table('media.files').where({ id }).update({ state: 'READY', version: 3 });
    assert.equal((await get(address(id))).status, 200);
    assert.equal((await get(address('f'.repeat(27)))).status, 404);
    const sound = await studio.file(photo, { mime_type: 'audio/ogg', width: null, height: null });
    assert.equal((await get(address(sound))).status, 404);
  });

  test('an original that is gone, or no picture, is not looked for again at once', async () => {
    const gone = await studio.file(new OriginalFault('NOT_FOUND'));
    const junk = await studio.file(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    const bomb = await studio.file(vast(60_000), { mime_type: 'image/png', width: 60_000, height: 60_000 });
    const cut = await studio.file(photo.subarray(0, photo.length / 2));
    const away = await studio.file(new OriginalFault('UNREACHABLE'));
    for (const [id, status, kept] of [
      [gone, 404, 'public, max-age=300'],
      [junk, 404, 'public, max-age=300'],
      [bomb, 404, 'public, max-age=300'],
      [cut, 404, 'public, max-age=300'],
      [away, 503, 'public, max-age=15'],
    ] as const) {
      const before = studio.reads.length;
      for (const width of [320, 320, 640]) {
        const { status: seen, headers, bytes } = await get(address(id, { width }));
        assert.deepEqual([seen, headers['cache-control']], [status, kept]);
        assert.equal(headers['retry-after'], status === 503 ? '15' : undefined);
        const [error] = JSON.parse(bytes.toString()).errors;
        assert.equal(error.extensions.reason, status === 503 ? 'PICTURE_LATER' : 'PICTURE_UNKNOWN');
      }
      assert.equal(studio.reads.length, before + 1);
    }
  });

  test('who leaves takes nothing away from who waits, and what was begun is finished', async () => {
    const slow = Promise.withResolvers<Buffer>();
    const begun = Promise.withResolvers<void>();
    const id = await studio.file(() => {
      begun.resolve();
      return slow.promise;
    });
    const before = studio.reads.length;
    const leaving = new AbortController();
    const left = fetch(address(id), { signal: leaving.signal });
    await begun.promise;
    const stays = get(address(id));
    leaving.abort();
    await assert.rejects(left, /abort/);
    slow.resolve(photo);
    assert.equal((await stays).status, 200);
    assert.equal(studio.reads.length, before + 1);
  });

  test('where too many pictures are to be made at once, the next is told to come later, and comes', async () => {
    const slow = Promise.withResolvers<Buffer>();
    const ids = [];
    for (let nth = 0; nth < 201; nth += 1) ids.push(await studio.file(() => slow.promise));
    const before = studio.reads.length;
    const answers = ids.map((id) => get(address(id)));
    // The first answer is the refusal: all others wait for their originals.
    const { status, headers } = await Promise.race(answers);
    assert.deepEqual([status, headers['retry-after']], [503, '2']);
    assert.equal(studio.reads.length, before + 4);
    slow.resolve(await sharp(photo).resize(16).jpeg().toBuffer());
    const statuses = (await Promise.all(answers)).map((answer) => answer.status);
    assert.equal(statuses.filter((each) => each === 200).length, 200);
    const last = ids[statuses.indexOf(503)] ?? '';
    assert.equal((await get(address(last))).status, 200);
  });
});
