import type { Faults } from '../faults/faults.ts';
import { Refusal } from '../refusal.ts';
import type { AnswerShape } from './answer.ts';
import { readAnswer } from './answer.ts';
import type { CallbackName, Service } from './names.ts';
import { CALLBACKS } from './names.ts';
import type { CallbackFilter, CallbackOptions } from './options.ts';
import type { Letter } from './post.ts';
import { Postman, UnansweredPost } from './post.ts';
import { AfterQueue, UPSTREAM_LIMITS } from './queue.ts';

export interface Telling {
  /** In the order of the wire. The command comes first unless it has its place in here. */
  body: object;
  operationID: string;
  /** What follows the command in the URL. */
  query?: string;
}

const TIMEOUT_S = 5;

const ESCAPES: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };

/** As Go's encoder writes it: safe within HTML, and a line of its own. */
const writeBody = (body: object): string =>
  `${JSON.stringify(body).replace(/[<>&]/g, (char) => ESCAPES[char] ?? char)}\n`;

/** Errors show the URL without its password. */
const masked = (url: URL): string => (url.password === '' ? url.href : url.href.replace(`:${url.password}@`, ':***@'));

/** Asks and tells somebody else what happens here. Silent without a URL, and until it is told to begin. */
export class Callbacks {
  private options: CallbackOptions | undefined;
  private base: string | undefined;
  private readonly postmen = new Map<Service, Postman>();
  private readonly queues = new Map<Service, AfterQueue>();
  private readonly faults: Faults;
  private begun = false;

  constructor(options: CallbackOptions | undefined, faults: Faults) {
    this.faults = faults;
    if (options !== undefined) this.direct(options);
  }

  /** From now on they go there. A URL that is none is told here, not to the first who sends a message. */
  direct(options: CallbackOptions): void {
    this.base = new URL(options.url).href.replace(/\/$/, '');
    this.options = options;
  }

  begin(): void {
    this.begun = true;
  }

  sends(name: CallbackName): boolean {
    return this.begun && this.options !== undefined && (this.options.only?.includes(name) ?? true);
  }

  filter(name: CallbackName): CallbackFilter {
    return this.options?.filters?.[name] ?? {};
  }

  private letter(name: CallbackName, { body, operationID, query = '' }: Telling): Letter {
    const { timeout = TIMEOUT_S } = this.options ?? {};
    const { command: callbackCommand } = CALLBACKS[name];
    return {
      url: new URL(`${this.base}/${callbackCommand}${query}`),
      operationID,
      text: writeBody('callbackCommand' in body ? body : { callbackCommand, ...body }),
      timeoutMs: timeout === 0 ? 'client' : timeout * 1000,
    };
  }

  private postman({ service }: { service: Service }): Postman {
    const known = this.postmen.get(service) ?? new Postman();
    this.postmen.set(service, known);
    return known;
  }

  private queue({ service }: { service: Service }): AfterQueue {
    const known =
      this.queues.get(service) ?? new AfterQueue({ ...UPSTREAM_LIMITS, ...this.options?.queue }, this.faults);
    this.queues.set(service, known);
    return known;
  }

  /** What the answer changes; null when this callback is not sent. Refuses when it denies, and when there is none. */
  async before<T>(name: CallbackName, telling: Telling, shape: AnswerShape<T>): Promise<T | null> {
    if (!this.sends(name)) return null;
    const letter = this.letter(name, telling);
    try {
      return readAnswer(shape, await this.postman(CALLBACKS[name]).post(letter));
    } catch (thrown) {
      if (!(thrown instanceof UnansweredPost)) throw thrown;
      const request = `Error: Post "${masked(letter.url)}"`;
      throw new Refusal('NetworkError', `${request}: ${thrown.reason} HTTP request failed | -> <GO STACK>`);
    }
  }

  /** Resolves once it has a place in the queue: a slow receiver slows the call. What it answers is not looked at. */
  async after(name: CallbackName, telling: Telling): Promise<void> {
    if (!this.sends(name)) return;
    const letter = this.letter(name, telling);
    await this.queue(CALLBACKS[name]).add(() => this.postman(CALLBACKS[name]).post(letter));
  }

  close(): void {
    this.begun = false;
    for (const queue of this.queues.values()) queue.clear();
    for (const postman of this.postmen.values()) postman.close();
  }
}
