import type { Logger } from 'pino';
import { Fault } from './fault.ts';

/** The end of an attempt, and its log. */
export interface EnforcementSpan {
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/**
 * What moderators decide, done in OpenIM. Each may be asked again: what is so already resolves. A Fault whose code is
 * NOT_FOUND, FORBIDDEN, CONFLICT or BAD_USER_INPUT says that it cannot be done (`isFinal`); any other failure may pass.
 */
export interface Enforcement {
  /** By `Message.id`; one that is gone is revoked enough. */
  revokeMessage(id: string, span: EnforcementSpan): Promise<void>;
  /** Nobody is muted twice: a new end takes the place of the old one. */
  muteMember(mute: { groupID: string; userID: string; until: Date }, span: EnforcementSpan): Promise<void>;
  unmuteMember(member: { groupID: string; userID: string }, span: EnforcementSpan): Promise<void>;
  removeMember(member: { groupID: string; userID: string }, span: EnforcementSpan): Promise<void>;
  dismissGroup(groupID: string, span: EnforcementSpan): Promise<void>;
  /** A business notification to one user, kept for when they are back; `data` is JSON. */
  notify(notice: { userID: string; key: string; data: string }, span: EnforcementSpan): Promise<void>;
}

const FINAL: ReadonlySet<unknown> = new Set(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'BAD_USER_INPUT']);

/** Whether it cannot be done, now or later. */
export const isFinal = (error: unknown): error is Fault => error instanceof Fault && FINAL.has(error.extensions.code);
