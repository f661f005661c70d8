import { noDocuments } from '../refusal.ts';
import { newTime } from '../state/clock.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import { SORT_CHANGE, VersionLog } from '../version/version-log.ts';
import type { Friend } from './friend.ts';

export type FriendChange = Partial<Pick<Friend, 'remark' | 'ex' | 'isPinned'>>;
type Source = Pick<Friend, 'addSource' | 'operatorUserID'>;

/** Who has whom as a friend. A friendship is two rows, and each owner may drop theirs. */
export class Friends {
  readonly versions: VersionLog;
  private readonly rows: Family<Friend>;
  /** Ids in the order of their first reading: pinning later does not move them until the list itself changes. */
  private readonly idLists = new Map<string, readonly string[]>();

  constructor(state: State) {
    this.rows = state.family<Friend>('friends');
    this.versions = new VersionLog(state.collection('friend-versions'));
  }

  get(ownerUserID: string, friendUserID: string): Friend | undefined {
    return this.rows.get(ownerUserID, friendUserID);
  }

  has(ownerUserID: string, friendUserID: string): boolean {
    return this.rows.has(ownerUserID, friendUserID);
  }

  /** Pinned ones first, then the oldest. */
  list(ownerUserID: string): Friend[] {
    return [...this.rows.of(ownerUserID).values()].sort((one, other) => Number(other.isPinned) - Number(one.isPinned));
  }

  ids(ownerUserID: string): readonly string[] {
    const known = this.idLists.get(ownerUserID);
    if (known !== undefined) return known;
    const ids = this.list(ownerUserID).map(({ friendUserID }) => friendUserID);
    this.idLists.set(ownerUserID, ids);
    return ids;
  }

  /** In the order of the list, not of the question. */
  find(ownerUserID: string, friendUserIDs: readonly string[]): Friend[] {
    if (friendUserIDs.length === 1) return this.rows.find(ownerUserID, friendUserIDs);
    const wanted = new Set(friendUserIDs);
    return [...this.rows.of(ownerUserID).values()].filter(({ friendUserID }) => wanted.has(friendUserID));
  }

  /** Makes the rows that are missing, on both sides. */
  link(ownerUserID: string, friendUserIDs: readonly string[], source: Source): void {
    this.add(ownerUserID, friendUserIDs, source);
    for (const friendUserID of friendUserIDs) this.add(friendUserID, [ownerUserID], source);
  }

  private add(ownerUserID: string, friendUserIDs: readonly string[], source: Source): void {
    const fresh = friendUserIDs.filter((friendUserID) => !this.rows.has(ownerUserID, friendUserID));
    if (fresh.length === 0) return;
    for (const friendUserID of fresh) {
      const row = { ownerUserID, friendUserID, remark: '', createTime: newTime(), ex: '', isPinned: false, ...source };
      this.rows.set(ownerUserID, friendUserID, row);
    }
    this.versions.record(ownerUserID, 'insert', fresh);
    this.idLists.delete(ownerUserID);
  }

  /** What was not there is deleted as well, and counts as a change. */
  remove(ownerUserID: string, friendUserID: string): void {
    this.rows.delete(ownerUserID, friendUserID);
    this.versions.record(ownerUserID, 'delete', [friendUserID]);
    for (const userID of [ownerUserID, friendUserID]) this.idLists.delete(userID);
  }

  setRemark(ownerUserID: string, friendUserID: string, remark: string): void {
    if (this.rows.update(ownerUserID, friendUserID, { remark }) === undefined) throw noDocuments();
    this.versions.record(ownerUserID, 'update', [friendUserID]);
  }

  /** Strangers among the ids are skipped, but recorded. */
  update(ownerUserID: string, friendUserIDs: readonly string[], change: FriendChange): void {
    if (Object.keys(change).length === 0) return;
    for (const friendUserID of friendUserIDs) this.rows.update(ownerUserID, friendUserID, change);
    this.versions.record(ownerUserID, 'update', 'isPinned' in change ? [SORT_CHANGE, ...friendUserIDs] : friendUserIDs);
  }
}
