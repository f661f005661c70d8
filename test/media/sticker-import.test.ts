import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { openWorld, type World } from '../world/world.ts';
import { forged, movingPicture, picture, type StickerAdmin, stickerAdmin, zipOf } from './sticker-kit.ts';

describe('archives of stickers', () => {
  let world: World;
  let admin: StickerAdmin;
  before(async () => {
    world = await openWorld();
    admin = await stickerAdmin(world);
  });
  after(() => world[Symbol.asyncDispose]());

  const manifest = (...files: readonly string[]) => ({
    ...{ format: 1, title: 'Zoo', author: 'A keeper' },
    stickers: files.map((file) => ({
      file,
      name: file.split('.')[0],
      words: { en: { keywords: ['animal'] }, zh: { name: '动物', keywords: ['动物'] } },
    })),
  });

  test('an archive becomes a draft whose pictures are small, safe and known at once', async () => {
    const photo = await sharp(await picture('#804020', { side: 1200, format: 'jpeg' }))
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer();
    // Packed with its folder, as most programs do, and with what macOS adds.
    const archive = await zipOf({
      'zoo/manifest.json': manifest('lion.jpg', 'hare.gif'),
      'zoo/lion.jpg': photo,
      'zoo/hare.gif': await movingPicture(),
      '__MACOSX/zoo/._lion.jpg': Buffer.from('x'),
    });
    const { status, id, kind, stickers: count } = await admin.upload(archive);
    assert.deepEqual([status, kind, count], [201, 'PACK', 2]);
    const imported = `mutation ($id: ID!) { importStickerPack(uploadID: $id, reason: "ours") {
      id title author state stickers { name words { language name } image { url mimeType width height thumbnail(width: 64) } }
    } }`;
    const pack = await admin.change<{
      state: string;
      author: string;
      stickers: {
        name: string;
        words: object[];
        image: { url: string; mimeType: string; width: number; height: number; thumbnail: string };
      }[];
    }>(imported, { id });
    assert.deepEqual([pack.state, pack.author], ['DRAFT', 'A keeper']);
    assert.deepEqual(
      pack.stickers.map(({ name, image: { mimeType, width, height } }) => [name, mimeType, width, height]),
      [
        ['lion', 'image/webp', 512, 512],
        ['hare', 'image/webp', 32, 32],
      ],
    );
    assert.deepEqual(pack.stickers[0]?.words, [
      { language: 'en', name: null },
      { language: 'zh', name: '动物' },
    ]);
    const [lion, hare] = await Promise.all(
      pack.stickers.map(async ({ image }) => sharp(await (await fetch(image.url)).arrayBuffer()).metadata()),
    );
    assert.deepEqual([lion?.exif, hare?.pages], [undefined, 3]);
    for (const { image } of pack.stickers) assert.equal((await fetch(image.thumbnail)).status, 200);
    const { errors } = await admin.ask(imported, { id });
    assert.equal(errors[0]?.extensions?.field, 'uploadID', 'an upload is good once');
  });

  test('what cannot be taken is refused with everything that is wrong', async () => {
    const good = await picture('red');
    const gif = await movingPicture();
    const pack = await zipOf({ 'manifest.json': manifest('aa/a.png'), 'aa/a.png': good });
    const cases: readonly (readonly [string, Buffer, RegExp])[] = [
      ['no archive and no picture', Buffer.from('hello'), /is no PNG, JPEG, GIF or WebP picture/],
      ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /is no PNG, JPEG, GIF or WebP picture/],
      ['nothing', Buffer.alloc(0), /nothing in the body/],
      ['a cut archive', pack.subarray(0, pack.length - 30), /the archive cannot be read/],
      ['a path that leads out', forged(pack, 'aa/a.png', '../a.png'), /invalid relative path/],
      ['an absolute path', forged(pack, 'aa/a.png', '/a/a.png'), /absolute path/],
      ['no manifest', await zipOf({ 'a.png': good }), /manifest.json is missing/],
      ['a manifest that is no JSON', await zipOf({ 'manifest.json': Buffer.from('{') }), /is no JSON/],
      [
        'a manifest of something else',
        await zipOf({ 'manifest.json': { format: 2, title: '', stickers: [] } }),
        /format.*title.*stickers/,
      ],
      [
        'files and a manifest that do not agree',
        await zipOf({ 'manifest.json': manifest('a.png', 'b.png'), 'a.png': good, 'c.png': good }),
        /b\.png: is named in manifest\.json, and missing; c\.png: is not named/,
      ],
      [
        'two pictures that are none',
        await zipOf({
          'manifest.json': manifest('a.png', 'b.gif'),
          'a.png': Buffer.from('x'),
          'b.gif': gif.subarray(0, 40),
        }),
        /a\.png: is no PNG.*; b\.gif: cannot be read/,
      ],
      [
        'a bomb of bytes',
        await zipOf({ 'manifest.json': manifest('a.png'), 'a.png': Buffer.alloc(20_000_000) }),
        /a\.png: has 20000000 bytes/,
      ],
      ['a bomb of pixels', await picture('red', { side: 6_000 }), /has 6000×6000 pixels|cannot be read/],
      [
        'a lie about the length',
        lyingAbout(await zipOf({ 'manifest.json': manifest('a.png'), 'a.png': Buffer.alloc(300_000) })),
        /a\.png/,
      ],
      [
        'too many files',
        await zipOf(Object.fromEntries(Array.from({ length: 201 }, (_, nth) => [`${nth}.png`, good]))),
        /more than 200 files/,
      ],
    ];
    for (const [what, bytes, says] of cases) {
      const answer = await admin.upload(bytes);
      assert.equal(answer.status, 400, what);
      assert.match(answer.says, says, what);
    }
    assert.equal((await admin.upload(Buffer.alloc(33 * 1024 * 1024))).status, 413);
  });

  test('nobody but an admin with the scope is listened to', async () => {
    const ann = await world.signIn('ann@example.com');
    assert.ok(ann.id);
    const answer = await fetch(`${world.url}/stickers/uploads`, { method: 'POST', body: Buffer.from('x') });
    assert.equal(answer.status, 403);
    const bearer = { authorization: 'Bearer nonsense' };
    const forgedOne = await fetch(`${world.url}/stickers/uploads`, { method: 'POST', headers: bearer, body: 'x' });
    assert.equal(forgedOne.status, 401);
  });
});

/** Says of each file in the directory at the end that it is a hundredth as long. */
function lyingAbout(archive: Buffer): Buffer {
  const made = Buffer.from(archive);
  for (let at = made.indexOf('PK\x01\x02'); at >= 0; at = made.indexOf('PK\x01\x02', at + 1)) {
    const size = made.readUInt32LE(at + 24);
    if (size > 100_000) made.writeUInt32LE(Math.floor(size / 100), at + 24);
  }
  return made;
}
