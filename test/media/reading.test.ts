import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import sharp from 'sharp';
import { type EmptyDatabase, emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { openSites, type Sites } from './link-kit.ts';
import { store } from './upload-kit.ts';

const FILE = `id url state failure mimeType size width height duration thumbHash dominantColor animated waveform codec
  thumbnail(width: 64)`;
const SEND =
  'mutation ($to: ID!, $content: MessageContentInput!) { sendMessage(input: { userID: $to, content: $content }) { id } }';
const PAGE = `query ($with: ID!) { user(id: $with) { conversation { messages(last: 50) { nodes {
  content { ... on MediaContent { source { ${FILE} } } } } } } } }`;

interface File {
  readonly id: string;
  readonly url: string | null;
  readonly state: string | null;
  readonly failure: string | null;
  readonly mimeType: string | null;
  readonly size: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration: number | null;
  readonly thumbHash: string | null;
  readonly dominantColor: string | null;
  readonly animated: boolean | null;
  readonly waveform: readonly number[] | null;
  readonly codec: string | null;
  readonly thumbnail: string | null;
}

interface Page {
  readonly user: { conversation: { messages: { nodes: { content: { source?: File } }[] } } };
}

const recording = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'recordings', name));
const blue = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3366cc' } });
/** Two pictures, one after the other. */
const moving = async (): Promise<Buffer> => {
  const frames = await Promise.all([blue(40, 30).png().toBuffer(), blue(40, 30).negate().png().toBuffer()]);
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
};

/** What lies at each path. */
const LYING: Record<string, Buffer> = {};

async function fill(): Promise<void> {
  const turned = blue(80, 50)
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } });
  LYING['/turned.jpg'] = await turned.withMetadata({ orientation: 6 }).toBuffer();
  LYING['/plain.png'] = await blue(120, 90).png().toBuffer();
  LYING['/moving.gif'] = await moving();
  LYING['/lies.png'] = await blue(60, 60).webp().toBuffer();
  LYING['/cut.jpg'] = (
    await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: 'red',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
  ).subarray(0, 20_000);
  LYING['/bomb.png'] = await blue(9_000, 9_000).png().toBuffer();
  LYING['/vector.svg'] = Buffer.from(
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
  );
  LYING['/broken.png'] = Buffer.concat([(LYING['/plain.png'] as Buffer).subarray(0, 40), Buffer.alloc(400, 7)]);
  LYING['/notes.txt'] = Buffer.from('Bread, milk, and tea.');
}

const site = (): Promise<Sites> =>
  openSites(({ url = '' }, response) => {
    const bytes = LYING[url];
    if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
  });

