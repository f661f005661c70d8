import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { ProtoName } from '../../sandbox/gateway/proto.ts';
import { decode, encode } from '../../sandbox/gateway/proto.ts';
import type { Sandbox } from '../../sandbox/index.ts';

export interface Frame {
  reqIdentifier: number;
  msgIncr: string;
  operationID: string;
  errCode: number;
  errMsg: string;
  data: string | null;
}

export interface ApiAnswer {
  errCode: number;
  errMsg: string;
  errDlt: string;
  data?: Record<string, unknown> | null;
}

/** All that a client must know of a server. */
export type Server = Pick<Sandbox, 'apiURL' | 'wsURL' | 'secret' | 'adminUserID'>;

/** A busy machine takes its time; what is expected not to happen is waited for less. */
const PATIENCE_MS = 5000;

let count = 0;

export const call = async (sandbox: Server, path: string, body: object, token = ''): Promise<ApiAnswer> => {
  count += 1;
  // A connection of its own: some tests stop a server and start another at the same address.
  const headers = {
    operationID: `op-${count}`,
    'content-type': 'application/json',
    connection: 'close',
    ...(token && { token }),
  };
  const response = await fetch(sandbox.apiURL + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as ApiAnswer;
};

export const adminToken = async (sandbox: Server): Promise<string> => {
  const { data } = await call(sandbox, '/auth/get_admin_token', {
    secret: sandbox.secret,
    userID: sandbox.adminUserID,
  });
  return String(data?.token);
};

export const issue = async (sandbox: Server, userID: string, platformID = 5): Promise<string> => {
  const { data } = await call(sandbox, '/auth/get_user_token', { userID, platformID }, await adminToken(sandbox));
  return String(data?.token);
};

export const register = async (sandbox: Server, ...userIDs: string[]): Promise<void> => {
  await call(
    sandbox,
    '/user/user_register',
    { users: userIDs.map((userID) => ({ userID, nickname: userID })) },
    await adminToken(sandbox),
  );
};

export const patiently = async (isSo: () => boolean, ms = PATIENCE_MS): Promise<boolean> => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(5)) if (isSo()) return true;
  return isSo();
};

export interface Knock {
  userID: string;
  token: string;
  platformID?: number | string;
  query?: Record<string, string | undefined>;
  path?: string;
}

/** A client that speaks as the JavaScript SDK does. */
export class Client {
  readonly texts: string[] = [];
  readonly frames: Frame[] = [];
  closed: number | undefined;
  /** The body of a handshake that was refused. */
  refusal: string | undefined;
  readonly socket: WebSocket;
  private readonly userID: string;
  private readonly compressed: boolean;
  private readonly isTold: boolean;
  /** How long a reply is waited for. */
  patienceMs = PATIENCE_MS;

  constructor(sandbox: Server, { userID, token, platformID = 5, query = {}, path = '/' }: Knock) {
    const asked = {
      sendID: userID,
      token,
      platformID: String(platformID),
      operationID: 'op',
      isBackground: 'false',
      sdkType: 'js',
      isMsgResp: 'true',
      ...query,
    };
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
    this.userID = userID;
    this.compressed = query.compression === 'gzip';
    this.isTold = asked.isMsgResp === 'true' || query.v !== undefined;
    this.socket = new WebSocket(`${sandbox.wsURL}${path}?${new URLSearchParams(given)}`);
    this.socket.on('message', (raw: Buffer, isBinary) => this.hear(raw, isBinary));
    this.socket.on('close', (code) => {
      this.closed = code;
    });
    this.socket.on('error', () => {});
    this.socket.on('unexpected-response', (_request, response) => {
      response.on('data', (chunk: Buffer) => {
        this.refusal = (this.refusal ?? '') + String(chunk);
      });
    });
  }

  private hear(raw: Buffer, isBinary: boolean): void {
    if (isBinary) this.frames.push(JSON.parse(String(this.compressed ? gunzipSync(raw) : raw)) as Frame);
    else this.texts.push(String(raw));
  }

  async opened(): Promise<this> {
    await once(this.socket, 'open');
    if (this.isTold) await patiently(() => this.texts.length > 0);
    return this;
  }

  raw(bytes: Buffer | string, binary = true): void {
    this.socket.send(bytes, { binary });
  }

  /** Sends a frame and waits for the reply that carries its number. */
  async ask(reqIdentifier: number, data: Uint8Array, change: object = {}): Promise<Frame | undefined> {
    count += 1;
    const msgIncr = `m${count}`;
    const frame = {
      reqIdentifier,
      sendID: this.userID,
      operationID: `ws-${count}`,
      msgIncr,
      data: Buffer.from(data).toString('base64'),
      ...change,
    };
    const bytes = Buffer.from(JSON.stringify(frame));
    this.raw(this.compressed ? gzipSync(bytes) : bytes);
    await patiently(
      () => this.closed !== undefined || this.frames.some((found) => found.msgIncr === msgIncr),
      this.patienceMs,
    );
    return this.frames.find((found) => found.msgIncr === msgIncr);
  }

  async request<T>(reqIdentifier: number, names: [ProtoName, ProtoName], value: object): Promise<T> {
    const reply = await this.ask(reqIdentifier, encode(names[0], value));
    return decode<T>(names[1], Buffer.from(reply?.data ?? '', 'base64'));
  }

  pushes(): Frame[] {
    return this.frames.filter((frame) => frame.reqIdentifier === 2001);
  }
}

export const textMessage = (sendID: string, recvID: string, text: string, change: object = {}): Uint8Array =>
  encode('MsgData', {
    sendID,
    recvID,
    clientMsgID: `c-${++count}`,
    senderPlatformID: 5,
    sessionType: 1,
    msgFrom: 100,
    contentType: 101,
    content: Buffer.from(JSON.stringify({ content: text })),
    createTime: Date.now(),
    ...change,
  });
