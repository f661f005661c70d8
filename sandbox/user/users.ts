import { ZERO_TIME } from '../http/go-values.ts';
import { noDocuments, Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';
import type { User } from './user.ts';
import { ADMIN_LEVEL } from './user.ts';

export type NewUser = Omit<User, 'createTime'>;
/** Told when a profile was changed, and by whom; friends and groups show it. */
export type ProfileListener = (before: User, after: User, by: Editor) => void;
export interface Editor {
  userID: string;
  operationID: string;
}

export class Users {
  private readonly rows: Collection<User>;
  /** Who was asked for and is not there: upstream caches that as well. */
  private readonly missed = new Set<string>();
  private readonly listeners: ProfileListener[] = [];

  constructor(state: State, adminUserID: string) {
    this.rows = state.collection<User>('users');
    if (!this.rows.has(adminUserID)) {
      const admin = {
        userID: adminUserID,
        nickname: 'superAdmin',
        faceURL: '',
        ex: '',
        appMangerLevel: ADMIN_LEVEL,
        globalRecvMsgOpt: 0,
      };
      this.rows.set(adminUserID, { ...admin, createTime: ZERO_TIME });
    }
  }

  get size(): number {
    return this.rows.size;
  }

  get(userID: string): User | undefined {
    const user = this.rows.get(userID);
    if (user === undefined) this.missed.add(userID);
    return user;
  }

  has(userID: string): boolean {
    return this.rows.has(userID);
  }

  find(userIDs: readonly string[]): User[] {
    const found = this.rows.find(userIDs);
    if (found.length < userIDs.length)
      for (const userID of userIDs) if (!this.rows.has(userID)) this.missed.add(userID);
    return found;
  }

  /** For the few callers that read a row past the cache: they are told otherwise when the cache knows of no such user. */
  demandRow(userID: string): User {
    const user = this.rows.get(userID);
    if (user !== undefined) return user;
    throw this.missed.has(userID) ? new Refusal('RecordNotFoundError', 'cache is not found') : noDocuments();
  }

  all(): User[] {
    return [...this.rows.values()];
  }

  /** For callers that must have every one of them. */
  demand(userIDs: readonly string[]): User[] {
    const found = this.find(userIDs);
    if (found.length !== new Set(userIDs).size) throw new Refusal('RecordNotFoundError', 'userID not found');
    return found;
  }

  mustBeNew(users: readonly Pick<User, 'userID'>[]): void {
    if (users.some((user) => this.rows.has(user.userID))) {
      throw new Refusal('RegisteredAlreadyError', 'userID registered already');
    }
  }

  register(users: readonly NewUser[], createTime = now()): void {
    this.mustBeNew(users);
    for (const user of users) {
      this.rows.set(user.userID, { ...user, createTime });
      this.missed.delete(user.userID);
    }
  }

  onProfileChange(listener: ProfileListener): void {
    this.listeners.push(listener);
  }

  /** Without an editor nobody is told. */
  update(userID: string, change: Partial<User>, by?: Editor): User | undefined {
    const before = this.rows.get(userID);
    const after = this.rows.update(userID, change);
    if (before === undefined || after === undefined || by === undefined) return after;
    for (const listener of this.listeners) listener(before, after, by);
    return after;
  }
}
