import { newTime } from '../state/clock.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import type { User } from '../user/user.ts';
import type { GroupInfo } from './group.ts';
import { ANSWER } from './group.ts';

export interface GroupRequest {
  groupID: string;
  userID: string;
  handleResult: number;
  reqMsg: string;
  reqTime: number;
  ex: string;
  joinSource: number;
  inviterUserID: string;
}

type Filter = { groupIDs?: readonly string[] | null; handleResults: readonly number[] | null };

const isAmong = <T>(wanted: readonly T[] | null | undefined, value: T): boolean =>
  wanted === null || wanted === undefined || wanted.length === 0 || wanted.includes(value);

const newestFirst = (rows: GroupRequest[]): GroupRequest[] => rows.sort((one, other) => other.reqTime - one.reqTime);

/** Who asked to join, or was proposed by a member; one request for each user and group. */
export class GroupRequests {
  private readonly rows: Family<GroupRequest>;
  private readonly groupIDs = new Map<string, Set<string>>();

  constructor(state: State) {
    this.rows = state.family<GroupRequest>('group-requests');
    for (const groupID of this.rows.ownerIDs()) {
      for (const userID of this.rows.of(groupID).keys()) this.note(groupID, userID);
    }
  }

  private note(groupID: string, userID: string): void {
    const known = this.groupIDs.get(userID);
    if (known === undefined) this.groupIDs.set(userID, new Set([groupID]));
    else known.add(groupID);
  }

  get(groupID: string, userID: string): GroupRequest | undefined {
    return this.rows.get(groupID, userID);
  }

  /** What is asked in one call carries one time. A repetition replaces the earlier request. */
  put(asked: readonly Omit<GroupRequest, 'handleResult' | 'reqTime'>[]): void {
    const reqTime = newTime();
    for (const request of asked) {
      const { groupID, userID } = request;
      this.rows.delete(groupID, userID);
      this.rows.set(groupID, userID, { ...request, handleResult: ANSWER.none, reqTime });
      this.note(groupID, userID);
    }
  }

  answer({ groupID, userID }: GroupRequest, handleResult: number): void {
    this.rows.update(groupID, userID, { handleResult });
  }

  find(groupID: string, userIDs: readonly string[]): GroupRequest[] {
    return this.rows.find(groupID, userIDs);
  }

  toGroups(groupIDs: readonly string[], { handleResults }: Filter): GroupRequest[] {
    const rows = groupIDs.flatMap((groupID) => [...this.rows.of(groupID).values()]);
    return newestFirst(rows.filter(({ handleResult }) => isAmong(handleResults, handleResult)));
  }

  ofUser(userID: string, { groupIDs, handleResults }: Filter): GroupRequest[] {
    const rows = [...(this.groupIDs.get(userID) ?? [])].flatMap((groupID) => this.rows.get(groupID, userID) ?? []);
    return newestFirst(
      rows.filter((row) => isAmong(groupIDs, row.groupID) && isAmong(handleResults, row.handleResult)),
    );
  }

  waiting(groupIDs: readonly string[], after: number): number {
    const rows = this.toGroups(groupIDs, { handleResults: [ANSWER.none] });
    return after === 0 ? rows.length : rows.filter(({ reqTime }) => reqTime > after).length;
  }
}

/** Who handled it, when and with which words is written under names that nobody reads upstream. */
export const requestInfo = (row: GroupRequest, user: User | null, group: GroupInfo | null): object => {
  const { handleResult, reqMsg, reqTime, ex, joinSource, inviterUserID } = row;
  const userInfo = user && { userID: user.userID, nickname: user.nickname, faceURL: user.faceURL, ex: user.ex };
  const handled = { handleMsg: '', reqTime, handleUserID: '', handleTime: 0 };
  return { userInfo, groupInfo: group, handleResult, reqMsg, ...handled, ex, joinSource, inviterUserID };
};
