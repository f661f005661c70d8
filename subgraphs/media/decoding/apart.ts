import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Facts } from '../files/facts.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
/** KiB of memory, seconds of all threads' time; no core is written. The system holds it to these. */
const LIMITS = 'ulimit -d 1500000; ulimit -t 30; ulimit -c 0';
const HEAP_MB = 512;
/** ms */
const WHOLE = 12_000;

const ARGUMENTS = [
  ...['-c', `${LIMITS}; exec "$0" "$@"`, process.execPath],
  // Decoders are addons; nothing here writes, starts anything, or has a thread of JavaScript.
  ...['--permission', '--allow-addons', '--allow-fs-read=*', `--max-old-space-size=${HEAP_MB}`, MAIN],
];

/** Decoders of this package that need nothing installed; what the machine has might be of any age. */
const ENVIRONMENT = { NODE_WEBCODECS_FORCE: 'static' };

const side = z.int().min(1).max(65_535).exactOptional();

const ANSWER = z.strictObject({
  mimeType: z.string(),
  width: side,
  height: side,
  duration: z.number().positive(),
  rotation: z.literal([0, 90, 180, 270]).exactOptional(),
  codec: z.string().max(200).exactOptional(),
  waveform: z.array(z.int().min(0).max(255)).length(64).exactOptional(),
  posterPNG: z.base64().exactOptional(),
});

/**
 * What a sound or a video is, read in a process of its own: decoders are not written in a language that forgives, and a
 * file that breaks one takes that process with it and nothing else. Rejects for what cannot be read, within
 * {@link WHOLE} ms.
 */
export async function readApart(bytes: Uint8Array): Promise<Facts> {
  const child = spawn('/bin/sh', ARGUMENTS, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: ENVIRONMENT,
    timeout: WHOLE,
    killSignal: 'SIGKILL',
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined).end(bytes);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const answer = await Promise.race([text(child.stdout), failed]);
  if (answer === '') throw new TypeError('This is no sound and no video that can be read.');
  const { posterPNG, ...facts } = ANSWER.parse(JSON.parse(answer));
  return posterPNG === undefined ? facts : { ...facts, posterPNG: Buffer.from(posterPNG, 'base64') };
}
