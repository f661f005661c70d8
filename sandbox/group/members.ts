import { noDocuments, Refusal } from '../refusal.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import { SORT_CHANGE, VersionLog } from '../version/version-log.ts';
import type { Member } from './group.ts';
import { ROLE } from './group.ts';
import { Lookups } from './lookups.ts';

const duplicate = (group: string, user: string): Refusal => {
  const key = `{ group_id: "${group}", user_id: "${user}" }`;
  const index = 'collection: openim_v3.group_member index: group_id_1_user_id_1';
  return new Refusal(
    'ServerInternalError',
    `bulk write exception: write errors: [E11000 duplicate key error ${index} dup key: ${key}]`,
  );
};

const keyOf = ({ groupID, userID }: Pick<Member, 'groupID' | 'userID'>): string => `${groupID}\n${userID}`;

/** Told when the groups of a user changed. */
export type MoveListener = (userID: string) => void;

/** Who is in which group. */
export class Members {
  /** The change log of each group; the group itself is part of it. */
  readonly versions: VersionLog;
  /** The change log of each user's list of groups. */
  readonly joinVersions: VersionLog;
  private readonly rows: Family<Member>;
  private readonly groupIDs = new Map<string, Set<string>>();
  private readonly ranked = new Map<string, readonly string[]>();
  private readonly lookups = new Lookups();
  private readonly listeners: MoveListener[] = [];

  constructor(state: State) {
    this.rows = state.family<Member>('group-members');
    this.versions = new VersionLog(state.collection('group-member-versions'));
    this.joinVersions = new VersionLog(state.collection('group-join-versions'));
    for (const groupID of this.rows.ownerIDs()) for (const member of this.rows.of(groupID).values()) this.moved(member);
  }

  onMove(listener: MoveListener): void {
    this.listeners.push(listener);
  }

  private moved({ groupID, userID }: Pick<Member, 'groupID' | 'userID'>): void {
    const own = this.groupIDs.get(userID) ?? new Set();
    this.groupIDs.set(userID, own);
    if (this.rows.has(groupID, userID)) own.add(groupID);
    else own.delete(groupID);
    this.ranked.delete(groupID);
    this.lookups.changed(keyOf({ groupID, userID }));
    for (const listener of this.listeners) listener(userID);
  }

  get(groupID: string, userID: string): Member | undefined {
    return this.rows.get(groupID, userID);
  }

  /** For callers that cannot go on without. */
  take(groupID: string, userID: string): Member {
    const member = this.look(groupID, userID);
    if (member === undefined) throw this.lookups.refusal(keyOf({ groupID, userID }));
    return member;
  }

  look(groupID: string, userID: string): Member | undefined {
    const member = this.get(groupID, userID);
    if (member !== undefined) this.lookups.saw(keyOf(member));
    return member;
  }

  find(groupID: string, userIDs: readonly string[]): Member[] {
    for (const userID of userIDs) {
      if (!this.rows.has(groupID, userID)) this.lookups.missed(keyOf({ groupID, userID }));
    }
    return this.lookups.listed(this.rows.find(groupID, userIDs), keyOf);
  }

  all(groupID: string): Iterable<Member> {
    return this.rows.of(groupID).values();
  }

  count(groupID: string): number {
    return this.rows.of(groupID).size;
  }

  /** The owner first, then the admins, then the others, each in the order in which they came. */
  ids(groupID: string): readonly string[] {
    const known = this.ranked.get(groupID);
    if (known !== undefined) return known;
    const sorted = [...this.all(groupID)].sort((one, other) => other.roleLevel - one.roleLevel);
    const ids = sorted.map(({ userID }) => userID);
    this.ranked.set(groupID, ids);
    return ids;
  }

  withRole(groupID: string, roleLevel: number): string[] {
    return this.ids(groupID).filter((userID) => this.get(groupID, userID)?.roleLevel === roleLevel);
  }

  owner(groupID: string): Member | undefined {
    const first = this.ids(groupID)[0];
    const member = first === undefined ? undefined : this.get(groupID, first);
    return member?.roleLevel === ROLE.owner ? member : undefined;
  }

  takeOwner(groupID: string): Member {
    const owner = this.owner(groupID);
    if (owner === undefined) throw new Refusal('RecordNotFoundError', `group ${groupID} owner not found`);
    this.lookups.saw(keyOf(owner));
    return owner;
  }

  groupsOf(userID: string): string[] {
    return [...(this.groupIDs.get(userID) ?? [])];
  }

  managedBy(userID: string): string[] {
    return this.groupsOf(userID).filter((groupID) => (this.get(groupID, userID)?.roleLevel ?? 0) >= ROLE.admin);
  }

  /** One after the other: those before the first that is there already stay, unrecorded. */
  add(groupID: string, members: readonly Member[]): void {
    for (const member of members) {
      if (this.rows.has(groupID, member.userID)) throw duplicate(groupID, member.userID);
      this.rows.set(groupID, member.userID, member);
      this.moved(member);
    }
    const userIDs = members.map(({ userID }) => userID);
    this.versions.record(groupID, 'insert', userIDs);
    for (const userID of userIDs) this.joinVersions.record(userID, 'insert', [groupID]);
  }

  private drop(groupID: string, userIDs: readonly string[]): void {
    for (const userID of userIDs) {
      this.rows.delete(groupID, userID);
      this.moved({ groupID, userID });
      this.joinVersions.record(userID, 'delete', [groupID]);
    }
  }

  remove(groupID: string, userIDs: readonly string[]): void {
    this.drop(groupID, userIDs);
    this.versions.record(groupID, 'delete', userIDs);
  }

  removeAll(groupID: string): void {
    this.drop(groupID, this.ids(groupID));
    this.versions.delete(groupID);
  }

  update(groupID: string, userID: string, change: Partial<Member>): void {
    if (Object.keys(change).length === 0) return;
    if (this.rows.update(groupID, userID, change) === undefined) throw noDocuments();
    this.lookups.changed(keyOf({ groupID, userID }));
    this.ranked.delete(groupID);
    this.versions.record(groupID, 'update', 'roleLevel' in change ? [SORT_CHANGE, userID] : [userID]);
  }

  /** Several roles at once are one change. */
  setRoles(groupID: string, roles: Readonly<Record<string, number>>): void {
    for (const [userID, roleLevel] of Object.entries(roles)) {
      this.rows.update(groupID, userID, { roleLevel });
      this.lookups.changed(keyOf({ groupID, userID }));
    }
    this.ranked.delete(groupID);
    this.versions.record(groupID, 'update', [SORT_CHANGE, ...Object.keys(roles)]);
  }
}
