import { buffer } from 'node:stream/consumers';
import { readRecording } from './read.ts';

/*
 * A process of its own for one file: its bytes come in, what they say goes out. It has no secrets, little memory, little
 * time, and may die of what it reads. Without decoders for this machine it reads what containers say.
 */
await import('node-webcodecs/register').catch(() => undefined);
const { posterPNG, ...facts } = await readRecording(await buffer(process.stdin));
const poster = posterPNG === undefined ? {} : { posterPNG: Buffer.from(posterPNG).toString('base64') };
process.stdout.write(JSON.stringify({ ...facts, ...poster }), () => {
  // The decoders' own ends are not waited for: after a broken file they may go wrong.
  process.kill(process.pid, 'SIGKILL');
});
