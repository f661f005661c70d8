import type { Logger } from 'pino';
import { Fault } from '../../kit/fault.ts';
import type { PlatformID, UserViewer, Viewer } from '../../kit/viewer.ts';

/** Whose token a call carries. The token itself is found by `tokens/`, and never seen by who calls. */
type Caller =
  | { readonly kind: 'admin' }
  | { readonly kind: 'user'; readonly userID: string; readonly platform: PlatformID };

/** What every call to OpenIM is given besides its own arguments. */
export interface Call {
  readonly as: Caller;
  /** The request's deadline, and its end when the client leaves. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** Made afresh for each call unless given: OpenIM finds a send again by the operationID it was made with. */
  readonly operationID?: string;
}

/** The part of a call that does not say as whom; a `RequestScope` is one. */
export type Span = Pick<Call, 'signal' | 'log'>;

export const asAdmin = ({ signal, log }: Span): Call => ({ as: ADMIN, signal, log });

export const asUser = ({ id, platform }: Pick<UserViewer, 'id' | 'platform'>, { signal, log }: Span): Call => ({
  as: { kind: 'user', userID: id, platform },
  signal,
  log,
});

/** A user with their own token, an admin with OpenIM's admin token. */
export function asViewer(viewer: Viewer, span: Span): Call {
  if (viewer.kind === 'anonymous') throw new Fault('SIGNATURE_MISSING');
  return viewer.kind === 'admin' ? asAdmin(span) : asUser(viewer, span);
}

const ADMIN: Caller = { kind: 'admin' };
