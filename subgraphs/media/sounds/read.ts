import type { Input, InputAudioTrack } from 'mediabunny';
import { durationOf, mimeTypeOf } from '../decoding/container.ts';
import { decoded } from '../decoding/decoded.ts';
import type { Facts } from '../files/facts.ts';
import { hear } from './waveform.ts';

interface Opened {
  readonly input: Input;
  readonly track: InputAudioTrack;
  /** Bytes. */
  readonly length: number;
}

/** Of what there should be to hear; with less the header lies, or the end is missing. */
const LEAST_HEARD = 0.5;

export async function readSound({ input, track, length }: Opened): Promise<Facts> {
  const duration = await durationOf(input, track, length);
  const heard = (await track.canDecode()) ? await decoded(hear(track, duration)) : null;
  if (heard !== null && heard.share < LEAST_HEARD) throw new RangeError('It is much shorter than it says.');
  const codec = await track.getCodecParameterString();
  return {
    mimeType: await mimeTypeOf(input),
    duration,
    ...(codec === null ? {} : { codec }),
    ...(heard === null ? {} : { waveform: heard.waveform }),
  };
}
