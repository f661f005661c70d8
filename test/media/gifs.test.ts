import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { movingPicture, type StickerAdmin, stickerAdmin, zipOf } from './sticker-kit.ts';

const KEY = 'very-secret-key-of-the-provider';
const FIELDS = `nodes { id title source attribution pageURL media { url mimeType size width height state } preview { url width } }
  edges { cursor } pageInfo { hasNextPage endCursor }`;
const SEARCH = `query ($text: String!, $first: Int, $after: String) {
  searchGifs(text: $text, first: $first, after: $after) { ${FIELDS} }
}`;

interface Media {
  readonly url: string;
  readonly mimeType: string;
  readonly size: number | null;
  readonly width: number;
  readonly height: number;
  readonly state?: string | null;
}
interface Gifs {
  readonly nodes: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly attribution: string | null;
    readonly pageURL: string | null;
    readonly media: Media;
    readonly preview: { readonly url: string; readonly width: number } | null;
  }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** A host that answers as it is told to, and keeps what it was asked. */
interface Host {
  readonly url: string;
  readonly asked: URL[];
  answer: (asked: URL) => { readonly status?: number; readonly body: unknown };
  close(): void;
}

async function openHost(): Promise<Host> {
  const asked: URL[] = [];
  const host = { asked, answer: () => ({ status: 500, body: {} }) } as unknown as Host;
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://host');
    asked.push(url);
    const { status = 200, body } = host.answer(url);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(host, { url, close: () => server.close() && server.closeAllConnections() });
}

/** As `/v2/search` answers: three GIFs in all. */
function tenor(asked: URL): { body: unknown } {
  const limit = Number(asked.searchParams.get('limit'));
  const from = Number(asked.searchParams.get('pos') ?? 0);
  const all = ['one', 'two', 'three'].map((id, nth) => ({
    ...{ id, title: '', content_description: `Cat ${id}`, created: 1_700_000_000.5, hasaudio: false, tags: [] },
    ...{ itemurl: `https://tenor.example/view/${id}`, url: `https://tenor.example/${id}.gif` },
    media_formats: {
      gif: {
        url: `https://media.tenor.example/${id}.gif`,
        duration: 0,
        preview: '',
        dims: [498, 280 + nth],
        size: 1_234,
      },
      tinygif: { url: `https://media.tenor.example/${id}-tiny.gif`, dims: [220, 124], size: 99 },
    },
  }));
  const results: unknown[] = all.slice(from, from + limit);
  // One that no client could show is left out.
  if (from === 0)
    results.push({ id: 'bad', media_formats: { gif: { url: 'javascript:alert(1)', dims: [1, 1], size: 1 } } });
  return { body: { results, next: from + limit < all.length ? String(from + limit) : '' } };
}

/** As `/v1/gifs/search` answers: numbers are texts there. */
function giphy(asked: URL): { body: unknown } {
  const [offset, limit] = ['offset', 'limit'].map((name) => Number(asked.searchParams.get(name))) as [number, number];
  const data = ['uno', 'due', 'tre'].slice(offset, offset + limit).map((id) => ({
    ...{ type: 'gif', id, title: `Dog ${id}`, url: `https://giphy.example/gifs/${id}`, rating: 'g' },
    images: {
      original: {
        url: `https://media.giphy.example/${id}.gif`,
        width: '480',
        height: '270',
        size: '5678',
        frames: '20',
      },
      fixed_width_small: { url: `https://media.giphy.example/${id}-100w.gif`, width: '100', height: '56', size: '12' },
    },
  }));
  return {
    body: { data, pagination: { total_count: 3, count: data.length, offset }, meta: { status: 200, msg: 'OK' } },
  };
}

const search = async (who: Actor, variables: object) =>
  (await who.query<{ searchGifs: Gifs }, object>(SEARCH, variables)).searchGifs;

/** A pack of one moving picture in the service's own catalog. */
async function addOwnGif(admin: StickerAdmin): Promise<void> {
  const words = { en: { keywords: ['cat', 'jump'] } };
  const manifest = {
    format: 1,
    kind: 'GIFS',
    title: 'Ours',
    stickers: [{ file: 'a.gif', name: 'A cat of ours', words }],
  };
  const { id } = await admin.upload(await zipOf({ 'manifest.json': manifest, 'a.gif': await movingPicture() }));
  const pack = await admin.change<{ id: string }>(
    'mutation ($id: ID!) { importStickerPack(uploadID: $id, reason: "ours") { id } }',
    { id },
  );
  await admin.change('mutation ($id: ID!) { publishStickerPack(id: $id, reason: "ours") { id } }', pack);
}

