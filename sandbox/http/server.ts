import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parseBody, parseFirst } from '../binding/go-json.ts';
import { BadBody, TypeMismatch } from '../binding/mismatch.ts';
import { FAULT_DOOR, openFaultDoor } from '../faults/door.ts';
import type { Faults, Struck } from '../faults/faults.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import { during } from './operation.ts';
import { replyJson, replyNotFound, replyRedirect, replyText } from './reply.ts';
import type { Answer, Caller, Protobuf, Route } from './route.ts';

export type GetHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** What a GET of one path shows; with `/*` at its end, of every path below. */
export interface Page {
  path: string;
  handle: GetHandler;
}

export interface Door {
  routes: ReadonlyMap<string, Route>;
  pages: readonly Page[];
  /** Turns a token into a caller, or refuses. */
  identify(token: string): { userID: string; platformID: number; isAdmin: boolean };
  faults: Faults;
  /** Resolves when what a call changed is safe; undefined when nothing did. */
  settled(): Promise<void> | undefined;
}

// Whoever asks for these has no token yet.
const WITHOUT_TOKEN = ['/auth/get_admin_token', '/auth/parse_token'];
const NOBODY = { userID: '', platformID: 0, isAdmin: false };

const header = (request: IncomingMessage, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const identifyCaller = (door: Door, request: IncomingMessage, url: URL): Caller => {
  const operationID = header(request, 'operationid');
  if (operationID === '') throw new Refusal('ArgsError', 'header must have operationID');
  const rest = { operationID, query: url.searchParams, headers: request.headers };
  if (WITHOUT_TOKEN.some((path) => url.pathname.startsWith(path))) return { ...NOBODY, token: '', ...rest };
  const token = header(request, 'token');
  if (token === '') throw new Refusal('ArgsError', 'header must have token');
  return { ...door.identify(token), token, ...rest };
};

const refusalOf = (thrown: unknown, route: Route): unknown => {
  if (!(thrown instanceof BadBody || thrown instanceof TypeMismatch)) return thrown;
  if (route.reading === 'bind') return new Refusal(route.badBody, thrown.goText).withStatus(400);
  // The server adds its stack to these; clients can only rely on what stands before the arrow.
  return new Refusal('ArgsError', '', `Error: Error: ${thrown.goText} | -> <GO STACK>`);
};

const runRoute = async (route: Route, body: Buffer, caller: Caller): Promise<Answer> => {
  const type = caller.headers['content-type'];
  if (route.contentTypes && typeof type === 'string' && !route.contentTypes.some((known) => type.includes(known))) {
    throw new Refusal('ArgsError', 'unsupported content type');
  }
  route.admit?.(caller);
  if (route.protobuf && typeof type === 'string' && type.includes('protobuf'))
    return runProtobuf(route, route.protobuf, { body, caller });
  const text = body.toString();
  try {
    const json = route.reading === 'nothing' ? null : route.reading === 'bind' ? parseFirst(text) : parseBody(text);
    return await route.run(json, caller);
  } catch (thrown) {
    throw refusalOf(thrown, route);
  }
};

/** The envelope stays JSON; what it carries is the base64 of the answer's message. */
const runProtobuf = async (
  route: Route,
  { read, write }: Protobuf,
  { body, caller }: { body: Buffer; caller: Caller },
): Promise<Answer> => Buffer.from(write((await route.run(read(body), caller)) as object)).toString('base64');

const leadsTo = ({ path }: Page, asked: string): boolean =>
  path.endsWith('/*') ? asked.startsWith(path.slice(0, -1)) : asked === path;

const redirect = (door: Door, request: IncomingMessage, response: ServerResponse, url: URL): boolean => {
  const bare = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : undefined;
  if (bare === undefined || !door.routes.has(bare) || request.method !== 'POST') return false;
  replyRedirect(response, { status: 307, location: bare + url.search });
  return true;
};

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  struck: Struck | undefined;
}

const answerPost = async (door: Door, { request, response, url, struck }: Asked): Promise<void> => {
  const body = await readBody(request);
  try {
    const caller = identifyCaller(door, request, url);
    const route = door.routes.get(url.pathname);
    if (route === undefined) return replyNotFound(request, response);
    const data = await during(caller.operationID, () => runRoute(route, body, caller));
    await door.settled();
    if (struck?.reset === 'after') return void request.socket.destroy();
    replyJson(request, response, {
      status: 200,
      json: { errCode: 0, errMsg: '', errDlt: '', ...(data !== undefined && { data }) },
    });
  } catch (thrown) {
    await door.settled();
    replyFailure(request, response, thrown);
  }
};

const replyFailure = (request: IncomingMessage, response: ServerResponse, thrown: unknown): void => {
  if (thrown instanceof Refusal) {
    const { status, code, errMsg, detail } = thrown;
    replyJson(request, response, { status, json: { errCode: code, errMsg, errDlt: detail } });
    return;
  }
  if (!(thrown instanceof ServerPanic))
    process.stderr.write(`sandbox: ${request.url}: ${String((thrown as Error).stack ?? thrown)}\n`);
  replyText(request, response, { status: 500, type: 'application/json', text: '' });
};

/** Whether the fault was all that there is to the answer. */
const suffer = async (struck: Struck, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
  const { latencyMs, reset, error } = struck;
  if (latencyMs > 0) await setTimeout(latencyMs);
  if (reset === 'before') request.socket.destroy();
  else if (error) {
    const { status = 200, errCode, errMsg, errDlt = '' } = error;
    replyJson(request, response, { status, json: { errCode, errMsg, errDlt } });
  }
  return reset === 'before' || error !== undefined;
};

export const createApiServer = (door: Door): Server =>
  createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const work = async () => {
      if (url.pathname === FAULT_DOOR && (await openFaultDoor(door.faults, request, response))) return;
      const struck = door.faults.strike(url.pathname);
      if (struck !== undefined && (await suffer(struck, request, response))) return;
      if (request.method === 'OPTIONS') return replyJson(request, response, { status: 200, json: 'Options Request!' });
      if (redirect(door, request, response, url)) return;
      if (request.method === 'POST') return answerPost(door, { request, response, url, struck });
      const page = request.method === 'GET' ? door.pages.find((each) => leadsTo(each, url.pathname)) : undefined;
      return page === undefined ? replyNotFound(request, response) : page.handle(request, response, url);
    };
    work().catch((thrown: unknown) => replyFailure(request, response, thrown));
  });
