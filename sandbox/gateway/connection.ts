import { createHash } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Faults } from '../faults/faults.ts';
import { writeFrame } from './encoding.ts';
import type { ReplyFrame } from './frame.ts';
import { unasked } from './frame.ts';
import type { Hello } from './handshake.ts';

const KICKED = 2002;
const WEB = 5;
const IOS = 1;
const READ_TIMEOUT_MS = 30_000;
const PING_EVERY_MS = 27_000;
/** A reader that lets more than this pile up is cut off. */
const WRITE_QUEUE = 256;

let count = 0;

/** One open socket of a user. */
export class Connection {
  readonly hello: Hello;
  readonly connID: string;
  readonly subscribed = new Set<string>();
  isBackground = false;
  private readonly socket: WebSocket;
  private readonly faults: Faults;
  private isSilent = false;
  private waiting = 0;
  private silence: NodeJS.Timeout | undefined;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(socket: WebSocket, { hello, address, faults }: { hello: Hello; address: string; faults: Faults }) {
    this.socket = socket;
    this.hello = hello;
    this.faults = faults;
    count += 1;
    this.connID = createHash('md5').update(`${address}_${Date.now()}_${count}`).digest('hex');
    this.watch();
  }

  /** Silence for half a minute ends a connection; only browsers are pinged, because they cannot do it themselves. */
  private watch(): void {
    for (const event of ['message', 'ping', 'pong']) this.socket.on(event, () => this.hear());
    this.hear();
    if (this.hello.platformID === WEB)
      this.timers.push(setInterval(() => this.isMute || this.socket.ping(), PING_EVERY_MS));
    this.socket.on('ping', (data: Buffer) => this.isMute || this.socket.pong(data));
    this.socket.on('close', () => {
      clearTimeout(this.silence);
      this.timers.forEach(clearTimeout);
    });
  }

  private hear(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.drop(), READ_TIMEOUT_MS);
  }

  /** Nothing more is said, though the socket stays open. */
  fallSilent(): void {
    this.isSilent = true;
  }

  private get isMute(): boolean {
    return this.isSilent || this.faults.areSocketsDead;
  }

  get sleeps(): boolean {
    return this.isBackground && this.hello.platformID === IOS;
  }

  reply(frame: ReplyFrame): void {
    this.write(writeFrame(frame, this.hello));
  }

  /** For frames that many connections get: written once for all that do not compress. */
  write(bytes: Buffer, then?: () => void): void {
    if (this.socket.readyState !== this.socket.OPEN || this.isMute) return;
    this.waiting += 1;
    if (this.waiting > WRITE_QUEUE) {
      this.drop();
      return;
    }
    this.socket.send(bytes, { binary: true }, () => {
      this.waiting -= 1;
      then?.();
    });
  }

  text(text: string): void {
    if (this.socket.readyState === this.socket.OPEN && !this.isMute) this.socket.send(text);
  }

  /** A kicked client learns that it was, and then the line is cut without a close frame. */
  kick(): void {
    this.write(writeFrame(unasked(KICKED, null), this.hello), () => this.drop());
  }

  /** Cuts the line once all that was written is out. */
  hangUp(): void {
    this.socket.ping(undefined, undefined, () => this.drop());
  }

  drop(): void {
    this.socket.terminate();
  }
}
