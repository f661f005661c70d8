import type { Callbacks } from '../callbacks/callbacks.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { Openings } from '../conversation/openings.ts';
import type { Caller } from '../http/route.ts';
import type { Seqs } from '../message/seqs.ts';
import type { Notifier } from '../notify/notifier.ts';
import type { Users } from '../user/users.ts';
import type { Groups } from './groups.ts';

export interface GroupParts {
  adminUserID: string;
  users: Users;
  groups: Groups;
  callbacks: Callbacks;
  conversations: Conversations;
  openings: Openings;
  seqs: Seqs;
  notifier: Notifier;
}

/** In whose name something is done, and under which operation it is pushed. */
export type Actor = Pick<Caller, 'userID' | 'isAdmin' | 'operationID'>;

const MOST_IDS = 1000;
export const isRepeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
export const isTooMany = (ids: readonly unknown[] | null): boolean => (ids?.length ?? 0) > MOST_IDS;

export const chatOf = (groupID: string): string => `sg_${groupID}`;