describe('files of messages', () => {
  let database: EmptyDatabase;
  let sites: Sites;
  let world: World;
  let ann: Actor;
  let bo: Actor;
  before(async () => {
    await fill();
    database = await emptyDatabase();
    sites = await site();
    const settings = { DATABASE_URL: database.url, MEDIA_READING: 'on', LINK_PREVIEWS: 'private' };
    world = await openWorld({ ...settings, SANDBOX_CALLBACKS: 'on', OTP_LIMITS: 'resend=0' });
    ann = await world.signIn('ann@example.com', 'Ann');
    bo = await world.signIn('bo@example.com', 'Bo');
  });
  after(async () => {
    await world[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const sent = (content: object) => ann.query(SEND, { to: bo.id, content });
  const picture = (path: string) =>
    sent({ picture: { url: sites.at(path), width: 640, height: 640, size: 1, mimeType: 'image/png' } });
  const files = async (): Promise<readonly File[]> => {
    const { user } = await bo.query<Page, object>(PAGE, { with: ann.id });
    return user.conversation.messages.nodes.flatMap(({ content }) => content.source ?? []);
  };
  const fileAt = async (url: string): Promise<File> => {
    const found = (await files()).find((each) => each.url === url);
    assert.ok(found, url);
    return found;
  };
  const settled = async (url: string): Promise<File> => {
    let file = await fileAt(url);
    while (file.state === 'PENDING') {
      await pause(20);
      file = await fileAt(url);
    }
    return file;
  };

  test('an uploaded picture is known as it is shown, by the time that its upload is complete', async () => {
    const bytes = LYING['/turned.jpg'] as Buffer;
    const { id } = await store(ann, bytes, { name: 'hill.jpg', mimeType: 'image/jpeg' });
    const { media } = await ann.query<{ media: File }, object>(`query ($id: ID!) { media(id: $id) { ${FILE} } }`, {
      id,
    });
    const { state, mimeType, size, width, height, animated } = media;
    assert.deepEqual([state, mimeType, size], ['READY', 'image/jpeg', bytes.length]);
    assert.deepEqual([width, height, animated], [50, 80, false], 'upright');
    assert.match(media.thumbHash ?? '', /^[A-Za-z0-9+/]{20,}={0,2}$/);
    assert.match(media.dominantColor ?? '', /^#[0-9a-f]{6}$/);
    const copy = await fetch(media.thumbnail ?? '');
    assert.equal(copy.status, 200);
    const seen = await sharp(Buffer.from(await copy.arrayBuffer())).metadata();
    assert.deepEqual([seen.width, seen.exif], [50, undefined], 'and says nothing of where it was taken');
  });

  test('what OpenIM’s SDK writes on every picture is corrected, and a lie about a type', async () => {
    await picture('/plain.png');
    await picture('/lies.png');
    await picture('/moving.gif');
    const plain = await settled(sites.at('/plain.png'));
    assert.deepEqual(
      [plain.state, plain.mimeType, plain.width, plain.height, plain.size],
      ['READY', 'image/png', 120, 90, LYING['/plain.png']?.length],
    );
    assert.equal((await settled(sites.at('/lies.png'))).mimeType, 'image/webp');
    const gif = await settled(sites.at('/moving.gif'));
    assert.deepEqual([gif.mimeType, gif.animated, gif.width, gif.height], ['image/gif', true, 40, 30]);
  });

  test('sounds and videos say how long they are, and how loud', async () => {
    for (const name of ['voice.m4a', 'clip.mp4']) LYING[`/${name}`] = recording(name);
    await sent({ sound: { url: sites.at('/voice.m4a'), duration: 99 } });
    await sent({ video: { url: sites.at('/clip.mp4'), duration: 99, mimeType: 'video/mp4' } });
    const sound = await settled(sites.at('/voice.m4a'));
    assert.equal(sound.state, 'READY', sound.failure ?? '');
    assert.ok((sound.duration ?? 99) < 60);
    assert.equal(sound.waveform?.length, 64);
    const video = await settled(sites.at('/clip.mp4'));
    assert.equal(video.state, 'READY', video.failure ?? '');
    assert.ok((video.duration ?? 99) < 60 && video.width !== null && video.codec !== null);
  });

  test('a file is met when it is sent, and read once, whoever looks and however often', async () => {
    LYING['/met.png'] = await blue(30, 20).png().toBuffer();
    await using other = await openWorld({ DATABASE_URL: database.url, MEDIA_READING: 'on', LINK_PREVIEWS: 'private' });
    assert.ok(other.url);
    await picture('/met.png');
    const { rows } = await poll('/met.png');
    assert.deepEqual(rows[0]?.state, 'READY', 'before anybody has looked');
    await Promise.all(Array.from({ length: 5 }, () => files()));
    assert.equal(sites.asked.filter((path) => path === '/met.png').length, 1);
  });

  /** The row of a file, once it waits no more. */
  async function poll(path: string) {
    const client = new pg.Client(database.url);
    await client.connect();
    try {
      const query = 'select state, reason from media.files where url = $1';
      let found = await client.query<{ state: string }>(query, [sites.at(path)]);
      while (found.rows[0] === undefined || found.rows[0].state === 'PENDING') {
        await pause(20);
        found = await client.query(query, [sites.at(path)]);
      }
      return found;
    } finally {
      await client.end();
    }
  }

  const HOSTILE: Readonly<Record<string, string>> = {
    '/cut.jpg': 'UNREADABLE',
    '/bomb.png': 'TOO_MANY_PIXELS',
    '/vector.svg': 'TYPE_REFUSED',
    '/broken.png': 'UNREADABLE',
  };
  for (const [path, reason] of Object.entries(HOSTILE))
    test(`${path} is FAILED for ${reason}, and shown as its sender described it`, async () => {
      await picture(path);
      const file = await settled(sites.at(path));
      assert.deepEqual([file.state, file.failure], ['FAILED', reason]);
      assert.deepEqual([file.mimeType, file.width, file.thumbHash, file.thumbnail], ['image/png', 640, null, null]);
    });

  test('what lies in our own network is not asked for', async () => {
    await using careful = await openWorld({ MEDIA_READING: 'on', LINK_PREVIEWS: 'on' });
    const [one, two] = [await careful.signIn('one@example.com'), await careful.signIn('two@example.com')];
    const url = sites.at('/secret.png');
    await one.query(SEND, { to: two.id, content: { picture: { url } } });
    const look = async (): Promise<File | undefined> =>
      (await two.query<Page, object>(PAGE, { with: one.id })).user.conversation.messages.nodes[0]?.content.source;
    let file = await look();
    while (file?.state === 'PENDING') {
      await pause(20);
      file = await look();
    }
    assert.deepEqual([file?.state, file?.failure], ['FAILED', 'REFUSED']);
    assert.ok(!sites.asked.includes('/secret.png'));
  });

  test('a page costs one statement for all that is known of its files, and none for what it tells again', async () => {
    await files();
    const { statements: whole } = await world.price(files);
    const bare = PAGE.replace(FILE, 'id');
    const { statements: without } = await world.price(() => bo.query(bare, { with: ann.id }));
    assert.equal(whole - without, 1);
  });

  test('while what is known of files cannot be looked up, messages come with what their senders said, and no error', async () => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query('begin; lock table media.files in access exclusive mode');
    try {
      for (let times = 0; times < 3; times += 1) {
        const file = await fileAt(sites.at('/plain.png'));
        assert.deepEqual([file.state, file.width, file.thumbHash, file.thumbnail], [null, 640, null, null]);
      }
    } finally {
      await client.query('rollback');
      await client.end();
    }
    let file = await fileAt(sites.at('/plain.png'));
    while (file.state === null) {
      await pause(50);
      file = await fileAt(sites.at('/plain.png'));
    }
    assert.deepEqual([file.state, file.width], ['READY', 120]);
  });
});
