import type { Callbacks } from '../callbacks/callbacks.ts';
import { GroupCallbacks } from '../callbacks/groups.ts';
import type { Groups } from './groups.ts';

// The push service is some moments behind, and until then a dismissed group still has its members.
const PUSH_DELAY_MS = 75;

interface Parts {
  groups: Groups;
  callbacks: Callbacks;
}

/** Nobody is left, which is told as a dismissal of its own. */
export const dismissWhole = async ({ groups, callbacks }: Parts, groupID: string, operationID: string) => {
  const ownerID = groups.members.owner(groupID)?.userID ?? '';
  groups.empty(groupID);
  const told = { ownerID, membersID: [] };
  await new GroupCallbacks(callbacks).afterDismiss(groups.take(groupID), told, operationID);
};

/** Empties a dismissed group once the notice about it went out. */
export const createEmptying =
  (parts: Parts) =>
  (groupID: string, operationID: string): void => {
    setTimeout(() => void dismissWhole(parts, groupID, operationID), PUSH_DELAY_MS).unref();
  };
