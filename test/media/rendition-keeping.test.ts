import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { get, type Node, openStudio, photograph, type Studio, TAKES } from './rendition-kit.ts';

const SIZE = { width: 1200, height: 800 };

describe('where copies are kept', () => {
  let studio: Studio;
  let photo: Buffer;

  const at = ({ renditions }: Node, id: string, width = 320) =>
    renditions.urlFor({ id, version: 1, ...SIZE }, { width, height: null });

  before(async () => {
    studio = await openStudio();
    photo = await photograph();
  });
  after(() => studio[Symbol.asyncDispose]());

  test('twenty who ask two nodes at once for one picture read its original once', async () => {
    const [here, there] = await Promise.all([studio.node(), studio.node()]);
    const id = await studio.file(photo);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => get(at(nth % 2 === 0 ? here : there, id), { accept: TAKES.webp })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array.from({ length: 20 }, () => 200),
    );
    assert.equal(studio.reads.filter((url) => url.includes(id)).length, 1);
  });

  test('a node that starts finds what others have made', async () => {
    const id = await studio.file(photo);
    const made = await get(at(await studio.node(), id));
    const found = await get(at(await studio.node(), id));
    assert.deepEqual(found.bytes, made.bytes);
    assert.equal(studio.reads.filter((url) => url.includes(id)).length, 1);
  });

  test('what was cut where it is kept is made again', async () => {
    const id = await studio.file(photo);
    const made = await get(at(await studio.node(), id));
    const [name = ''] = (await studio.kept()).filter((each) => each.startsWith(id));
    await writeFile(`${studio.folder}/${name}`, '');
    assert.deepEqual((await get(at(await studio.node(), id))).bytes, made.bytes);
    assert.equal(studio.reads.filter((url) => url.includes(id)).length, 2);
  });

  test('the folder stays within its limit: what nobody has asked for the longest goes, also after a start', async () => {
    await using small = await openStudio();
    const ids = await Promise.all([photo, photo, photo].map((each) => small.file(each)));
    const [first = '', second = '', third = ''] = ids;
    const ask = async (asked: readonly string[], most = 1_000_000) => {
      const node = await small.node({ most });
      let length = 0;
      for (const id of asked) length = (await get(at(node, id))).bytes.length;
      return length;
    };
    const length = await ask([first, second]);
    // Another node starts with what is there; room is for two.
    await ask([first, third], Math.ceil(length * 2.5));
    const names = await small.kept();
    assert.deepEqual(
      ids.map((id) => names.some((name) => name.startsWith(id))),
      [true, false, true],
    );
    assert.equal(small.reads.length, 3);
    await ask([], length + 1);
    assert.equal((await small.kept()).length, 1);
  });

  test('a store that is away, and a disk that takes nothing, keep nobody from seeing pictures', async () => {
    await using poor = await openStudio();
    await writeFile(poor.folder, 'no folder');
    const node = await poor.node();
    poor.store.up = false;
    const id = await poor.file(photo);
    const { status } = await get(at(node, id));
    assert.equal(status, 200);
    assert.ok(node.log.some((line) => line.includes('could not be kept')));
    // From memory.
    assert.equal((await get(at(node, id))).status, 200);
    assert.equal(poor.reads.length, 1);
  });

  test('without the database nobody is shown what may be blocked by now', async () => {
    await using lost = await openStudio();
    const node = await lost.node();
    const id = await lost.file(photo);
    assert.equal((await get(at(node, id))).status, 200);
    await lost.db.schema.withSchema('media').renameTable('files', 'gone');
    const { status, headers } = await get(at(node, id));
    assert.deepEqual([status, headers['cache-control']], [503, 'public, max-age=5']);
  });
});
