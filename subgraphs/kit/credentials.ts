import type { KeyObject } from 'node:crypto';
import type { Fault } from './fault.ts';
import type { FaultReason } from './faults.ts';
import type { AdminViewer, UserViewer } from './viewer.ts';

/** A live session, as the gateway needs it to verify one request. */
export interface SessionKey {
  readonly viewer: UserViewer;
  /** HMAC-SHA-256 key, 32 bytes; never leaves the process. */
  readonly key: KeyObject;
}

/** Why a session cannot be used: a row of the table, or a fault where there is more to tell. */
export type Refusal = FaultReason | Fault;

/** What stands behind a signed request: identity keeps the sessions, the gateway verifies with them. */
export interface SessionAuthority {
  /** The key and user of a live session, or the reason there is none. Rejects with STORE_UNAVAILABLE. */
  find(sessionID: string, ip: string): Promise<SessionKey | Refusal>;
  /**
   * The last check, in one round to the store: the nonce is spent (remembered until `created` + 60 s), the
   * session neither revoked nor its user banned meanwhile. Confirms a renewed key. Null when all is well.
   */
  spend(session: SessionKey, proof: { nonce: string; created: number; mutation: boolean }): Promise<Refusal | null>;
  /** Whether a session that was proved is still good, for what goes on after the request: null, or why it is not. */
  endOf(session: SessionKey, ip: string): Promise<Refusal | null>;
}

/** What stands behind `Authorization: Bearer`. */
export interface AdminAuthority {
  verify(token: string): Promise<AdminViewer | FaultReason>;
}