describe('GIFs of a host that speaks as Tenor does', () => {
  let world: World;
  let host: Host;
  let ann: Actor;
  before(async () => {
    host = await openHost();
    world = await openWorld({ GIF_PROVIDER: 'tenor', GIF_API_KEY: KEY, GIF_API_URL: host.url, GIF_RATING: 'g' });
    ann = await world.signIn('ann@example.com');
    await addOwnGif(await stickerAdmin(world));
  });
  after(async () => {
    host.close();
    await world[Symbol.asyncDispose]();
  });

  test('are found page by page, from any row on, and asked for once in minutes', async () => {
    host.answer = tenor;
    const first = await search(ann, { text: ' CAT ', first: 2 });
    assert.deepEqual(first.nodes[0], {
      ...{ id: 'TENOR:one', title: 'Cat one', source: 'TENOR', attribution: 'Via Tenor' },
      pageURL: 'https://tenor.example/view/one',
      media: {
        url: 'https://media.tenor.example/one.gif',
        mimeType: 'image/gif',
        size: 1234,
        width: 498,
        height: 280,
        state: null,
      },
      preview: { url: 'https://media.tenor.example/one-tiny.gif', width: 220 },
    });
    assert.deepEqual([first.nodes.length, first.pageInfo.hasNextPage], [2, true]);
    const asked = Object.fromEntries(host.asked[0]?.searchParams ?? []);
    assert.deepEqual(
      [host.asked[0]?.pathname, asked.q, asked.key, asked.contentfilter, asked.limit],
      ['/v2/search', 'cat', KEY, 'high', '2'],
    );
    const again = await search(ann, { text: 'cat', first: 2 });
    assert.deepEqual([again, host.asked.length], [first, 1]);

    const second = await search(ann, { text: 'cat', first: 2, after: first.pageInfo.endCursor });
    assert.deepEqual([second.nodes.map(({ id }) => id), second.pageInfo.hasNextPage], [['TENOR:three'], false]);
    const middle = await search(ann, { text: 'cat', first: 1, after: first.edges[0]?.cursor });
    assert.deepEqual(
      middle.nodes.map(({ id }) => id),
      ['TENOR:two'],
    );
  });

  test('are those that are sent most, where no word is given', async () => {
    host.answer = tenor;
    const { trendingGifs } = await ann.query<{ trendingGifs: Gifs }, object>(
      `{ trendingGifs(first: 3) { ${FIELDS} } }`,
    );
    assert.equal(trendingGifs.nodes.length, 3);
    assert.equal(host.asked.at(-1)?.pathname, '/v2/featured');
  });

  test('are our own while the host is away, and one that was sent is a picture to everybody', async () => {
    host.answer = () => ({ status: 503, body: 'no' });
    const before = host.asked.length;
    const { nodes } = await search(ann, { text: 'jump' });
    assert.deepEqual(
      nodes.map(({ title, source, attribution }) => [title, source, attribution]),
      [['A cat of ours', 'CATALOG', null]],
    );
    await search(ann, { text: 'cat jump' });
    assert.equal(host.asked.length, before + 1, 'a host that is away is left alone');
    assert.ok(!world.log.some((line) => line.includes(KEY)), 'the key is in no log');

    assert.equal(nodes[0]?.media.state, 'READY');
    const { url, mimeType, size, width, height } = nodes[0]?.media ?? {};
    const { sendMessage } = await ann.query<{ sendMessage: { content: { source: Media } } }, object>(
      `mutation ($picture: MediaContentInput!) { sendMessage(input: { userID: "bo", content: { picture: $picture } }) {
        content { ... on PictureContent { source { url mimeType size width height } } }
      } }`,
      { picture: { url, mimeType, size, width, height } },
    );
    assert.deepEqual(sendMessage.content.source, { url, mimeType, size, width, height });
  });

  test('a word of nothing, a page too long and a cursor of another list are refused', async () => {
    const refused = async (variables: object) =>
      (await ann.client.query<unknown, object>(SEARCH, variables)).errors[0]?.extensions;
    assert.equal((await refused({ text: '  ' }))?.field, 'text');
    assert.equal((await refused({ text: 'cat', first: 51 }))?.field, 'first');
    assert.equal((await refused({ text: 'cat', after: 'x' }))?.reason, 'CURSOR_INVALID');
  });
});

test('GIFs of a host that speaks as GIPHY does are found page by page, and a list that began there says when it is away', async () => {
  const host = await openHost();
  host.answer = giphy;
  try {
    await using world = await openWorld({ GIF_PROVIDER: 'giphy', GIF_API_KEY: KEY, GIF_API_URL: host.url });
    const ann = await world.signIn('ann@example.com');
    const first = await search(ann, { text: 'dog', first: 2 });
    assert.deepEqual(first.nodes[1], {
      ...{ id: 'GIPHY:due', title: 'Dog due', source: 'GIPHY', attribution: 'Powered by GIPHY' },
      pageURL: 'https://giphy.example/gifs/due',
      media: {
        url: 'https://media.giphy.example/due.gif',
        mimeType: 'image/gif',
        size: 5678,
        width: 480,
        height: 270,
        state: null,
      },
      preview: { url: 'https://media.giphy.example/due-100w.gif', width: 100 },
    });
    const asked = Object.fromEntries(host.asked[0]?.searchParams ?? []);
    assert.deepEqual([asked.api_key, asked.rating, asked.lang, asked.offset], [KEY, 'pg', 'en', '0']);
    host.answer = () => ({ body: '<html>' });
    const next = { text: 'dog', first: 2, after: first.pageInfo.endCursor };
    const { errors } = await ann.client.query<unknown, object>(SEARCH, next);
    assert.equal(errors[0]?.extensions?.reason, 'GIFS_AWAY');
    assert.deepEqual((await search(ann, { text: 'nothing of ours' })).nodes, []);
  } finally {
    host.close();
  }
});
