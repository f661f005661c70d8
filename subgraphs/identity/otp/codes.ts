import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { IdentitySettings } from '../settings.ts';
import { type Challenges, createChallenges } from './challenges.ts';
import type { Delivery } from './delivery/delivery.ts';
import { createDispatch, type Dispatch } from './delivery/dispatch.ts';
import { openDelivery } from './delivery/open.ts';
import type { Outbox } from './delivery/outbox.ts';
import { type CodeLimits, createCodeLimits, type Limiter } from './limits.ts';

/** Everything that makes, limits, sends and checks one-time codes. */
export interface Codes {
  readonly challenges: Challenges;
  readonly codeLimits: CodeLimits;
  readonly delivery: Delivery;
  readonly dispatch: Dispatch;
  /** Null where codes are really sent. */
  readonly outbox: Outbox | null;
}

export interface CodeParts {
  readonly db: Knex;
  readonly settings: IdentitySettings;
  readonly limiter: Limiter;
  readonly log: Logger;
}

export function createCodes({ db, settings, limiter, log }: CodeParts): Codes {
  const { delivery, outbox } = openDelivery(settings.otpDelivery);
  return {
    challenges: createChallenges(db, settings.sessionKEK),
    codeLimits: createCodeLimits(limiter, settings.otpLimits),
    delivery,
    dispatch: createDispatch({ delivery, texts: settings.otpTexts, log }),
    outbox,
  };
}
