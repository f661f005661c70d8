import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import { badInput } from '../../kit/fault.ts';
import type { Destination } from './destination.ts';
import { codeMessage } from './message.ts';

export interface CodeMessage {
  readonly to: Destination;
  readonly code: string;
  readonly language: string;
}

/** How codes reach people. */
export interface Delivery {
  /** Throws BAD_USER_INPUT for a destination that this delivery cannot reach. */
  accepts(to: Destination): void;
  send(message: CodeMessage): Promise<void>;
  close(): void;
}

/** A code as the developer's page shows it. */
export interface OutboxMessage {
  readonly to: string;
  readonly code: string;
  readonly text: string;
  readonly at: string;
}

const KEPT = 100;

export function createOutbox(): Delivery & { list(): readonly OutboxMessage[] } {
  const messages: OutboxMessage[] = [];
  return {
    accepts: () => undefined,
    async send({ to, code, language }) {
      messages.unshift({ to: to.address, code, text: codeMessage(code, language).text, at: new Date().toISOString() });
      messages.length = Math.min(messages.length, KEPT);
    },
    list: () => [...messages],
    close: () => undefined,
  };
}

/** `url`: `smtp://[user:password@]host[:port][?from=address]`, or `smtps://`. */
export function createMail(url: string): Delivery {
  const { searchParams, hostname } = new URL(url);
  const from = searchParams.get('from') ?? `no-reply@${hostname}`;
  const transport = createTransport({ url, ...SILENCE }, { from });
  return {
    accepts({ channel }) {
      if (channel !== 'email') throw badInput('input.phone', 'codes are sent by e-mail here, so an email is expected');
    },
    async send({ to, code, language }) {
      // As an object it is no list of addresses to be taken apart.
      await transport.sendMail({ to: { name: '', address: to.address }, ...codeMessage(code, language) });
    },
    close: () => transport.close(),
  };
}

const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
/** A mail server that says nothing is given up on, so that its message is tried again, and that we can stop. */
const SILENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** Sends behind the answer, so that its time tells nothing, and tries again; at the end once more, without a pause. */
export function createDispatch(
  delivery: Delivery,
  log: Logger,
): { send(message: CodeMessage): void; drain(): Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();

  async function attempt(message: CodeMessage): Promise<void> {
    for (let nth = 1; nth <= ATTEMPTS; nth++) {
      try {
        return await delivery.send(message);
      } catch (error) {
        // Mail servers repeat the address in what they say, so only the kind of failure is told.
        const failure = (error as { code?: string }).code;
        log.warn({ failure, attempt: nth, channel: message.to.channel }, 'a code was not delivered');
        if (nth < ATTEMPTS) await pause(PAUSE_MS * nth, null, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  return {
    send(message) {
      const work = new Promise<void>((resolve) => setImmediate(resolve)).then(() => attempt(message));
      underWay.add(work);
      work.finally(() => underWay.delete(work));
    },
    drain: async () => {
      stopping.abort();
      await Promise.all(underWay);
      delivery.close();
    },
  };
}
