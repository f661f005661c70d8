import { newTime } from '../state/clock.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import type { FriendRequest } from './friend-request.ts';
import { ANSWER } from './friend-request.ts';

type Asked = Pick<FriendRequest, 'fromUserID' | 'toUserID' | 'reqMsg' | 'ex'>;

/** No results given means all of them. */
export const withResults = <T extends { handleResult: number }>(
  rows: readonly T[],
  results: readonly number[] | null,
): readonly T[] =>
  results === null || results.length === 0 ? rows : rows.filter(({ handleResult }) => results.includes(handleResult));

/** Every request ever made, one for each pair and direction. */
export class FriendRequests {
  /** Under the receiver, by sender. */
  private readonly rows: Family<FriendRequest>;
  private readonly receivers = new Map<string, Set<string>>();

  constructor(state: State) {
    this.rows = state.family<FriendRequest>('friend-requests');
    for (const toUserID of this.rows.ownerIDs()) {
      for (const fromUserID of this.rows.of(toUserID).keys()) this.note(fromUserID, toUserID);
    }
  }

  private note(fromUserID: string, toUserID: string): void {
    const known = this.receivers.get(fromUserID);
    if (known === undefined) this.receivers.set(fromUserID, new Set([toUserID]));
    else known.add(toUserID);
  }

  get(fromUserID: string, toUserID: string): FriendRequest | undefined {
    return this.rows.get(toUserID, fromUserID);
  }

  /** Asking again opens the request again; who handled it last, and when, stays written there. */
  ask(asked: Asked): void {
    const before = this.get(asked.fromUserID, asked.toUserID) ?? { handlerUserID: '', handleTime: 0 };
    this.rows.set(asked.toUserID, asked.fromUserID, {
      ...before,
      ...asked,
      handleResult: ANSWER.none,
      handleMsg: '',
      createTime: newTime(),
    });
    this.note(asked.fromUserID, asked.toUserID);
  }

  change(
    { fromUserID, toUserID }: Pick<FriendRequest, 'fromUserID' | 'toUserID'>,
    change: Partial<FriendRequest>,
  ): void {
    this.rows.update(toUserID, fromUserID, change);
  }

  received(toUserID: string): FriendRequest[] {
    return newestFirst([...this.rows.of(toUserID).values()]);
  }

  sent(fromUserID: string): FriendRequest[] {
    return newestFirst(
      [...(this.receivers.get(fromUserID) ?? [])].flatMap((toUserID) => this.get(fromUserID, toUserID) ?? []),
    );
  }

  between(one: string, other: string): FriendRequest[] {
    return [this.get(one, other), this.get(other, one)]
      .filter((row) => row !== undefined)
      .sort((a, b) => a.createTime - b.createTime);
  }

  waiting(toUserID: string, after: number): number {
    return this.received(toUserID).filter(
      (row) => row.handleResult === ANSWER.none && (after === 0 || row.createTime > after),
    ).length;
  }
}

const newestFirst = (rows: FriendRequest[]): FriendRequest[] =>
  rows.sort((one, other) => other.createTime - one.createTime);
