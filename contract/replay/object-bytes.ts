import { createHash } from 'node:crypto';
import type { Step } from './recording.ts';
import type { Replay } from './replay.ts';

const RECORDED_MD5 = '800d73ce8cf3ac2e60dffbd95a9430a0';
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** What is stored must be new to the server, or it would know the hash: each prefix has bytes of its own. */
const bytesOf = (prefix: string): string => `${prefix} `.repeat(72).slice(0, 72);

/** A recording tells the md5s of its bytes, but not the bytes: the same steps with those of ours. */
export const withOwnBytes = (steps: readonly Step[], prefix: string): Step[] => {
  const own = md5(bytesOf(prefix));
  const text = JSON.stringify(steps).replaceAll(md5(RECORDED_MD5), md5(own)).replaceAll(RECORDED_MD5, own);
  return JSON.parse(text) as Step[];
};

/** The PUT to the store that stands between two steps. */
export const putPart =
  (prefix: string) =>
  async (replay: Replay): Promise<void> => {
    const url = String(replay.answered(11, 'data.upload.sign.parts.0.url'));
    const { status } = await fetch(url, { method: 'PUT', body: bytesOf(prefix) });
    stored(status);
  };

/** The POST of a form. */
export const putForm = async (replay: Replay): Promise<void> => {
  const form = new FormData();
  const fields = replay.answered(4, 'data.formData') as Record<string, string>;
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob(['eighteen bytes now']), 'form.txt');
  const { status } = await fetch(String(replay.answered(4, 'data.url')), { method: 'POST', body: form });
  stored(status);
};

/** The store is not OpenIM, but what comes next is about what it holds. */
class StoreRefused extends Error {}

function stored(status: number): void {
  if (status < 200 || status > 204) throw new StoreRefused(`The object store answered ${status} to an upload.`);
}
