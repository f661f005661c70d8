import {
  ADTS,
  BufferSource,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';

/** Only these: some of the library's other formats are lists of addresses, which it would load. */
const FORMATS = [MP4, QTFF, WEBM, MATROSKA, OGG, MP3, WAVE, FLAC, ADTS];

/** Less than a byte a second is no sound and no video, but a header that lies. */
const MOST_SECONDS_A_BYTE = 1;

export function openContainer(bytes: Uint8Array): Input {
  if (isCutRIFF(bytes)) throw new TypeError('The end of this file is missing.');
  return new Input({ source: new BufferSource(bytes), formats: FORMATS });
}

/** Whether a WAV says that it is longer; who did not know yet how long it would be has written 0 or the largest number. */
function isCutRIFF(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8));
  if (head.length < 8 || head.toString('latin1', 0, 4) !== 'RIFF') return false;
  const size = head.readUInt32LE(4);
  return size !== 0xff_ff_ff_ff && size + head.length > bytes.length + 1;
}

/** Without the codecs, which vary by the library's version. */
export const mimeTypeOf = async (input: Input): Promise<string> => {
  const [type = ''] = (await input.getMimeType()).split(';', 1);
  return type.trim();
};

/** Of what a header says, this much has to be there. */
const LEAST_THERE = 0.9;
/** Seconds by which what is there may differ from what a header says, however short it is. */
const SLACK = 0.5;

/** Seconds. Rejects where the end of a file is missing, or it says that it lasts as long as nothing of its length can. */
export async function durationOf(input: Input, track: InputTrack, length: number): Promise<number> {
  const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY);
  if (last === null || last.byteLength === 0) throw new TypeError('The end of this file is missing.');
  const duration = (await input.computeDuration()) - Math.max(0, await input.getFirstTimestamp());
  if (!(duration > 0 && duration <= length * MOST_SECONDS_A_BYTE)) throw new RangeError('No such duration can be.');
  const said = await input.getDurationFromMetadata();
  if (said !== null && duration < said * LEAST_THERE - SLACK) throw new RangeError('It is much shorter than it says.');
  return duration;
}
