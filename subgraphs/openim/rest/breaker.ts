import type { Logger } from 'pino';

/** Failures in a row that open it. */
const FAILURES = 5;
/** How long nobody asks, before one call finds out whether OpenIM is back. */
const REST_MS = 1_000;

type State =
  | { readonly phase: 'closed'; readonly failures: number }
  | { readonly phase: 'open'; readonly until: number }
  | { readonly phase: 'probing' };

/** Lets nobody wait for an OpenIM that does not answer. Every admitted call ends in one of the other three. */
export interface Breaker {
  admit(): boolean;
  worked(): void;
  failed(): void;
  /** The call ended for a reason that says nothing about OpenIM. */
  abandoned(): void;
}

export function createBreaker(log: Logger): Breaker {
  let state: State = { phase: 'closed', failures: 0 };
  const open = (): void => {
    state = { phase: 'open', until: performance.now() + REST_MS };
  };

  return {
    admit() {
      if (state.phase === 'closed') return true;
      if (state.phase === 'probing' || performance.now() < state.until) return false;
      state = { phase: 'probing' };
      return true;
    },
    worked() {
      if (state.phase !== 'closed') log.info('OpenIM answers again');
      if (state.phase !== 'closed' || state.failures > 0) state = { phase: 'closed', failures: 0 };
    },
    failed() {
      if (state.phase === 'probing') return open();
      if (state.phase === 'open') return;
      state = { phase: 'closed', failures: state.failures + 1 };
      if (state.failures < FAILURES) return;
      log.warn('OpenIM does not answer; calls are refused at once until it does');
      open();
    },
    abandoned() {
      if (state.phase === 'probing') state = { phase: 'open', until: performance.now() };
    },
  };
}
