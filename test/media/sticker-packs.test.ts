import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { picture, type StickerAdmin, stickerAdmin } from './sticker-kit.ts';

const WHY = 'for the tests';
const SEND = `mutation ($to: ID!, $sticker: ID!) {
  sendMessage(input: { userID: $to, content: { sticker: { stickerID: $sticker } } }) { id }
}`;

describe('packs that admins make', () => {
  let world: World;
  let admin: StickerAdmin;
  let ann: Actor;
  let bo: Actor;
  before(async () => {
    world = await openWorld();
    admin = await stickerAdmin(world);
    ann = await world.signIn('ann@example.com');
    bo = await world.signIn('bo@example.com');
  });
  after(() => world[Symbol.asyncDispose]());

  const makePack = async (input: object) => {
    const field = `mutation ($input: CreateStickerPackInput!) { createStickerPack(input: $input, reason: "${WHY}") { id } }`;
    return (await admin.change<{ id: string }>(field, { input })).id;
  };
  const addSticker = async (packID: string, name: string, words: readonly object[] = []) => {
    const { id: uploadID } = await admin.upload(
      await picture(`#${Buffer.from(name).toString('hex').slice(0, 6).padEnd(6, '0')}`),
    );
    const field = `mutation ($packID: ID!, $input: AddStickerInput!) {
      addSticker(packID: $packID, input: $input, reason: "${WHY}") { id }
    }`;
    return (await admin.change<{ id: string }>(field, { packID, input: { uploadID, name, words } })).id;
  };
  const act = (name: string, id: string) =>
    admin.change(`mutation ($id: ID!) { ${name}(id: $id, reason: "${WHY}") { id } }`, { id });
  const packOf = async (who: Actor, id: string) =>
    (
      await who.query<{ stickerPack: { stickers: { id: string; name: string }[] } | null }, object>(
        'query ($id: ID!) { stickerPack(id: $id) { id title stickers { id name } } }',
        { id },
      )
    ).stickerPack;
  const refusal = async (who: Actor, sticker: string) => {
    const { errors } = await who.client.query<unknown, object>(SEND, { to: who === ann ? bo.id : ann.id, sticker });
    return errors[0]?.extensions?.reason;
  };

  test('a draft is for admins alone, a published pack for everybody, a withdrawn one for messages that hold it', async () => {
    const pack = await makePack({ title: 'Weather' });
    const { errors } = await admin.ask(`mutation { publishStickerPack(id: "${pack}", reason: "x") { id } }`);
    assert.equal(errors[0]?.extensions?.reason, 'STICKER_PACK_EMPTY');
    const sun = await addSticker(pack, 'sun');
    assert.equal(await packOf(ann, pack), null);
    assert.equal(await refusal(ann, sun), 'INPUT_INVALID');

    await act('publishStickerPack', pack);
    assert.deepEqual((await packOf(ann, pack))?.stickers, [{ id: sun, name: 'sun' }]);
    const { sendMessage } = await ann.query<{ sendMessage: { id: string } }, object>(SEND, { to: bo.id, sticker: sun });

    await act('withdrawStickerPack', pack);
    assert.equal(await packOf(ann, pack), null);
    assert.equal(await refusal(ann, sun), 'STICKER_WITHDRAWN');
    await act('publishStickerPack', pack);
    await act('removeSticker', sun);
    assert.equal(await refusal(ann, sun), 'STICKER_REMOVED');
    await act('withdrawStickerPack', pack);

    const { message } = await bo.query<{ message: { content: { sticker: object } } }, object>(
      `query ($id: ID!) { message(id: $id) { content { ... on StickerContent {
        sticker { name removed pack { id } image { url thumbnail(width: 64) } }
      } } } }`,
      { id: sendMessage.id },
    );
    const { sticker } = message.content as {
      sticker: { name: string; removed: boolean; pack: null; image: { url: string; thumbnail: string } };
    };
    assert.deepEqual([sticker.name, sticker.removed, sticker.pack], ['sun', true, null]);
    for (const address of [sticker.image.url, sticker.image.thumbnail])
      assert.equal((await fetch(address)).status, 200);
  });

  test('a pack of a group is for its members, who are asked of OpenIM once a minute', async () => {
    const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(
      'mutation { createGroup(input: { name: "Bakers", memberIDs: [] }) { id } }',
    );
    const pack = await makePack({ title: 'Bread', groupIDs: [createGroup.id] });
    const loaf = await addSticker(pack, 'loaf');
    await act('publishStickerPack', pack);
    assert.equal((await packOf(ann, pack))?.stickers.length, 1);
    const { result, calls } = await world.price(() => packOf(ann, pack));
    assert.deepEqual([result?.stickers[0]?.id, calls()], [loaf, 0]);
    assert.equal(await refusal(ann, loaf), undefined);
    assert.equal(await packOf(bo, pack), null);
    assert.equal(await refusal(bo, loaf), 'STICKER_NOT_FOR_YOU');
    const { searchStickers } = await bo.query<{ searchStickers: { nodes: unknown[] } }, object>(
      '{ searchStickers(text: "loaf") { nodes { id } } }',
    );
    assert.deepEqual(searchStickers.nodes, []);
    await act('withdrawStickerPack', pack);
  });

  test('an entitlement opens a pack to those who were given it, and is taken away again', async () => {
    const pack = await makePack({ title: 'Supporters', entitlement: 'supporters-2026' });
    const star = await addSticker(pack, 'star');
    await act('publishStickerPack', pack);
    assert.equal(await refusal(bo, star), 'STICKER_NOT_FOR_YOU');
    const entitle = (verb: string) =>
      admin.change(`mutation ($ids: [ID!]!) { ${verb}(name: "supporters-2026", userIDs: $ids, reason: "${WHY}") }`, {
        ids: [bo.id],
      });
    await entitle('grantStickerEntitlement');
    assert.equal(await refusal(bo, star), undefined);
    await bo.query<unknown, object>('mutation ($id: ID!) { addFavouriteSticker(stickerID: $id) { id } }', { id: star });
    const favourites = async () =>
      (
        await bo.query<{ favouriteStickers: { nodes: { id: string }[] } }, object>(
          '{ favouriteStickers { nodes { id } } }',
        )
      ).favouriteStickers.nodes;
    assert.deepEqual(await favourites(), [{ id: star }]);
    const { data } = await admin.ask<{ stickerEntitlements: { nodes: { userID: string }[] } }>(
      '{ stickerEntitlements(name: "supporters-2026") { nodes { userID } } }',
    );
    assert.deepEqual(data?.stickerEntitlements.nodes, [{ userID: bo.id }]);
    await entitle('revokeStickerEntitlement');
    assert.equal(await refusal(bo, star), 'STICKER_NOT_FOR_YOU');
    assert.deepEqual(await favourites(), []);
  });

  test('packs and stickers have an order, parts of them change, and each change is on record', async () => {
    const pack = await makePack({ title: 'Sea', author: 'Ann' });
    const [crab, whale] = [await addSticker(pack, 'crab'), await addSticker(pack, 'whale')];
    await act('publishStickerPack', pack);
    const named = await admin.change<{ stickers: { id: string }[] }>(
      `mutation ($pack: ID!, $ids: [ID!]!) { reorderStickers(packID: $pack, ids: $ids, reason: "${WHY}") { stickers { id } } }`,
      { pack, ids: [whale] },
    );
    assert.deepEqual(named.stickers, [{ id: whale }, { id: crab }]);
    await admin.change(`mutation ($ids: [ID!]!) { reorderStickerPacks(ids: $ids, reason: "${WHY}") { id } }`, {
      ids: [pack, 'faces'],
    });
    const { stickerPacks } = await ann.query<{ stickerPacks: { nodes: { id: string }[] } }, object>(
      '{ stickerPacks(first: 2) { nodes { id } } }',
    );
    assert.deepEqual(stickerPacks.nodes, [{ id: pack }, { id: 'faces' }]);

    const updated = await admin.change<object>(
      `mutation ($id: ID!) { updateStickerPack(id: $id, input: { author: null }, reason: "${WHY}") { title author state } }`,
      { id: pack },
    );
    assert.deepEqual(updated, { title: 'Sea', author: null, state: 'PUBLISHED' });
    await admin.change(
      `mutation ($id: ID!, $input: UpdateStickerInput!) { updateSticker(id: $id, input: $input, reason: "${WHY}") { id } }`,
      { id: whale, input: { words: [{ language: 'de', name: 'Wal', keywords: ['Meeressäuger'] }] } },
    );
    const { searchStickers } = await bo.query<{ searchStickers: { nodes: { id: string }[] } }, object>(
      '{ searchStickers(text: "MEERES") { nodes { id } } }',
    );
    assert.deepEqual(searchStickers.nodes, [{ id: whale }]);

    const { data, errors } = await admin.ask<{
      auditLog: { edges: { node: { action: string; detail: { reason: string } } }[] };
    }>('query ($target: String!) { auditLog(target: $target) { edges { node { action detail } } } }', {
      target: `sticker-pack:${pack}`,
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(
      data?.auditLog?.edges
        .map(
          ({
            node: {
              action,
              detail: { reason },
            },
          }) => `${action} ${reason}`,
        )
        .sort(),
      ['change', 'create', 'publish'].map((verb) => `sticker-pack.${verb} ${WHY}`).concat(`sticker.reorder ${WHY}`),
    );
  });

  test('what is wrong is told with its place, and nothing changes', async () => {
    const wrong = async (field: string) => (await admin.ask(`mutation { ${field} }`)).errors[0]?.extensions;
    const placed: readonly (readonly [string, string])[] = [
      ['createStickerPack(input: { title: " " }, reason: "x") { id }', 'input.title'],
      ['createStickerPack(input: { title: "x", entitlement: "No Spaces" }, reason: "x") { id }', 'input.entitlement'],
      ['updateStickerPack(id: "faces", input: {}, reason: "x") { id }', 'input'],
      ['updateStickerPack(id: "faces", input: { title: null }, reason: "x") { id }', 'input.title'],
      ['updateStickerPack(id: "faces", input: { title: "x" }, reason: " ") { id }', 'reason'],
      ['reorderStickerPacks(ids: ["faces", "faces"], reason: "x") { id }', 'ids'],
      ['reorderStickers(packID: "faces", ids: ["none"], reason: "x") { id }', 'ids'],
      ['addSticker(packID: "faces", input: { uploadID: "none", name: "x" }, reason: "x") { id }', 'uploadID'],
      ['importStickerPack(uploadID: "none", reason: "x") { id }', 'uploadID'],
      [
        'updateSticker(id: "faces-wow", input: { words: [{ language: "zh-hant" }] }, reason: "x") { id }',
        'input.words',
      ],
      ['grantStickerEntitlement(name: "x", userIDs: [], reason: "x")', 'userIDs'],
    ];
    for (const [field, place] of placed) assert.equal((await wrong(field))?.field, place, field);
    assert.equal((await wrong('publishStickerPack(id: "none", reason: "x") { id }'))?.reason, 'NOT_FOUND');
    assert.equal((await packOf(ann, 'faces'))?.stickers.length, 8);
  });
});
