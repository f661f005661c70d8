import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'undici';

const TRIES = 50;

interface Answer {
  readonly id: number;
  readonly result?: { readonly usedSize?: number };
}

/** Has a process that listens for an inspector collect its garbage; bytes of its heap that are in use then. */
export async function heapAfterCollection(port: number): Promise<number> {
  const socket = new WebSocket(await addressAt(port));
  await once(socket, 'open');
  let last = 0;
  const ask = (method: string): Promise<Answer> => {
    last += 1;
    const id = last;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const hear = ({ data }: MessageEvent): void => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== id) return;
      socket.removeEventListener('message', hear);
      resolve(answer);
    };
    socket.addEventListener('message', hear);
    socket.send(JSON.stringify({ id, method }));
    return promise;
  };
  await ask('HeapProfiler.collectGarbage');
  const { result } = await ask('Runtime.getHeapUsage');
  socket.close();
  return result?.usedSize ?? Number.NaN;
}

async function addressAt(port: number): Promise<string> {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    const [target] = answer === null ? [] : ((await answer.json()) as { webSocketDebuggerUrl: string }[]);
    if (target !== undefined) return target.webSocketDebuggerUrl;
    await pause(100);
  }
  throw new TypeError('the inspector did not open');
}
