import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorld } from '../world/world.ts';

const PACKS = `{ stickerPacks(first: 5) {
  totalCount
  nodes { id title author published cover { url } stickers { id name keywords image { url mimeType size width height } pack { id } } }
  pageInfo { hasNextPage endCursor }
} }`;
const SEND = `mutation ($to: ID!, $sticker: ID!) {
  sendMessage(input: { userID: $to, content: { sticker: { stickerID: $sticker } } }) {
    contentType content { __typename summary ... on StickerContent { sticker { id name image { url } } } }
  }
}`;

interface Packs {
  readonly stickerPacks: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly stickers: readonly {
        readonly id: string;
        readonly image: { readonly url: string; readonly mimeType: string; readonly size: number };
      }[];
    }[];
  };
}

test('the catalog has a pack from the first start on, read in five statements at most, and its pictures load', async () => {
  await using world = await openWorld();
  const ann = await world.signIn('ann@example.com');
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
    assert.equal((await answer.arrayBuffer()).byteLength, image.size);
  }
});

test('a sticker is sent as a custom message and read back as a sticker', async () => {
  await using world = await openWorld();
  const ann = await world.signIn('ann@example.com');
  const bo = await world.signIn('bo@example.com');
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
  await using world = await openWorld();
  const ann = await world.signIn('ann@example.com');
  const { result, calls } = await world.price(() =>
    ann.client.query<unknown, object>(SEND, { to: 'bo', sticker: 'faces-none' }),
  );
  assert.equal(result.errors[0]?.extensions?.field, 'input.content.sticker.stickerID');
  assert.equal(calls(), 0);
});
