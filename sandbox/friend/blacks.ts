import { Refusal } from '../refusal.ts';
import { newTime } from '../state/clock.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import type { Users } from '../user/users.ts';
import { publicUser } from './friend.ts';

export interface Black {
  ownerUserID: string;
  blackUserID: string;
  createTime: number;
  addSource: number;
  operatorUserID: string;
  ex: string;
}

const duplicate = (owner: string, blocked: string): Refusal => {
  const key = `{ owner_user_id: "${owner}", block_user_id: "${blocked}" }`;
  const index = 'collection: openim_v3.black index: owner_user_id_1_block_user_id_1';
  return new Refusal(
    'ServerInternalError',
    `bulk write exception: write errors: [E11000 duplicate key error ${index} dup key: ${key}]`,
  );
};

/** Who does not want to hear from whom. */
export class Blacks {
  private readonly rows: Family<Black>;

  constructor(state: State) {
    this.rows = state.family<Black>('blacks');
  }

  has(ownerUserID: string, blackUserID: string): boolean {
    return this.rows.has(ownerUserID, blackUserID);
  }

  get(ownerUserID: string, blackUserID: string): Black | undefined {
    return this.rows.get(ownerUserID, blackUserID);
  }

  list(ownerUserID: string): Black[] {
    return [...this.rows.of(ownerUserID).values()];
  }

  find(ownerUserID: string, blackUserIDs: readonly string[]): Black[] {
    return this.rows.find(ownerUserID, blackUserIDs);
  }

  add(black: Pick<Black, 'ownerUserID' | 'blackUserID' | 'operatorUserID' | 'ex'>): void {
    const { ownerUserID, blackUserID } = black;
    if (this.has(ownerUserID, blackUserID)) throw duplicate(ownerUserID, blackUserID);
    this.rows.set(ownerUserID, blackUserID, { ...black, addSource: 0, createTime: newTime() });
  }

  remove(ownerUserID: string, blackUserID: string): void {
    this.rows.delete(ownerUserID, blackUserID);
  }
}

export const blackInfo = (users: Users, { blackUserID, ...row }: Black): object => ({
  ...row,
  blackUserInfo: publicUser(users, blackUserID),
});

export const bareBlackInfo = ({ blackUserID: _, ...row }: Black): object => ({ ...row, blackUserInfo: null });
