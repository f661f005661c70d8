import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

/**
 * `node upstream.ts <OpenIM's address>`: what OpenIM once answered to a question, answered again at once, so that what
 * is measured never waits for it. A question is its route, token and body; one that is new is asked of OpenIM. Each
 * message sent is a new one, and gets an answer of that shape. Counts the calls of each route.
 */
const [origin = ''] = process.argv.slice(2);
const openim = new Pool(origin, { connections: 16 });
const kept = new Map<string, Buffer>();
const counts = new Map<string, number>();
let unknown = 0;

const SEND = '/msg/send_msg';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function sent(): Buffer {
  const id = randomUUID().replaceAll('-', '');
  const data = { serverMsgID: id, clientMsgID: `c${id}`, sendTime: Date.now() };
  return Buffer.from(JSON.stringify({ errCode: 0, errMsg: '', errDlt: '', data }));
}

async function learn({ method = 'POST', url = '/', headers }: IncomingMessage, body: string): Promise<Buffer> {
  const { token = '', operationid = randomUUID() } = headers as Record<string, string>;
  const passed = { 'content-type': 'application/json', token, operationid };
  const answer = await openim.request({ method: method as 'POST', path: url, headers: passed, body });
  return Buffer.from(await answer.body.arrayBuffer());
}

async function answerTo(request: IncomingMessage): Promise<Buffer> {
  const { url = '/', headers } = request;
  const body = await bodyOf(request);
  counts.set(url, (counts.get(url) ?? 0) + 1);
  if (url === SEND) return sent();
  const question = `${url} ${String(headers.token)} ${body}`;
  const known = kept.get(question);
  if (known !== undefined) return known;
  unknown += 1;
  const learnt = await learn(request, body);
  if (learnt.includes('{"errCode":0,')) kept.set(question, learnt);
  return learnt;
}

/** What was counted since it was asked last. */
function counted(): Buffer {
  const seen = Buffer.from(JSON.stringify({ calls: Object.fromEntries(counts), unknown }));
  counts.clear();
  unknown = 0;
  return seen;
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = request.url === '/counted' ? counted() : await answerTo(request);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

const server = createServer((request, response) => {
  serve(request, response).catch(() => response.writeHead(502).end());
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`upstream at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
