import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { until } from '../events/until.ts';
import { type Actor, openWorld } from '../world/world.ts';
import { get, TAKES } from './rendition-kit.ts';
import { store } from './upload-kit.ts';

const FILE = `query ($id: ID!) { media(id: $id) {
  state mimeType width height duration waveform thumbHash thumbnail(width: 96)
} }`;

interface Known {
  readonly state: string;
  readonly mimeType: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration: number | null;
  readonly waveform: readonly number[] | null;
  readonly thumbHash: string | null;
  readonly thumbnail: string | null;
}

const bytesOf = (name: string): Buffer => readFileSync(new URL(`./recordings/${name}`, import.meta.url));

describe('a recording that somebody uploads', () => {
  const undo = new AsyncDisposableStack();
  let ann: Actor;
  before(async () => {
    const world = undo.use(await openWorld({ MEDIA_READING: 'on' }));
    ann = await world.signIn('ann@example.com');
  });
  after(() => undo.disposeAsync());

  /** What is said of it once it was read. */
  async function reads(bytes: Buffer, name: string, mimeType: string): Promise<Known> {
    const { id } = await store(ann, bytes, { name, mimeType });
    let media: Known | null = null;
    await until(async () => {
      ({ media } = await ann.query<{ media: Known | null }, object>(FILE, { id }));
      return media !== null && media.state !== 'PENDING';
    });
    assert.ok(media);
    return media;
  }

  test('is as long as it is heard, and shows how loud it is', async () => {
    const { waveform, ...media } = await reads(bytesOf('voice.m4a'), 'voice.m4a', 'audio/mp4');
    const nothing = { width: null, height: null, thumbHash: null, thumbnail: null };
    assert.deepEqual(media, { ...nothing, state: 'READY', mimeType: 'audio/mp4', duration: 2 });
    assert.equal(waveform?.length, 64);
    const [loud, quiet] = [waveform[16] ?? 0, waveform[48] ?? 0];
    assert.ok(Math.abs(loud / quiet - 4) < 0.4, `${loud} is not four times ${quiet}`);
  });

  test('has a still where it is a video, upright, in any size that is asked for', async () => {
    const media = await reads(bytesOf('turned.mp4'), 'clip.mp4', 'video/mp4');
    const { state, width, height, duration, waveform } = media;
    assert.deepEqual([state, width, height, duration, waveform], ['READY', 90, 160, 2, null]);
    assert.ok(Buffer.from(media.thumbHash ?? '', 'base64').length > 4);
    const copy = await get(media.thumbnail ?? '', { accept: TAKES.webp });
    const still = await sharp(copy.bytes).metadata();
    assert.deepEqual([copy.status, still.format, still.width, still.height], [200, 'webp', 90, 160]);
  });

  test('is the word of who sent it where it is cut or cannot be shown', async () => {
    const whole = bytesOf('clip.mp4');
    const cut = await reads(whole.subarray(0, whole.length / 2), 'cut.mp4', 'video/mp4');
    assert.deepEqual([cut.state, cut.duration, cut.thumbnail], ['FAILED', null, null]);
    const deep = await reads(bytesOf('ten-bits.mov'), 'deep.mov', 'video/quicktime');
    assert.deepEqual([deep.state, deep.width, deep.duration, deep.thumbnail], ['READY', 160, 2, null]);
  });
});
