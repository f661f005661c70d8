import type { Friendships as Port } from '../message/ports.ts';
import type { State } from '../state/state.ts';
import { Blacks } from './blacks.ts';
import type { Friend } from './friend.ts';
import { FriendRequests } from './friend-requests.ts';
import { Friends } from './friends.ts';

/** Everything that two users can be to each other. */
export class Friendships implements Port {
  readonly friends: Friends;
  readonly requests: FriendRequests;
  readonly blacks: Blacks;

  constructor(state: State) {
    this.friends = new Friends(state);
    this.requests = new FriendRequests(state);
    this.blacks = new Blacks(state);
  }

  blocks(ownerUserID: string, userID: string): boolean {
    return this.blacks.has(ownerUserID, userID);
  }

  friendRow(ownerUserID: string, friendUserID: string): Friend | undefined {
    return this.friends.get(ownerUserID, friendUserID);
  }
}
