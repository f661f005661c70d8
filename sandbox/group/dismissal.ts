import type { Groups } from './groups.ts';

// The push service is some moments behind, and until then a dismissed group still has its members.
const PUSH_DELAY_MS = 75;

/** Empties a dismissed group once the notice about it went out. */
export const createEmptying =
  (groups: Groups) =>
  (groupID: string): void => {
    setTimeout(() => groups.empty(groupID), PUSH_DELAY_MS).unref();
  };
