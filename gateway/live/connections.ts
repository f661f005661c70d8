import type { FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { CloseCode, makeServer, type ServerOptions } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { Fault } from '../../subgraphs/kit/fault.ts';
import {
  type Authorities,
  type Credential,
  confirm,
  readCredential,
  standingOf,
} from '../authenticate/authenticate.ts';
import type { Caller } from './caller.ts';
import { callerOf } from './callers.ts';
import type { Live, Opened } from './live.ts';

/** ms between two pings; a client that has not answered one by the next is gone. */
const PING_MS = 12_000;
/** ms that a client may take to say who it is. */
const INIT_MS = 5_000;
const GOING_AWAY = 1001;
const TRY_AGAIN = 1013;
const NO_BODY = new Uint8Array();

/** What a new credential mends: clients of graphql-ws connect again after 4403, and ask for their parameters anew. */
const MENDED = new Set<string>(['TOKEN_EXPIRED', 'SESSION_RENEWED', 'CLOCK_SKEW', 'REPLAYED']);

/** What `connection_init` carries: SESSION.md §2, "Streams". */
type Params = { authorization?: unknown; signatureInput?: unknown; signature?: unknown };
interface Extra {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
  caller: Caller | null;
  lost: Fault | null;
}
type Options = ServerOptions<Params, Extra>;

export interface Connections {
  open(socket: WebSocket, request: FastifyRequest): void;
  /** Tells all clients to go elsewhere. */
  close(): void;
}

/** WebSockets by graphql-ws: many streams on one connection, whose credential came with `connection_init`. */
export function createConnections({ live, authorities }: { live: Live; authorities: Authorities }): Connections {
  const sockets = new Set<WebSocket>();
  let closing = false;

  const onConnect: Options['onConnect'] = async ({ connectionParams = {}, extra }) => {
    const { request, socket } = extra;
    try {
      const credential = await credentialOf(request, connectionParams, authorities);
      extra.caller = callerOf(request, {
        standing: () => standingOf(credential, request.ip, authorities),
        ready: () => Promise.resolve(),
        lost: (fault) => {
          extra.lost = fault;
        },
      });
      return true;
    } catch (error) {
      if (!(error instanceof Fault)) request.log.error({ err: error }, 'unexpected error');
      closeFor(socket, error instanceof Fault ? error : new Fault('INTERNAL'));
      return false;
    }
  };
  const server = makeServer<Params, Extra>({
    connectionInitWaitTimeout: INIT_MS,
    onConnect,
    onSubscribe: async ({ extra: { caller } }, _id, { query, operationName, variables }) => {
      if (caller === null) return [new Fault('INTERNAL')];
      const opened = await live.open({ query, operationName, variables }, caller);
      return opened as Opened | readonly GraphQLError[];
    },
    subscribe: (args) => (args as Opened).contextValue,
    onNext: ({ extra }, _id, _payload, _args, result) => formatted(result, live, extra),
    onError: ({ extra }, _id, _payload, errors) => live.told(errors, extra.caller?.log ?? logOf(extra)),
    onComplete: ({ extra: { lost, socket } }) => {
      if (lost !== null) closeFor(socket, lost);
    },
  });

  return {
    open(socket, request) {
      if (closing) return socket.close(GOING_AWAY, 'Going away');
      sockets.add(socket);
      const stopPinging = keepAlive(socket);
      const closed = server.opened(transportOf(socket, request), { socket, request, caller: null, lost: null });
      socket.once('close', (code, reason) => {
        sockets.delete(socket);
        stopPinging();
        void closed(code, String(reason));
      });
    },
    close() {
      closing = true;
      for (const socket of sockets) socket.close(GOING_AWAY, 'Going away');
    },
  };
}

const logOf = ({ request }: Extra): Caller['log'] => request.log as unknown as Caller['log'];

type Result = Parameters<NonNullable<NonNullable<Options>['onNext']>>[4];

const formatted = ({ data = null, errors }: Result, live: Live, extra: Extra) => ({
  data,
  ...(errors ? { errors: live.told(errors, logOf(extra)) } : {}),
});

/** Of the upgrade where it has one, as programs do it; of the first message, as browsers have to. */
async function credentialOf(request: FastifyRequest, params: Params, by: Authorities): Promise<Credential> {
  const { authorization, signatureInput, signature } = params;
  const given = { authorization, 'signature-input': signatureInput, signature };
  const said = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (said.length === 0) return request.credential;
  const { raw, target, protocol, ip } = request;
  const message = {
    method: 'GET',
    headers: { ...raw.headers, ...Object.fromEntries(said) },
    headersDistinct: raw.headersDistinct,
  };
  const credential = await readCredential({ raw: message, target, scheme: protocol }, ip, by);
  await confirm(credential, NO_BODY, by);
  return credential;
}

function closeFor(socket: WebSocket, { reason, status }: Fault): void {
  const code = MENDED.has(reason) ? CloseCode.Forbidden : status === 503 ? TRY_AGAIN : CloseCode.Unauthorized;
  socket.close(code, reason);
}

function transportOf(
  socket: WebSocket,
  request: FastifyRequest,
): Parameters<ReturnType<typeof makeServer>['opened']>[0] {
  return {
    protocol: socket.protocol,
    // Resolves when it has left this process: a slow reader is told less, and not later.
    send: (data) =>
      new Promise((resolve) => {
        if (socket.readyState === socket.OPEN) socket.send(data, () => resolve());
        else resolve();
      }),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (receive) =>
      socket.on('message', (data) => {
        receive(String(data)).catch((error: unknown) => {
          request.log.error({ err: error }, 'unexpected error in a WebSocket');
          socket.close(CloseCode.InternalServerError, 'INTERNAL');
        });
      }),
  };
}

function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS).unref();
  return () => clearInterval(timer);
}
