import type { ForwardHead } from '../../kit/forward.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import type { SignedIn, StandingOf } from '../rest/tokens/standing.ts';
import { badArgument, forbidden, OTHER, Refusal, tooBusy } from './envelope.ts';
import type { Limits } from './limits.ts';
import { REFUSED } from './refused.ts';
import { type Row, TABLE } from './table.ts';

/** Whose token it is. */
export interface Caller {
  readonly userID: string;
  readonly platform: PlatformID;
  readonly token: string;
}

export interface AdmissionParts {
  readonly standing: StandingOf;
  readonly signedIn: SignedIn;
  readonly limits: Limits;
}

/** A POST that may go on: its row, and who asks; null where the body tells. */
export interface Ticket {
  readonly route: string;
  readonly row: Row;
  readonly operationID: string;
  readonly caller: Caller | null;
}

export interface Admission {
  /** Throws a Refusal, in OpenIM's order: operationID, token, route. Null where OpenIM has no such route. */
  ticket(head: ForwardHead): Promise<Ticket | null>;
  /** Throws a Refusal with OpenIM's code for a token that opens nothing. */
  callerOf(token: string, ip: string): Promise<Caller>;
}

/** Longer than any SDK's, and short enough for a line of OpenIM's log. */
const LONGEST_ID = 256;

/** OpenIM asks for no token below these. */
const WITHOUT_TOKEN = ['/auth/get_admin_token', '/auth/parse_token'];

export function createAdmission({ standing, signedIn, limits }: AdmissionParts): Admission {
  async function callerOf(token: string, ip: string): Promise<Caller> {
    if (!limits.mayTry(ip)) throw tooBusy();
    const found = await standing(token, signedIn);
    if (found.kind === 'refused') {
      limits.failed(ip);
      throw new Refusal(found.errCode, found.errMsg);
    }
    if (!limits.user(found.userID)) throw tooBusy();
    return { userID: found.userID, platform: found.platform, token };
  }

  async function tokenHolder({ path, token, ip }: ForwardHead): Promise<Caller | null> {
    if (WITHOUT_TOKEN.some((prefix) => path.startsWith(prefix))) return null;
    if (token === null || token === '') throw badArgument('header must have token');
    return callerOf(token, ip);
  }

  return {
    callerOf,
    async ticket(head) {
      const { path, operationID } = head;
      if (operationID === null || operationID === '') throw badArgument('header must have operationID');
      if (operationID.length > LONGEST_ID) throw badArgument(`operationID is longer than ${LONGEST_ID}`);
      const caller = await tokenHolder(head);
      if (REFUSED.has(path)) throw forbidden('this route is not for users');
      const row = rowOf(path);
      return row === null ? null : { route: path, row, operationID, caller };
    },
  };
}

const rowOf = (path: string): Row | null => (Object.hasOwn(TABLE, path) ? (TABLE[path] ?? null) : null);

/** The label of a path in figures: never what a stranger wrote. */
export const routeOf = (path: string): string => (rowOf(path) !== null || REFUSED.has(path) ? path : OTHER);
