import type { Input, InputVideoTrack } from 'mediabunny';
import { durationOf, mimeTypeOf } from '../decoding/container.ts';
import { decoded } from '../decoding/decoded.ts';
import type { Facts } from '../files/facts.ts';
import { stillOf } from './still.ts';

interface Opened {
  readonly input: Input;
  readonly track: InputVideoTrack;
  /** Bytes. */
  readonly length: number;
}

/** What no decoder makes. */
const MOST_SIDE = 65_535;

export async function readVideo({ input, track, length }: Opened): Promise<Facts> {
  const duration = await durationOf(input, track, length);
  const size = { width: Math.round(await track.getDisplayWidth()), height: Math.round(await track.getDisplayHeight()) };
  if (!isSide(size.width) || !isSide(size.height)) throw new RangeError('No such size can be.');
  const poster = (await track.canDecode()) ? await decoded(stillOf(track)) : null;
  const codec = await track.getCodecParameterString();
  return {
    ...size,
    mimeType: await mimeTypeOf(input),
    duration,
    rotation: await track.getRotation(),
    ...(codec === null ? {} : { codec }),
    ...(poster === null ? {} : { posterPNG: poster }),
  };
}

const isSide = (side: number): boolean => side >= 1 && side <= MOST_SIDE;
