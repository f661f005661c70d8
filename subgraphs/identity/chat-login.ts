import { Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { PlatformID } from '../kit/viewer.ts';
import type { Span } from '../openim/rest/call.ts';
import type { HandedToken, TokenBroker } from '../openim/rest/tokens/broker.ts';
import type { Account, Accounts } from './accounts.ts';
import type { Welcomes } from './registration/welcomes.ts';
import type { Endings } from './sessions/endings.ts';

/** A sign-in waits for OpenIM no longer: its answer has to arrive within the request's own time. */
const WAIT_MS = 5_000;

export interface ChatLoginParts {
  readonly accounts: Accounts;
  readonly endings: Endings;
  readonly tokens: TokenBroker;
  readonly welcomes: Welcomes;
}

/**
 * The OpenIM half of a sign-in. Null rather than an error: who signed in is signed in, and renewSession gives the
 * token later.
 */
export type ChatLogin = (userID: string, platform: PlatformID, scope: RequestScope) => Promise<HandedToken | null>;

export function createChatLogin({ accounts, endings, tokens, welcomes }: ChatLoginParts): ChatLogin {
  async function register({ userID, nickname }: Account, span: Span): Promise<void> {
    await tokens.ensureUser({ userID, nickname, faceURL: '' }, span);
    await accounts.markRegistered(userID);
    await welcomes.pay(userID, span);
  }

  async function tokenOf(account: Account, platform: PlatformID, span: Span): Promise<HandedToken> {
    if (!account.registered) await register(account, span);
    try {
      return await tokens.forLogin(account.userID, platform, span);
    } catch (error) {
      if (!(error instanceof Fault && error.reason === 'NOT_FOUND')) throw error;
      // OpenIM has lost somebody whom it knew before.
      await register(account, span);
      return tokens.forLogin(account.userID, platform, span);
    }
  }

  return async (userID, platform, { signal, log }) => {
    try {
      // A logout that is still owed may end a token that is handed out now.
      if (!(await endings.pay(userID))) return null;
      const account = (await accounts.byIDs([userID])).get(userID);
      if (account === undefined) return null;
      return await tokenOf(account, platform, { signal: AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]), log });
    } catch (error) {
      log.warn({ err: error }, 'signed in without an OpenIM token');
      return null;
    }
  };
}
