import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import sharp from 'sharp';
import { emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { get, photograph, TAKES } from './rendition-kit.ts';
import { type Media, refusal, store } from './upload-kit.ts';

const MINE = `query ($width: Int!, $height: Int) {
  me { avatar { id url thumbnail(width: $width, height: $height) } }
}`;
const SET = 'mutation ($faceURL: URL) { updateProfile(input: { faceURL: $faceURL }) { id } }';
const CHAT = (media: string) => `{ conversation(id: "sg_hillwalk") { messages(last: 50) {
  nodes { id sender { avatar { ${media} } } content { ... on MediaContent { source { ${media} } } } }
} } }`;

interface Mine {
  readonly me: { readonly avatar: { readonly id: string; readonly url: string; readonly thumbnail: string | null } };
}

describe('Media.thumbnail', () => {
  const undo = new AsyncDisposableStack();
  let environment: Readonly<Record<string, string>>;
  let world: World;
  let ann: Actor;
  let db: pg.Client;
  let media: Media;

  const mine = async (variables: object) => (await ann.query<Mine, object>(MINE, variables)).me.avatar;
  const known = (state: string) =>
    db.query(
      `insert into media.files (id, url, kind, state, mime_type, width, height) values ($1, $2, 'picture', $3, 'image/jpeg', 1200, 800)
       on conflict (id) do update set state = $3, mime_type = 'image/jpeg', width = 1200, height = 800`,
      [media.id, media.url, state],
    );

  before(async () => {
    const database = undo.use(await emptyDatabase());
    const dataDir = await mkdtemp(join(tmpdir(), 'thumbnails-'));
    undo.defer(() => rm(dataDir, { recursive: true, force: true }));
    environment = { DATABASE_URL: database.url, DATA_DIR: dataDir };
    world = await openWorld(environment);
    undo.defer(() => world[Symbol.asyncDispose]());
    ann = await world.signIn('ann@example.com');
    db = new pg.Client(database.url);
    await db.connect();
    undo.defer(() => db.end());
    media = await store(ann, await photograph(), { name: 'me.jpg', mimeType: 'image/jpeg' });
    await ann.query(SET, { faceURL: media.url });
  });
  after(() => undo.disposeAsync());

  test('a picture that somebody has uploaded is loaded smaller, and made in a worker from what lies in the store', async () => {
    await known('READY');
    const { thumbnail } = await mine({ width: 320 });
    assert.ok(thumbnail?.startsWith(`${world.url}/media/${media.id}/`), String(thumbnail));
    const { status, headers, bytes } = await get(thumbnail ?? '', { accept: TAKES.avif });
    assert.deepEqual([status, headers['content-type']], [200, 'image/avif']);
    const { width, height, exif } = await sharp(bytes).metadata();
    assert.deepEqual({ width, height, exif }, { width: 320, height: 213, exif: undefined });
    assert.equal((await mine({ width: 320, height: 999 })).thumbnail, thumbnail);
  });

  test('what is not READY has none', async () => {
    for (const state of ['PENDING', 'FAILED', 'BLOCKED']) {
      await known(state);
      assert.equal((await mine({ width: 320 })).thumbnail, null, state);
    }
  });

  test('sizes that no screen has are refused by name', async () => {
    for (const [field, variables] of [
      ['width', { width: 0 }],
      ['width', { width: 4097 }],
      ['height', { width: 10, height: -1 }],
      ['height', { width: 10, height: 5000 }],
    ] as const) {
      assert.equal(await refusal(ann, MINE, variables), 'INPUT_INVALID');
      const { errors } = await ann.client.query<unknown, object>(MINE, variables);
      assert.equal(errors[0]?.extensions.field, field);
      assert.match(errors[0]?.message ?? '', /from 1 to 4096/);
    }
  });

  test('a page of fifty messages costs the same with thumbnails as without', async () => {
    await ann.query(CHAT('url'));
    const without = await world.price(() => ann.query(CHAT('url')));
    const sizes = 'small: thumbnail(width: 64, height: 64) large: thumbnail(width: 640)';
    const withThem = await world.price(() => ann.query(CHAT(`url ${sizes}`)));
    assert.equal(withThem.statements, without.statements);
    assert.equal(withThem.calls(), without.calls());
  });

  test('after a restart the same address leads to the same copy, and nobody is asked for the original', async () => {
    await known('READY');
    const { thumbnail } = await mine({ width: 96 });
    const path = new URL(thumbnail ?? '').pathname;
    const made = await get(`${world.url}${path}`);
    await world[Symbol.asyncDispose]();
    world = await openWorld(environment);
    const { result: found, calls } = await world.price(() => get(`${world.url}${path}`));
    assert.equal(found.status, 200);
    assert.ok(found.bytes.equals(made.bytes));
    assert.equal(calls(), 0);
    await get(`${world.url}${path}`);
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    for (const line of ['{outcome="kept"} 1', '{outcome="memory"} 1'])
      assert.ok(metrics.includes(`media_renditions_total${line}\n`), line);
    assert.match(metrics, /^media_rendition_making_seconds_count 0$/m);
  });
});
