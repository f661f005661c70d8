import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Call {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A server that is called, and answers with these statuses, the last one again and again. */
export interface Hook extends AsyncDisposable {
  readonly url: string;
  readonly calls: readonly Call[];
}

export async function openHook(statuses: readonly number[]): Promise<Hook> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const status = statuses[Math.min(calls.length, statuses.length - 1)] ?? 200;
    calls.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/codes?by=sms`,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
