import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between us and OpenIM: it lets through, breaks the connection, or says nothing at all. */
export interface Relay extends AsyncDisposable {
  readonly url: string;
  mode: 'through' | 'broken' | 'silent';
  /** What is broken while the rest goes through. */
  breaks: (route: string, body: string) => boolean;
  /** Routes that were asked for, whatever came of it. */
  readonly asked: { readonly route: string; readonly body: string }[];
}

export async function openRelay(target: string): Promise<Relay> {
  const asked: Relay['asked'] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    asked.push({ route: incoming.url ?? '', body: body.toString() });
    if (relay.mode === 'broken' || relay.breaks(incoming.url ?? '', `${body}`)) return void incoming.socket.destroy();
    if (relay.mode === 'silent') return;
    const { method = 'POST', headers } = incoming;
    request(new URL(incoming.url ?? '', target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const relay: Relay = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: 'through',
    breaks: () => false,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return relay;
}
