import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pino } from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { asAdmin, asUser, type Call, type Span } from '../../subgraphs/openim/rest/call.ts';
import type { CallReport } from '../../subgraphs/openim/rest/exchange.ts';
import { createOpenIM, type OpenIM, type OpenIMOptions } from '../../subgraphs/openim/rest/openim.ts';

export const log = pino({ level: 'silent' });
export const span = (ms = 10_000): Span => ({ signal: AbortSignal.timeout(ms), log });
export const admin = (ms?: number): Call => asAdmin(span(ms));
export const user = (id: string, platform: 1 | 2 | 5 | 8 = 5): Call => asUser({ id, platform }, span());

export interface Asked {
  readonly route: string;
  readonly body: Record<string, unknown>;
  readonly headers: IncomingHttpHeaders;
}
/** Answers, or breaks the connection. */
export type Behaviour = (asked: Asked, response: ServerResponse, socket: Socket) => void;

export const answer = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};
export const ok = (data: unknown) => ({ errCode: 0, errMsg: '', errDlt: '', data });
export const refusal = (errCode: number, errMsg = 'Error', errDlt = '') => ({ errCode, errMsg, errDlt });

export interface Double extends AsyncDisposable {
  readonly url: string;
  readonly asked: Asked[];
  /** From now on; tokens are always given. */
  behave(behaviour: Behaviour): void;
  openim(options?: Partial<OpenIMOptions>): OpenIM;
  readonly reports: CallReport[];
}

/** Something at OpenIM's address that does what the test says. */
export async function openDouble(): Promise<Double> {
  const asked: Asked[] = [];
  const reports: CallReport[] = [];
  const clients: OpenIM[] = [];
  let behaviour: Behaviour = (_, response) => answer(response, ok({}));

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const route = (request.url ?? '').replace(/^\/prefix/, '');
    const text = Buffer.concat(chunks).toString('utf8');
    const one = { route, body: JSON.parse(text) as Record<string, unknown>, headers: request.headers };
    if (route === '/auth/get_admin_token')
      return answer(response, ok({ token: 'admin-token', expireTimeSeconds: 7_776_000 }));
    if (route === '/auth/get_user_token')
      return answer(response, ok({ token: 'user-token', expireTimeSeconds: 7_776_000 }));
    asked.push(one);
    behaviour(one, response, request.socket);
  });
  const url = await listen(server);

  return {
    url,
    asked,
    reports,
    behave: (next) => {
      behaviour = next;
    },
    openim(options = {}) {
      const client = createOpenIM({
        ...{ apiURL: url, adminUserID: 'imAdmin', secret: 'secret', store: createMemoryStore(log), log },
        ...{ policy: 1, production: true, onCall: (report: CallReport) => reports.push(report) },
        ...options,
      });
      clients.push(client);
      return client;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(clients.map((client) => client.stop()));
      await close(server);
    },
  };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
