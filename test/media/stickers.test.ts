import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAdmin } from '../world/admin.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';

const PACKS = `{ stickerPacks(first: 5) {
  totalCount
  nodes { id title author published kind cover { url } stickers { id name keywords image { url mimeType size width height } pack { id } } }
  pageInfo { hasNextPage endCursor }
} }`;
const SEND = `mutation ($to: ID!, $sticker: ID!, $once: ID) {
  sendMessage(input: { userID: $to, clientMsgID: $once, content: { sticker: { stickerID: $sticker } } }) {
    contentType content { __typename summary ... on StickerContent { sticker { id name image { url } } } }
  }
}`;
const SEARCH = `query ($text: String!, $first: Int, $after: String) { searchStickers(text: $text, first: $first, after: $after) {
  nodes { id name } pageInfo { hasNextPage endCursor }
} }`;

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Page {
  readonly nodes: readonly Named[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
type Pictured = Named & {
  readonly keywords: readonly string[];
  readonly image: { readonly url: string; readonly mimeType: string; readonly size: number };
};
interface Packs {
  readonly stickerPacks: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly stickers: readonly Pictured[] }[];
  };
}

describe('stickers of our own pack', () => {
  let world: World;
  let ann: Actor;
  let bo: Actor;
  before(async () => {
    world = await openWorld();
    ann = await world.signIn('ann@example.com');
    bo = await world.signIn('bo@example.com');
  });
  after(() => world[Symbol.asyncDispose]());

  test('the catalog has a pack from the first start on, read in five statements at most, and its pictures load', async () => {
    await ann.query<unknown, object>('{ me { id } }');
    const { result, statements, calls } = await world.price(() => ann.query<Packs, object>(PACKS));
    assert.equal(result.stickerPacks.totalCount, 1);
    const stickers = result.stickerPacks.nodes[0]?.stickers ?? [];
    assert.equal(stickers.length, 8);
    assert.ok(statements <= 5, String(statements));
    assert.equal(calls(), 0);
    for (const { image } of stickers) {
      const answer = await fetch(image.url);
      assert.equal(answer.headers.get('content-type'), image.mimeType);
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal((await answer.arrayBuffer()).byteLength, image.size);
    }
    assert.equal((await fetch(`${world.url}/stickers/none.png`)).status, 404);
  });

  test('its pictures need no reading: a thumbnail is there at once', async () => {
    const { stickerPacks } = await ann.query<
      { stickerPacks: { nodes: { stickers: { image: { state: string; thumbHash: string; thumbnail: string } }[] }[] } },
      object
    >('{ stickerPacks { nodes { stickers { image { state thumbHash thumbnail(width: 64) } } } } }');
    for (const { image } of stickerPacks.nodes[0]?.stickers ?? []) {
      assert.deepEqual([image.state, image.thumbHash.length > 20], ['READY', true]);
      assert.equal((await fetch(image.thumbnail)).status, 200, image.thumbnail);
    }
  });

  test('names and keywords come in the language of who asks, and in English to everybody else', async () => {
    const told = async (language: string) => {
      const actor = await world.signIn(`speaks-${language.toLowerCase()}@example.com`, 'x', {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('accept-language', language);
          return fetch(input, { ...init, headers });
        },
      });
      const { stickerPacks } = await actor.query<Packs, object>(PACKS);
      const [smile] = stickerPacks.nodes[0]?.stickers ?? [];
      return { name: smile?.name, keywords: smile?.keywords };
    };
    assert.deepEqual(await told('zh-Hant-TW'), { name: '微笑', keywords: ['微笑', '开心'] });
    assert.deepEqual(await told('de'), { name: 'smile', keywords: ['happy', 'hello'] });
  });

  test('a sticker is sent as a custom message and read back as a sticker', async () => {
    await using socket = await bo.ws();
    const { sendMessage } = await ann.query<
      { sendMessage: { contentType: number; content: { sticker: { name: string } } } },
      object
    >(SEND, { to: bo.id, sticker: 'faces-wink' });
    assert.equal(sendMessage.contentType, 110);
    assert.equal(sendMessage.content.sticker.name, 'wink');
    const pushed = await socket.message(({ sendID }) => sendID === ann.id);
    assert.equal(pushed.content.description, 'wink');
  });

  test('a sticker that is not there is refused before OpenIM is asked', async () => {
    const { result, calls } = await world.price(() =>
      ann.client.query<unknown, object>(SEND, { to: 'bo', sticker: 'faces-none' }),
    );
    assert.equal(result.errors[0]?.extensions?.field, 'input.content.sticker.stickerID');
    assert.equal(calls(), 0);
  });

  test('what was sent lately comes first, to its sender alone, and the same send counts once', async () => {
    for (const [sticker, once] of [
      ['faces-cry', 'one'],
      ['faces-wow', 'two'],
      ['faces-cry', 'three'],
      ['faces-cry', 'three'],
    ])
      await bo.query<unknown, object>(SEND, { to: ann.id, sticker, once });
    const recents = async (who: Actor) =>
      (await who.query<{ recentStickers: Named[] }, object>('{ recentStickers { id name } }')).recentStickers.map(
        ({ id }) => id,
      );
    await until(async () => (await recents(bo)).length === 2);
    assert.deepEqual(await recents(bo), ['faces-cry', 'faces-wow']);
    assert.ok(!(await recents(ann)).includes('faces-wow'));
    const { data } = await (await signInAdmin(world))<{
      stickerPack: { uses: number; stickers: { id: string; uses: number }[] };
    }>('{ stickerPack(id: "faces") { uses stickers { id uses } } }');
    const used = new Map(data?.stickerPack.stickers.map(({ id, uses }) => [id, uses]));
    assert.deepEqual([used.get('faces-cry'), used.get('faces-wow'), used.get('faces-love')], [2, 1, 0]);
    assert.equal(
      data?.stickerPack.uses,
      [...used.values()].reduce((sum, each) => sum + each, 0),
    );
  });

  test('a favourite is marked once, listed last first, and let go of', async () => {
    const mark = (id: string) =>
      bo.query<unknown, object>('mutation ($id: ID!) { addFavouriteSticker(stickerID: $id) { id } }', { id });
    for (const id of ['faces-smile', 'faces-heart', 'faces-smile']) await mark(id);
    const page = (first: number, cursor: string | null = null) =>
      bo.query<{ favouriteStickers: Page }, object>(
        `query ($first: Int, $after: String) { favouriteStickers(first: $first, after: $after) {
          nodes { id name } pageInfo { hasNextPage endCursor }
        } }`,
        { first, after: cursor },
      );
    const { favouriteStickers: one } = await page(1);
    assert.deepEqual(one.nodes, [{ id: 'faces-heart', name: 'heart' }]);
    const { favouriteStickers: two } = await page(1, one.pageInfo.endCursor);
    assert.deepEqual([two.nodes, two.pageInfo.hasNextPage], [[{ id: 'faces-smile', name: 'smile' }], false]);
    await bo.query<unknown, object>('mutation { removeFavouriteSticker(stickerID: "faces-heart") { id } }');
    assert.equal((await page(5)).favouriteStickers.nodes.length, 1);
    const { errors } = await bo.client.query<unknown, object>(
      'mutation { addFavouriteSticker(stickerID: "faces-none") { id } }',
    );
    assert.equal(errors[0]?.extensions?.field, 'stickerID');
  });

  test('a search finds the word itself, what begins so and what looks like it, in any language, page by page', async () => {
    const find = async (text: string) =>
      (await ann.query<{ searchStickers: Page }, object>(SEARCH, { text })).searchStickers.nodes.map(({ id }) => id);
    assert.deepEqual(await find('LOVE'), ['faces-love', 'faces-heart']);
    assert.deepEqual(await find('hea'), ['faces-heart', 'faces-broken']);
    assert.deepEqual(await find('suprise'), ['faces-wow']);
    assert.deepEqual(await find('爱'), ['faces-love', 'faces-heart']);
    assert.deepEqual(await find('100%'), []);
    const { searchStickers: first } = await ann.query<{ searchStickers: Page }, object>(SEARCH, {
      text: 'love',
      first: 1,
    });
    assert.equal(first.pageInfo.hasNextPage, true);
    const rest = { text: 'love', after: first.pageInfo.endCursor };
    const { searchStickers: second } = await ann.query<{ searchStickers: Page }, object>(SEARCH, rest);
    assert.deepEqual(second.nodes, [{ id: 'faces-heart', name: 'heart' }]);
  });
});

/** What is written behind an answer is there a moment later. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}
