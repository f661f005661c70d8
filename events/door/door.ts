import { BlockList, isIPv6 } from 'node:net';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Judge, Verdict } from '../../subgraphs/kit/decisions.ts';
import type { Keeper } from '../../subgraphs/kit/events.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { CallbackSeen, WebhookAnswer, WebhookDoor, WebhookLetter } from '../../subgraphs/kit/webhook-door.ts';
import { type Callback, isCommand, readCallback } from '../commands/callback.ts';
import { createDecide } from '../deciding/decide.ts';
import { doerOf, intentOf } from '../deciding/intents.ts';
import { sentenceFor } from '../deciding/sentences.ts';
import { type Answer, answerTo, pass, passUnread } from './answers.ts';
import { factsOf } from './facts.ts';
import { createOddCallbacks } from './odd.ts';
import { fits, type WebhookSecret } from './secrets.ts';

/** A callback is a few kilobytes; one that is longer is kept aside unread. */
const READ_BYTES = 1024 * 1024;
/** ms that keeping may take: OpenIM's two workers wait meanwhile, and its senders behind them. */
const KEEPING_MS = 1_000;

export interface DoorParts {
  readonly db: Knex;
  readonly keeper: Keeper;
  readonly judges: readonly Judge[];
  readonly secrets: readonly WebhookSecret[];
  /** Networks that OpenIM may call from, in CIDR notation; empty: any. */
  readonly networks: readonly string[];
  /** BCP 47, of who was seen; soon. */
  readonly languageOf: (userID: string) => Promise<string>;
  readonly onCallback: (seen: CallbackSeen) => void;
  readonly log: Logger;
}

export interface OpenedDoor extends WebhookDoor {
  stop(): Promise<void>;
}

/** Receives OpenIM's callbacks: what is about to happen is decided, what happened is kept, and all else is let be. */
export function createDoor(parts: DoorParts): OpenedDoor {
  const { secrets, onCallback, log } = parts;
  const odd = createOddCallbacks(parts.db, (err) => log.warn({ err }, 'an odd callback could not be kept aside'));
  const allowed = networksOf(parts.networks);
  const decided = deciding(parts);
  const kept = keeping(parts);

  async function answered(letter: WebhookLetter): Promise<WebhookAnswer & { outcome: string }> {
    const { command, operationID, bytes } = letter;
    if (!isCommand(command)) return { ...said(pass(null)), outcome: 'unknown' };
    const callback = bytes.byteLength > READ_BYTES ? 'TOO_LARGE' : readCallback(command, bytes);
    if (typeof callback === 'string') {
      odd.put({ command, because: callback, operationID, bytes });
      return { ...said(passUnread(command, bytes)), outcome: 'aside' };
    }
    if (!isBefore(command)) {
      const outcome = await kept(callback, letter);
      return { ...said(pass(null)), ...(outcome === 'lost' ? { status: 503 } : {}), outcome };
    }
    const { answer, outcome } = await decided(callback, letter.arrived);
    // What only a before-callback tells is kept behind its answer.
    void kept(callback, letter);
    return { ...said(answer), outcome };
  }

  return {
    admits: ({ secret, authorization, ip }) => {
      const known = fits(secrets, secret, authorization);
      return known && (allowed === null || allowed.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4'));
    },
    async receive(letter) {
      const { outcome, ...answer } = await answered(letter);
      const command = isCommand(letter.command) ? letter.command : 'unknown';
      onCallback({ command, outcome, seconds: (performance.now() - letter.arrived) / 1000 });
      return answer;
    },
    stop: () => odd.drain(),
  };
}

function deciding({ judges, languageOf, log }: DoorParts) {
  const decide = createDecide({ judges, now: () => performance.now(), log });
  return async (callback: Callback, arrived: number): Promise<{ answer: Answer; outcome: string }> => {
    const intent = intentOf(callback);
    if (intent === null) return { answer: pass(callback), outcome: 'passed' };
    const decision = decide(intent, arrived);
    const verdict = decision.kind === 'HOLD' ? await settled(decision.keep, log) : decision;
    const doer = verdict.kind === 'REFUSE' ? doerOf(intent) : null;
    const language = doer === null ? 'en' : await languageOf(doer);
    const sentence = (reason: string): string => {
      const until = verdict.kind === 'REFUSE' ? verdict.until : null;
      return sentenceFor({ reason, until }, language);
    };
    const outcome = decision.kind === 'HOLD' && verdict.kind === 'REFUSE' ? 'held' : OUTCOMES[verdict.kind];
    return { answer: answerTo(callback, verdict, sentence), outcome };
  };
}

/** Its sender is told that it waits once it is kept, and not before. */
async function settled(keep: () => Promise<'WAITING' | 'RELEASED'>, log: Logger): Promise<Settled> {
  try {
    if ((await inTime(keep())) === 'RELEASED') return { kind: 'PASS' };
    return { kind: 'REFUSE', reason: 'HELD_FOR_REVIEW', until: null };
  } catch (error) {
    log.warn({ err: error }, 'a message could not be kept for a moderator: its sender is told so');
    return { kind: 'REFUSE', reason: 'NOT_TAKEN', until: null };
  }
}

type Settled = Exclude<Verdict, { kind: 'HOLD' }>;

const keeping =
  ({ keeper, log }: DoorParts) =>
  async (callback: Callback, { operationID, bytes }: WebhookLetter): Promise<string> => {
    const facts = factsOf(callback, { at: new Date(), operationID, bytes });
    if (facts.length === 0) return 'told';
    try {
      await inTime(keeper.keep(facts));
      return 'kept';
    } catch (error) {
      log.warn({ err: error, command: callback.command }, 'a callback could not be kept: it will be found by seq');
      return 'lost';
    }
  };

/** What is under way goes on: if it is kept after all, nothing is lost. */
async function inTime<Kept>(keeping: Promise<Kept>): Promise<Kept> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Fault('STORE_UNAVAILABLE')), KEEPING_MS);
  return Promise.race([keeping, late]).finally(() => clearTimeout(timer));
}

const OUTCOMES = { PASS: 'passed', REFUSE: 'refused', MASK: 'masked' } as const;

/** One after-callback is called as if it came before. */
const isBefore = (command: string): boolean =>
  command.startsWith('callbackBefore') && command !== 'callbackBeforeAfterMsgCommand';

const said = (answer: Answer): WebhookAnswer => ({ status: 200, body: JSON.stringify(answer) });

function networksOf(networks: readonly string[]): BlockList | null {
  if (networks.length === 0) return null;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}
