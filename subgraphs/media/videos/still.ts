import { EncodedPacketSink, type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import sharp, { type Sharp } from 'sharp';

/** Pixels of a frame; of what has more there is no still. */
const MOST_PIXELS = 40_000_000;
/** Of the longer side. */
const MOST_SIDE = 1280;
/** Where a still is looked for, in seconds. */
const FIRST_SECONDS = 5;
const MOST_LOOKS = 6;
/** Between whole pictures, for videos whose first one is dark and the only one. */
const FURTHER_LOOKS = [1, 3];
/** Of 255: a picture that is so dark all over stands for nothing. */
const DARK_MEAN = 16;
const DARK_DEVIATION = 10;

/** The first whole picture that is not black, upright, as PNG; the very first where all are. Null where there is none. */
export async function stillOf(track: InputVideoTrack): Promise<Buffer | null> {
  const frames = new VideoSampleSink(track);
  let first: Buffer | null = null;
  for (const time of [...(await timesOf(track)), ...FURTHER_LOOKS]) {
    using frame = await frames.getSample(time);
    if (frame === null || frame.codedWidth * frame.codedHeight > MOST_PIXELS) continue;
    const pixels = await pixelsOf(frame);
    if (pixels === null) return null;
    const still = await (await uprightOf(pixels, track)).png().toBuffer();
    if (!(await isDark(still))) return still;
    first ??= still;
  }
  return first;
}

/** Of the first whole pictures: they cost one picture's decoding each. */
async function timesOf(track: InputVideoTrack): Promise<number[]> {
  if ((await track.getCodedWidth()) * (await track.getCodedHeight()) > MOST_PIXELS) return [];
  const packets = new EncodedPacketSink(track);
  const times: number[] = [];
  let packet = await packets.getFirstKeyPacket();
  while (packet !== null && times.length < MOST_LOOKS && packet.timestamp <= FIRST_SECONDS) {
    times.push(packet.timestamp);
    packet = await packets.getNextKeyPacket(packet);
  }
  return times;
}

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const CHANNELS = 4;
/** Newer than the library's types, which lack it. */
const AS_RGB: object = { format: 'RGBX' };

/**
 * Null for pictures of more than eight bits a colour: the decoders' own conversion leaves the memory as it was, which is
 * seen by what it writes into every pixel's fourth byte.
 */
async function pixelsOf(frame: VideoSample): Promise<Pixels | null> {
  const data = new Uint8Array(frame.allocationSize(AS_RGB));
  await frame.copyTo(data, AS_RGB);
  for (let at = CHANNELS - 1; at < data.length; at += CHANNELS) if (data[at] !== 255) return null;
  const { width, height } = frame.visibleRect;
  return { data, width, height };
}

async function uprightOf({ data, width, height }: Pixels, track: InputVideoTrack): Promise<Sharp> {
  const shown = { width: await track.getSquarePixelWidth(), height: await track.getSquarePixelHeight() };
  const shrink = Math.min(1, MOST_SIDE / Math.max(shown.width, shown.height));
  const stored = sharp(data, { raw: { width, height, channels: CHANNELS } })
    .removeAlpha()
    .resize({
      width: Math.max(1, Math.round(shown.width * shrink)),
      height: Math.max(1, Math.round(shown.height * shrink)),
      fit: 'fill',
    });
  const turned = sharp(await stored.png({ compressionLevel: 1 }).toBuffer()).rotate(await track.getRotation());
  return (await track.getFlip()) ? turned.flop() : turned;
}

async function isDark(still: Buffer): Promise<boolean> {
  const { channels } = await sharp(still).greyscale().stats();
  return channels.slice(0, 1).every(({ mean, stdev }) => mean < DARK_MEAN && stdev < DARK_DEVIATION);
}
