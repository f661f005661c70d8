import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { until } from '../events/until.ts';
import { emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { get, photograph, TAKES, vast } from './rendition-kit.ts';
import { store } from './upload-kit.ts';

const FIELDS = 'id url mimeType size width height thumbHash state thumbnail(width: 320)';
const SET = `mutation ($faceURL: URL) { updateProfile(input: { faceURL: $faceURL }) { avatar { ${FIELDS} } } }`;
const MINE = `{ me { avatar { ${FIELDS} } } }`;

interface Avatar {
  readonly id: string;
  readonly url: string | null;
  readonly mimeType: string | null;
  readonly size: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbHash: string | null;
  readonly state: string | null;
  readonly thumbnail: string | null;
}

describe('a file that somebody names', () => {
  const undo = new AsyncDisposableStack();
  let world: World;
  let ann: Actor;
  let databaseURL: string;

  const mine = async () => (await ann.query<{ me: { avatar: Avatar } }, object>(MINE)).me.avatar;
  /** Sets the picture, waits until it was read, and tells what it is then. */
  async function reads(faceURL: string): Promise<Avatar> {
    await ann.query(SET, { faceURL });
    let avatar = await mine();
    await until(async () => {
      avatar = await mine();
      return avatar.url === faceURL && avatar.state !== 'PENDING';
    });
    return avatar;
  }
  const uploads = async (bytes: Buffer, more: object = {}): Promise<string> =>
    (await store(ann, bytes, { name: 'me.jpg', mimeType: 'image/jpeg', ...more })).url;

  before(async () => {
    databaseURL = undo.use(await emptyDatabase()).url;
    world = undo.use(await openWorld({ DATABASE_URL: databaseURL, MEDIA_READING: 'on' }));
    ann = await world.signIn('ann@example.com');
  });
  after(() => undo.disposeAsync());

  test('is read behind the first answer: its type, its size as shown, and what stands for it', async () => {
    const photo = await photograph();
    const avatar = await reads(await uploads(photo, { name: 'lie.png', mimeType: 'image/png' }));
    const { mimeType, size, width, height, state } = avatar;
    assert.deepEqual(
      { mimeType, size, width, height, state },
      { mimeType: 'image/jpeg', size: photo.length, width: 1200, height: 800, state: 'READY' },
    );
    const hash = Buffer.from(avatar.thumbHash ?? '', 'base64');
    assert.ok(hash.length > 4 && hash.length < 40, String(hash.length));
    const copy = await get(avatar.thumbnail ?? '', { accept: TAKES.webp });
    assert.equal(copy.status, 200);
    assert.equal((await sharp(copy.bytes).metadata()).width, 320);
  });

  test('and is broken, vast or no picture says that it failed, and shows what its sender said', async () => {
    const photo = await photograph();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const bytes of [photo.subarray(0, photo.length / 2), vast(60_000), svg]) {
      const { state, thumbHash, thumbnail } = await reads(await uploads(bytes));
      assert.deepEqual({ state, thumbHash, thumbnail }, { state: 'FAILED', thumbHash: null, thumbnail: null });
    }
  });

  test('and lies in our own network is asked for by nobody', async () => {
    const { state } = await reads('http://127.0.0.1:9/me.png');
    assert.equal(state, 'FAILED');
  });

  test('is read once by two nodes', async () => {
    await using other = await openWorld({ DATABASE_URL: databaseURL, MEDIA_READING: 'on' });
    assert.ok(other.url);
    const before = await sightings('/object/access_url');
    await reads(await uploads(await photograph(600, 400)));
    assert.equal((await sightings('/object/access_url')) - before, 1);
  });

  async function sightings(route: string): Promise<number> {
    const text = await (await fetch(`${world.url}/metrics`)).text();
    const [, count = '0'] =
      new RegExp(`^gateway_upstream_seconds_count\\{route="${route}".*\\} (\\d+)$`, 'm').exec(text) ?? [];
    return Number(count);
  }
});
