import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import fc from 'fast-check';
import sharp, { type OutputInfo } from 'sharp';
import { openPool } from '../../subgraphs/media/workers/pool.ts';

const FOLDER = new URL('./recordings/', import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, FOLDER));
const RECORDINGS = readdirSync(FOLDER).filter((name) => !/\.(sh|json|md)$/.test(name));

/** What ffprobe and ffmpeg say. */
interface Expected {
  readonly duration: number | null;
  readonly codec: string;
  readonly width?: number;
  readonly height?: number;
  readonly aspect?: string;
  readonly rotation?: number;
  readonly pixels?: number[];
  readonly waveform?: number[];
}
const EXPECTED: Record<string, Expected> = JSON.parse(bytesOf('expected.json').toString());

/** ffprobe's names beside those of RFC 6381. */
const CODECS: Record<string, RegExp> = {
  ...{ h264: /^avc1\./, hevc: /^hev1\./, av1: /^av01\./, vp8: /^vp8$/, vp9: /^vp09\./ },
  ...{ aac: /^mp4a\.40\.2$/, mp3: /^mp3$/, opus: /^opus$/, vorbis: /^vorbis$/, flac: /^flac$/ },
  ...{ pcm_s16le: /^pcm-s16$/, amr_nb: /^samr$/ },
};

/** Where it begins, grows quiet and ends: some drop the few hundredths of a second that an encoder puts in front. */
const EDGES = [0, 1, 31, 32, 33, 62, 63];

/** 160 by 90 pixels, by libheif's heif-enc 1.15. */
const HEIC = readFileSync(new URL('./picture.heic', import.meta.url));

const pool = openPool();
after(() => pool.stop());
const read = (bytes: Uint8Array, claimed: string | null = null) =>
  pool.run('read', { bytes, claimed }, { timeout: 60_000 });

/** As far as one is from the other, at most. */
const isNear = (ours: number, theirs: number, most: number, what: string) =>
  assert.ok(Math.abs(ours - theirs) <= most, `${what}: ${ours}, and others say ${theirs}`);

test('sounds and videos are as long and as large, and look and sound, as other tools say', async () => {
  assert.deepEqual(RECORDINGS.toSorted(), Object.keys(EXPECTED).toSorted());
  await Promise.all(
    Object.entries(EXPECTED).map(async ([name, expected]) => {
      const facts = await read(bytesOf(name));
      if (expected.duration !== null) isNear(facts.duration ?? 0, expected.duration, 0.01, `${name}: duration`);
      assert.match(facts.codec ?? '', CODECS[expected.codec] ?? /^$/, name);
      assert.equal(facts.mimeType.split('/')[0], expected.width === undefined ? 'audio' : 'video', name);
      for (const [at, level] of (expected.waveform ?? []).entries())
        if (!EDGES.includes(at)) isNear(facts.waveform?.[at] ?? -1, level, 24, `${name}: point ${at}`);
    }),
  );
});

test('a video is as large as it is shown, upright and with square pixels, and so is its poster', async () => {
  const sizeOf = async (name: string) => {
    const { width, height, rotation, posterPNG } = await read(bytesOf(name));
    const poster = await sharp(posterPNG).metadata();
    assert.deepEqual([poster.width, poster.height], [width, height]);
    return { width, height, rotation };
  };
  assert.deepEqual(await sizeOf('clip.mp4'), { width: 160, height: 90, rotation: 0 });
  assert.equal(EXPECTED['turned.mp4']?.rotation, 90, 'ffprobe counts against the clock');
  assert.deepEqual(await sizeOf('turned.mp4'), { width: 90, height: 160, rotation: 270 });
  assert.equal(EXPECTED['anamorphic.mp4']?.aspect, '4:3');
  assert.deepEqual(await sizeOf('anamorphic.mp4'), { width: 213, height: 90, rotation: 0 });
});

/** The mean colours of 8 by 8 parts, from left to right and from top to bottom. */
function eighths(pixels: Buffer, { width, height, channels }: OutputInfo): number[] {
  assert.equal(channels, 3);
  const sums = Array.from({ length: 64 * 3 }, () => ({ sum: 0, count: 0 }));
  for (const [at, value] of pixels.entries()) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const part = sums[(Math.floor((y * 8) / height) * 8 + Math.floor((x * 8) / width)) * 3 + (at % 3)];
    assert.ok(part);
    part.sum += value;
    part.count += 1;
  }
  return sums.map(({ sum, count }) => sum / count);
}

test("a video's poster is its first picture that is not black, and none where its colours cannot be had", async () => {
  for (const [name, { pixels }] of Object.entries(EXPECTED)) {
    if (pixels === undefined) continue;
    const { posterPNG } = await read(bytesOf(name));
    if (name === 'ten-bits.mov') {
      assert.equal(posterPNG, undefined);
      continue;
    }
    const { data, info } = await sharp(posterPNG).raw().toBuffer({ resolveWithObject: true });
    const ours = eighths(data, info);
    const apart = ours.reduce((sum, value, at) => sum + Math.abs(value - (pixels[at] ?? 0)), 0) / ours.length;
    assert.ok(apart < 3, `${name}: ${apart} of 255 apart`);
  }
});

