import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Data = Record<string, unknown>;

export interface Heard {
  command: string;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Data;
}

/** `gone` breaks the connection, `never` leaves it waiting. */
export type Reply = { status?: number; type?: string; text: string; location?: string } | 'gone' | 'never';

export const VERDICT = { actionCode: 0, errCode: 0, errMsg: '', errDlt: '', nextCode: 0 };
export const allowing = (more: object = {}): Reply => ({ text: JSON.stringify({ ...VERDICT, ...more }) });

const ECHOED = ['callbackBeforeSetGroupInfoCommand', 'callbackBeforeSetGroupInfoExCommand'];

/** Allows all; two callbacks must be told again what they said. */
export const goodNatured = ({ command, body }: Heard): Reply => allowing(ECHOED.includes(command) ? body : {});

/** What a webhook receiver is to the sandbox: hears, and answers what a test wants. */
export class Receiver implements AsyncDisposable {
  readonly heard: Heard[] = [];
  reply: (heard: Heard) => Reply | Promise<Reply> = goodNatured;
  readonly url: string;
  private readonly server: Server;
  private listeners: (() => void)[] = [];

  private constructor(server: Server, path: string) {
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  }

  static async open(path = '/hook'): Promise<Receiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new Receiver(server, path);
    server.on('request', (request, response) => void receiver.hear(request, response));
    return receiver;
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = request;
    const command = url.replace(/\?.*/, '').split('/').at(-1) ?? '';
    const heard = { command, method, url, headers, text, body: (text === '' ? {} : JSON.parse(text)) as Data };
    this.heard.push(heard);
    for (const listener of this.listeners) listener();
    const reply = await this.reply(heard);
    if (reply === 'never') return;
    if (reply === 'gone') return void request.socket.destroy();
    const { status = 200, type = 'application/json', location } = reply;
    response.writeHead(status, { 'content-type': type, ...(location !== undefined && { location }) }).end(reply.text);
  }

  /** Resolves with what was heard of a command, once that is enough. */
  async told(command: string, count = 1): Promise<Heard[]> {
    const found = () => this.heard.filter((one) => one.command === command);
    if (found().length >= count) return found();
    return new Promise((resolve) => {
      const look = () => {
        if (found().length < count) return;
        this.listeners = this.listeners.filter((listener) => listener !== look);
        resolve(found());
      };
      this.listeners.push(look);
    });
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
