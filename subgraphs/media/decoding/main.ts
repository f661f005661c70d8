import { buffer } from 'node:stream/consumers';
import { readRecording } from './read.ts';

/*
 * A process of its own for one file: its bytes come in, what they say goes out. It has no secrets, little memory, little
 * time, and may die of what it reads. Without decoders for this machine it reads what containers say.
 */
/** ms; longer than who waits for it. Where that one is gone, nobody else ends it. */
const LIFE = 15_000;
setTimeout(() => process.kill(process.pid, 'SIGKILL'), LIFE).unref();

await import('node-webcodecs/register').catch(() => undefined);
const { posterPNG, ...facts } = await readRecording(await buffer(process.stdin));
const poster = posterPNG === undefined ? {} : { posterPNG: Buffer.from(posterPNG).toString('base64') };
process.stdout.write(JSON.stringify({ ...facts, ...poster }), () => {
  // The decoders' own ends are not waited for: after a broken file they may go wrong.
  process.kill(process.pid, 'SIGKILL');
});