test('a file whose end is missing is told from a whole one', async () => {
  const cut = RECORDINGS.filter((name) => name !== 'voice.aac' && name !== 'recorded.webm' && name !== 'fragments.mp4');
  await Promise.all(
    cut.map((name) => {
      const bytes = bytesOf(name);
      return assert.rejects(read(bytes.subarray(0, Math.floor(bytes.length * 0.51))), name);
    }),
  );
});

const put = (name: string, box: string, write: (at: Buffer) => void): Buffer => {
  const bytes = bytesOf(name);
  const at = bytes.indexOf(box);
  assert.ok(at > 0, box);
  write(bytes.subarray(at + 4));
  return bytes;
};
const boxOf = (type: string, size: number): Buffer => {
  const box = Buffer.alloc(8);
  box.writeUInt32BE(size);
  box.write(type, 4);
  return box;
};
const FTYP = Buffer.concat([boxOf('ftyp', 16), Buffer.from('isom\0\0\0\0')]);

test('headers that lie, boxes without end and bombs are refused', async () => {
  const hostile = {
    'two thousand million sounds of two thousand million ticks': put('voice.m4a', 'stts', (at) => {
      at.writeUInt32BE(0x7f_ff_ff_ff, 8);
      at.writeUInt32BE(0x7f_ff_ff_ff, 12);
    }),
    'two thousand million sizes': put('voice.m4a', 'stsz', (at) => at.writeUInt32BE(0x7f_ff_ff_ff, 8)),
    'a chunk beyond the end': put('voice.m4a', 'stco', (at) => at.writeUInt32BE(0xff_ff_ff_00, 8)),
    'boxes in boxes': Buffer.concat([
      FTYP,
      ...Array.from({ length: 20_000 }, (_, depth) => boxOf('moov', (20_000 - depth) * 8)),
    ]),
    'boxes of nothing': Buffer.concat([FTYP, ...Array.from({ length: 100_000 }, () => boxOf('free', 8))]),
    'a box that has no size': Buffer.concat([FTYP, boxOf('moov', 0), Buffer.alloc(5_000)]),
    'a sound of no sound': Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(7, 0x3c)]),
    'pages without end': Buffer.concat(Array.from({ length: 2_000 }, () => bytesOf('opus.ogg').subarray(0, 47))),
  };
  await Promise.all(Object.entries(hostile).map(([what, bytes]) => assert.rejects(read(bytes), `${what} was read`)));
});

test('whatever is changed in a file, it is read within bounds or refused', async () => {
  const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), value: fc.nat(255) });
  const broken = fc.tuple(fc.constantFrom(...RECORDINGS), fc.array(change, { minLength: 1, maxLength: 12 }));
  const known = async ([name, changes]: [string, { at: number; value: number }[]]) => {
    const bytes = bytesOf(name);
    for (const { at, value } of changes) bytes[Math.floor(at * at * bytes.length)] = value;
    const facts = await read(bytes).catch((error: Error) => {
      assert.notEqual(error.name, 'AbortError', `${name} took too long`);
      return null;
    });
    if (facts === null) return;
    assert.ok(facts.duration === undefined || (facts.duration > 0 && facts.duration <= bytes.length), name);
    assert.ok(facts.waveform === undefined || facts.waveform.length === 64, name);
  };
  await Promise.all(fc.sample(broken, { numRuns: 40, seed: 8 }).map(known));
});

test('other files are of the type that is in them, and texts of a kind that no browser runs', async () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  assert.deepEqual(await read(pdf, 'image/png'), { mimeType: 'application/pdf' });
  assert.deepEqual(await read(Buffer.from('a,b\nä,ö\n'), 'text/csv'), { mimeType: 'text/csv' });
  assert.deepEqual(await read(Buffer.from('<script>alert(1)</script>'), 'text/html'), { mimeType: 'text/plain' });
  assert.deepEqual(await read(Buffer.from([1, 2, 255, 254]), 'text/plain'), { mimeType: 'application/octet-stream' });
  assert.deepEqual(await read(Buffer.alloc(0), 'text/plain'), { mimeType: 'application/octet-stream' });
});

test('a picture that nobody here decodes is as large as its container says, upright', async () => {
  const heic = { mimeType: 'image/heic', animated: false };
  assert.deepEqual(await read(HEIC), { ...heic, width: 160, height: 90 });
  // How deep its colours are becomes a quarter turn.
  const turned = Buffer.from(HEIC);
  turned.write('irot', turned.indexOf('pixi'));
  turned.writeUInt8(1, turned.indexOf('irot') + 4);
  assert.deepEqual(await read(turned), { ...heic, width: 90, height: 160 });
  await assert.rejects(read(HEIC.subarray(0, HEIC.indexOf('ispe'))));
});
