import { type AudioSample, AudioSampleSink, type InputAudioTrack } from 'mediabunny';

export interface Heard {
  /** {@link POINTS} numbers, 0 to 255, the loudest 255; all 0 where there is silence. */
  readonly waveform: readonly number[];
  /** How much of what was to be heard was there, 0 to 1. */
  readonly share: number;
}

const POINTS = 64;
/** Seconds of each part that are listened to: all, unless it lasts longer than ten minutes. */
const MOST_OF_A_PART = 10;

/** The loudness (root mean square) of each of a sound's {@link POINTS} parts, as decoded. */
export async function hear(track: InputAudioTrack, duration: number): Promise<Heard> {
  const part = duration / POINTS;
  const energies = new Float64Array(POINTS);
  const counts = new Float64Array(POINTS);
  let seconds = 0;
  const listen = async (from: number, to: number): Promise<void> => {
    for await (const sample of new AudioSampleSink(track).samples(from, to)) {
      using heard = sample;
      seconds += heard.numberOfFrames / heard.sampleRate;
      addTo(energies, counts, { sample: heard, part });
    }
  };
  if (part <= MOST_OF_A_PART) await listen(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  else for (let point = 0; point < POINTS; point++) await listen(point * part, point * part + MOST_OF_A_PART);
  const awaited = Math.min(part, MOST_OF_A_PART) * POINTS;
  return { waveform: levels(energies, counts), share: seconds / awaited };
}

interface Piece {
  readonly sample: AudioSample;
  /** Seconds that each point stands for. */
  readonly part: number;
}

function addTo(energies: Float64Array, counts: Float64Array, { sample, part }: Piece): void {
  const values = new Float32Array(sample.numberOfFrames);
  const perFrame = 1 / (sample.sampleRate * part);
  const start = sample.timestamp / part;
  for (let channel = 0; channel < sample.numberOfChannels; channel++) {
    sample.copyTo(values, { format: 'f32-planar', planeIndex: channel });
    for (const [frame, value] of values.entries()) {
      const point = Math.floor(start + frame * perFrame);
      if (point < 0 || point >= POINTS || !Number.isFinite(value)) continue;
      energies[point] = (energies[point] ?? 0) + value * value;
      counts[point] = (counts[point] ?? 0) + 1;
    }
  }
}

function levels(energies: Float64Array, counts: Float64Array): number[] {
  const means = Array.from(energies, (energy, point) => Math.sqrt(energy / Math.max(1, counts[point] ?? 0)));
  const loudest = Math.max(...means);
  return means.map((mean) => (loudest === 0 ? 0 : Math.round((mean / loudest) * 255)));
}
