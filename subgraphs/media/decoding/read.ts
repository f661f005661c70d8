import type { Facts } from '../files/facts.ts';
import { isAMR, readAMR } from '../sounds/amr.ts';
import { readSound } from '../sounds/read.ts';
import { readVideo } from '../videos/read.ts';
import { openContainer } from './container.ts';

/** What a sound or a video is: a video is what has pictures that move. Rejects for what is neither. */
export async function readRecording(bytes: Uint8Array): Promise<Facts> {
  if (isAMR(bytes)) return readAMR(bytes);
  const input = openContainer(bytes);
  const video = await input.getPrimaryVideoTrack();
  if (video !== null) return readVideo({ input, track: video, length: bytes.byteLength });
  const sound = await input.getPrimaryAudioTrack();
  if (sound === null) throw new TypeError('There is nothing to hear or see.');
  return readSound({ input, track: sound, length: bytes.byteLength });
}
