import type { Callbacks } from '../callbacks/callbacks.ts';
import type { Caller } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import { Refusal } from '../refusal.ts';
import type { Users } from '../user/users.ts';
import type { Friendships } from './friendships.ts';

export interface FriendParts {
  callbacks: Callbacks;
  users: Users;
  friendships: Friendships;
  notifier: Notifier;
}

/** In whose name something is done, and under which operation it is pushed. */
export type Actor = Pick<Caller, 'userID' | 'operationID'>;

/** Counts the ids as given, so a repeated one is already too many. */
export const mustExist = (users: Users, userIDs: readonly string[]): void => {
  if (users.find(userIDs).length !== userIDs.length) throw new Refusal('RecordNotFoundError', 'user not found');
};

export const mustBeOneOf = (caller: Caller, userIDs: readonly string[]): void => {
  if (!userIDs.includes(caller.userID) && !caller.isAdmin)
    throw new Refusal('NoPermissionError', 'opUser in ownerUserIDs');
};

export const MOST_IDS = 1000;
export const isRepeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
