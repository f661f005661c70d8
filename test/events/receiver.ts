import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One webhook, as it arrived. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Somebody else's server. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** The next that arrives at a path; the test's own limit ends the wait. */
  next(path: string): Promise<Received>;
  /** How many arrived there that nobody has taken. */
  waiting(path: string): number;
  /** What is answered there from now on; 204 unless told otherwise. */
  answer(path: string, status: number): void;
}

export async function openReceiver(): Promise<Receiver> {
  const arrived = new Map<string, Received[]>();
  const awaited = new Map<string, ((one: Received) => void)[]>();
  const statuses = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? '';
    const headers = request.headers as Record<string, string>;
    const one: Received = { path, headers, body: Buffer.concat(chunks).toString() };
    response.writeHead(statuses.get(path) ?? 204).end();
    const waiter = awaited.get(path)?.shift();
    if (waiter) waiter(one);
    else arrived.set(path, [...(arrived.get(path) ?? []), one]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: async (path) => {
      const one = arrived.get(path)?.shift();
      if (one) return one;
      return new Promise((resolve) => awaited.set(path, [...(awaited.get(path) ?? []), resolve]));
    },
    waiting: (path) => arrived.get(path)?.length ?? 0,
    answer: (path, status) => void statuses.set(path, status),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
