import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWorld } from '../world/world.ts';
import { openStage } from './stage.ts';

/** A proxy in front of a sandbox that tells what arrived; `answer`, where it is given, answers instead. */
interface Spy extends AsyncDisposable {
  readonly url: string;
  readonly seen: { path: string; headers: IncomingHttpHeaders; body: string; gone: Promise<void> }[];
  answer:
    | ((path: string) => { status: number; headers?: Record<string, string>; body?: Uint8Array | null } | null)
    | null;
}

async function openSpy(upstream: string): Promise<Spy> {
  const spy: Pick<Spy, 'seen' | 'answer'> = { seen: [], answer: null };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const path = incoming.url ?? '';
    const gone = once(outgoing, 'close').then(() => undefined);
    spy.seen.push({ path, headers: incoming.headers, body: Buffer.concat(chunks).toString(), gone });
    const given = spy.answer?.(path) ?? null;
    if (given !== null) {
      // A null body: it never comes.
      outgoing.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      return given.body === null ? outgoing.flushHeaders() : void outgoing.end(given.body);
    }
    const onwards = request(
      upstream + path,
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onwards.end(Buffer.concat(chunks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(spy, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

/** The people of a stage, with a spy between the gateway and OpenIM. */
export async function openSpied() {
  await using undo = new AsyncDisposableStack();
  const behind = undo.use(await openWorld());
  const { apiURL = '', wsURL = '' } = behind.running.sandbox ?? {};
  const spy = undo.use(await openSpy(apiURL));
  const openim = { OPENIM_ADMIN_USER_ID: 'imAdmin', OPENIM_SECRET: 'openIM123' };
  const stage = undo.use(await openStage({ OPENIM_API_URL: spy.url, OPENIM_WS_URL: wsURL, ...openim }));
  const opened = undo.move();
  return { ...stage, spy, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
