/**
 * What we refuse in OpenIM's name, and the `errCode` that its callers then see: REST answers it in the envelope, the
 * WebSocket in its frame. From 5400 on nothing of OpenIM's own lies.
 */
export const REFUSALS = {
  /** They are kept out of the service. */
  USER_BANNED: 5401,
  /** Too much in a short time. */
  TOO_FAST: 5404,
  /** Against a rule of the service. */
  RULE_REFUSED: 5405,
  /** A moderator looks at it first: it is kept, and goes on if they let it. */
  HELD_FOR_REVIEW: 5406,
  /** A moderator was to look at it first, and it could not be kept for them. */
  NOT_TAKEN: 5407,
  /** Anything else, and whatever could not be decided in time. */
  NOT_ALLOWED: 5499,
} as const;

export type RefusalReason = keyof typeof REFUSALS;

export const isRefusal = (reason: string): reason is RefusalReason => Object.hasOwn(REFUSALS, reason);
