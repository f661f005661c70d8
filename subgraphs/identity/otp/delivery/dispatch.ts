import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { newID } from '../../ids.ts';
import type { Delivery, Message, Notice } from './delivery.ts';
import { type Texts, textOf } from './texts.ts';

const ATTEMPTS = 3;
const PAUSE_MS = 2_000;

/** Sends behind the answer, so that its time tells nothing, and tries again; at the end once more, without a pause. */
export interface Dispatch {
  send(notice: Notice): void;
  drain(): Promise<void>;
}

export function createDispatch({ delivery, texts, log }: { delivery: Delivery; texts: Texts; log: Logger }): Dispatch {
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();

  async function attempt(message: Message): Promise<void> {
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
    send(notice) {
      const message = { ...notice, ...textOf(texts, notice), id: newID() };
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
