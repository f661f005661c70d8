import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createOpenIMShelf } from '../../subgraphs/media/renditions/openim-shelf.ts';
import { log } from '../openim-rest/double.ts';
import { type World as OpenIMWorld, openWorld as openOpenIM } from '../openim-rest/world.ts';
import {
  get,
  KEK,
  NEWER_KEK,
  type Node,
  openStudio,
  photograph,
  type Studio,
  signerOf,
  TAKES,
} from './rendition-kit.ts';

describe("copies in OpenIM's object store", () => {
  const undo = new AsyncDisposableStack();
  let studio: Studio;
  let openim: OpenIMWorld;
  let photo: Buffer;

  const node = (keys = KEK): Promise<Node> => {
    const { objects } = openim.node();
    return studio.node({ keys, shelf: createOpenIMShelf({ objects, signer: signerOf(keys), log }) });
  };
  const at = ({ renditions }: Node, id: string) =>
    renditions.urlFor({ id, version: 1, width: 1200, height: 800 }, { width: 320, height: null });
  const reads = (id: string) => studio.reads.filter((url) => url.includes(id)).length;

  before(async () => {
    studio = undo.use(await openStudio());
    openim = undo.use(await openOpenIM());
    photo = await photograph();
  });
  after(() => undo.disposeAsync());

  test('twenty who ask two nodes at once for one picture read its original once, and a third node finds the copy', async () => {
    const [here, there] = await Promise.all([node(), node()]);
    const id = await studio.file(photo);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => get(at(nth % 2 === 0 ? here : there, id), { accept: TAKES.webp })),
    );
    const late = await get(at(await node(), id), { accept: TAKES.webp });
    for (const { status, headers, bytes } of [...answers, late]) {
      assert.deepEqual([status, headers['content-type']], [200, 'image/webp']);
      assert.ok(bytes.equals(late.bytes));
    }
    assert.equal(reads(id), 1);
  });

  test('copies that come out the same are stored once, and each is found', async () => {
    const [one, two] = await Promise.all([studio.file(photo), studio.file(photo)]);
    const maker = await node();
    const before = openim.calls('/object/complete_multipart_upload');
    for (const id of [one, two]) await get(at(maker, id), { accept: TAKES.avif });
    assert.ok(openim.calls('/object/complete_multipart_upload') - before <= 1);
    const finder = await node();
    for (const id of [one, two]) assert.equal((await get(at(finder, id), { accept: TAKES.avif })).status, 200);
    assert.deepEqual([reads(one), reads(two)], [1, 1]);
  });

  test('while the store takes nothing and gives nothing, pictures are made and shown', async () => {
    const id = await studio.file(photo);
    const routes = ['/object/access_url', '/object/initiate_multipart_upload'];
    for (const route of routes) openim.break(route, 502);
    const maker = await node();
    assert.equal((await get(at(maker, id))).status, 200);
    assert.ok(maker.log.some((line) => line.includes('could not be kept')));
    for (const route of routes) openim.break(route, null);
    assert.equal((await get(at(await node(), id))).status, 200);
    assert.equal(reads(id), 2);
  });

  test('an address outlives the change of the key that signed it, for as long as that key is listed', async () => {
    const id = await studio.file(photo);
    const old = new URL(at(await node(), id)).pathname;
    const rotated = await node(`${NEWER_KEK},${KEK}`);
    assert.notEqual(new URL(at(rotated, id)).pathname, old);
    assert.equal((await get(`${rotated.url}${old}`)).status, 200);
    assert.equal((await get(at(rotated, id))).status, 200);
    const forgot = await node(NEWER_KEK);
    assert.equal((await get(`${forgot.url}${old}`)).status, 404);
    assert.equal(new URL(at(forgot, id)).pathname, new URL(at(rotated, id)).pathname);
  });
});
