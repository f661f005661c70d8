import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { get, moving, type Node, openStudio, photograph, type Studio, TAKES } from './rendition-kit.ts';

const SIZE = { width: 1200, height: 800 };
const BOX = { width: 320, height: 320 };

const sizeOf = async (bytes: Buffer) => {
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
};

describe('what a copy shows', () => {
  let studio: Studio;
  let node: Node;

  const address = (id: string, box: object = BOX, size = SIZE) =>
    node.renditions.urlFor({ id, version: 1, ...size }, { ...BOX, ...box });

  before(async () => {
    studio = await openStudio();
    node = await studio.node();
  });
  after(() => studio[Symbol.asyncDispose]());

  test('what is transparent stays so, and what moves moves, whoever asks', async () => {
    const glass = await sharp({ create: { width: 90, height: 60, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer();
    const seen = await studio.file(glass, { mime_type: 'image/png', width: 90, height: 60 });
    const plain = await get(address(seen), { accept: TAKES.anything });
    assert.equal(plain.headers['content-type'], 'image/png');
    assert.equal((await sharp(plain.bytes).metadata()).hasAlpha, true);

    const facts = { mime_type: 'image/gif', width: 120, height: 60, animated: true };
    const dance = await studio.file(await moving(5), facts);
    const few = (id: string) =>
      node.renditions.urlFor({ id, version: 1, width: 120, height: 60 }, { width: 48, height: 48 });
    const kinds = [
      [TAKES.avif, 'image/webp'],
      [TAKES.anything, 'image/gif'],
    ] as const;
    for (const [accept, type] of kinds) {
      const { headers, bytes } = await get(few(dance), { accept });
      assert.equal(headers['content-type'], type);
      const { pages, width } = await sharp(bytes).metadata();
      assert.deepEqual({ pages, width }, { pages: 5, width: 48 });
    }
    const long = await studio.file(await moving(301), facts);
    assert.equal((await sharp((await get(few(long), { accept: TAKES.webp })).bytes).metadata()).pages, undefined);
  });

  test('nothing of what a camera wrote is in any copy', async () => {
    const photo = await photograph();
    const id = await studio.file(photo);
    assert.ok(photo.includes('CameraMaker'));
    for (const accept of Object.values(TAKES))
      for (const blurred of [false, true]) {
        const { bytes } = await get(address(id, { blurred }), { accept });
        const { exif, xmp, icc, orientation, width } = await sharp(bytes).metadata();
        assert.deepEqual(
          { exif, xmp, icc, orientation, width },
          { exif: undefined, xmp: undefined, icc: undefined, orientation: undefined, width: 320 },
        );
        for (const trace of ['Exif', 'CameraMaker', 'GPS']) assert.equal(bytes.includes(trace), false, trace);
      }
  });

  test('colours of a wider space than screens have look the same', async () => {
    const [width, height, background] = [64, 64, { r: 200, g: 100, b: 50 }];
    const wide = await sharp({ create: { width, height, channels: 3, background } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const id = await studio.file(wide, { mime_type: 'image/png', width, height });
    for (const accept of Object.values(TAKES)) {
      const { bytes } = await get(address(id, BOX, { width, height }), { accept });
      const [red = 0, green = 0, blue = 0] = await sharp(bytes).raw().toBuffer();
      for (const [seen, meant] of [
        [red, background.r],
        [green, background.g],
        [blue, background.b],
      ] as const)
        assert.ok(Math.abs(seen - meant) <= 4, `${red} ${green} ${blue}`);
    }
  });

  test('of a blurred copy nothing can be made out, in the size that the picture has', async () => {
    const half = (background: string) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer();
    const [black, white] = await Promise.all([half('#000'), half('#fff')]);
    const tiles = Array.from({ length: 1200 }, (_, at) => ({
      input: (at + Math.floor(at / 40)) % 2 === 0 ? black : white,
      left: (at % 40) * 8,
      top: Math.floor(at / 40) * 8,
    }));
    const board = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } })
      .composite(tiles)
      .jpeg()
      .toBuffer();
    const id = await studio.file(board, { width: 320, height: 240 });
    const contrast = async (blurred: boolean) => {
      const url = node.renditions.urlFor({ id, version: 1, width: 320, height: 240 }, { ...BOX, blurred });
      const { bytes } = await get(url);
      assert.deepEqual(await sizeOf(bytes), { width: 320, height: 240 });
      return (await sharp(bytes).greyscale().stats()).channels[0]?.stdev ?? 0;
    };
    assert.ok((await contrast(false)) > 100);
    assert.ok((await contrast(true)) < 10);
  });
});
