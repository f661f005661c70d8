import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Struck } from '../faults/faults.ts';
import { Refusal } from '../refusal.ts';
import type { Tokens } from '../token/tokens.ts';
import type { Hello } from './handshake.ts';
import { checkToken, readHello } from './handshake.ts';
import type { ServeParts } from './serve.ts';
import { serve } from './serve.ts';

const MOST_BYTES = 51_200;

export interface GatewayParts extends ServeParts {
  tokens: Tokens;
}

interface Knock {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

const resultText = ({ code, errMsg, detail }: Refusal): string =>
  JSON.stringify({ errCode: code, errMsg, errDlt: detail });
const WELCOME = '{"errCode":0,"errMsg":"","errDlt":""}';

/** A handshake is refused with an ordinary 200. */
const refuse = (socket: Duplex, refusal: Refusal): void => {
  const body = resultText(refusal);
  socket.end(
    `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
};

/** Browsers cannot read a refused handshake, so who asks for it gets the reason over an accepted one. */
const refuseInside = (acceptor: WebSocketServer, { request, socket, head }: Knock, refusal: Refusal): void =>
  acceptor.handleUpgrade(request, socket, head, (opened) => opened.send(resultText(refusal), () => opened.terminate()));

const admit = (parts: GatewayParts, acceptor: WebSocketServer, knock: Knock, hello: Hello): void =>
  acceptor.handleUpgrade(knock.request, knock.socket, knock.head, (opened: WebSocket) => {
    if (hello.wantsResult) opened.send(WELCOME);
    serve(parts, opened, hello, knock.request.socket.remoteAddress ?? '');
  });

const greet = (parts: GatewayParts, acceptor: WebSocketServer, knock: Knock): void => {
  let hello: Hello | undefined;
  try {
    hello = readHello(knock.request);
    checkToken(parts.tokens, hello);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    if (hello?.wantsResult) refuseInside(acceptor, knock, thrown);
    else refuse(knock.socket, thrown);
    return;
  }
  admit(parts, acceptor, knock, hello);
};

/** A handshake with a fault in its way; whether that was all. */
const suffer = async ({ latencyMs, error, reset }: Struck, socket: Duplex): Promise<boolean> => {
  if (latencyMs > 0) await setTimeout(latencyMs);
  if (reset !== undefined) socket.destroy();
  else if (error !== undefined) refuse(socket, new Refusal(error.errCode, error.errDlt ?? '', error.errMsg));
  return reset !== undefined || error !== undefined;
};

export const createGatewayServer = (parts: GatewayParts): Server => {
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
    // A dead socket must not answer, so this is done by hand.
    autoPong: false,
  });
  const server = createServer((request, response) => {
    try {
      checkToken(parts.tokens, readHello(request));
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Bad Request\n');
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(resultText(thrown));
    }
  });
  server.on('upgrade', (request, socket, head) => {
    const struck = parts.faults.strike('ws');
    if (struck === undefined) greet(parts, acceptor, { request, socket, head });
    else void suffer(struck, socket).then((isOver) => isOver || greet(parts, acceptor, { request, socket, head }));
  });
  return server;
};
