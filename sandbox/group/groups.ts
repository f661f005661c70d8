import type { Groups as Port } from '../message/ports.ts';
import { noDocuments } from '../refusal.ts';
import type { Collection } from '../state/collection.ts';
import type { State } from '../state/state.ts';
import type { Users } from '../user/users.ts';
import { GROUP_CHANGE } from '../version/version-log.ts';
import type { Group, GroupInfo, Member } from './group.ts';
import { groupInfo, STATUS } from './group.ts';
import { GroupRequests } from './group-requests.ts';
import { Lookups } from './lookups.ts';
import { Members } from './members.ts';

const keyOf = ({ groupID }: Group): string => groupID;

const byNameAndAge = (one: Group, other: Group): number => {
  if (one.groupName !== other.groupName) return one.groupName < other.groupName ? -1 : 1;
  return one.createTime - other.createTime;
};

/** All groups, also the dismissed ones, with their members and the requests to join them. */
export class Groups implements Port {
  readonly members: Members;
  readonly requests: GroupRequests;
  private readonly rows: Collection<Group>;
  private readonly users: Users;
  private readonly lookups = new Lookups();
  /** A user's groups as first read: a renamed group keeps its place until the user joins or leaves one. */
  private readonly joined = new Map<string, readonly string[]>();

  constructor(state: State, users: Users) {
    this.rows = state.collection<Group>('groups');
    this.members = new Members(state);
    this.requests = new GroupRequests(state);
    this.users = users;
    this.members.onMove((userID) => this.joined.delete(userID));
    // A server that stopped in the midst of a dismissal goes on with it.
    for (const { groupID, status } of this.rows.values()) {
      if (status === STATUS.dismissed && this.members.count(groupID) > 0) this.empty(groupID);
    }
  }

  get(groupID: string): GroupInfo | undefined {
    const group = this.rows.get(groupID);
    if (group === undefined) return undefined;
    this.lookups.saw(groupID);
    return this.info(group);
  }

  info(group: Group): GroupInfo {
    const { members } = this;
    return groupInfo(group, members.owner(group.groupID)?.userID ?? '', members.count(group.groupID));
  }

  /** For lists of groups, which look every owner up. */
  shown(group: Group): GroupInfo {
    const info = this.info(group);
    this.members.look(group.groupID, info.ownerUserID);
    return info;
  }

  member(groupID: string, userID: string): Member | undefined {
    const member = this.members.look(groupID, userID);
    return member === undefined ? undefined : this.named(member);
  }

  memberIDs(groupID: string): readonly string[] {
    return this.members.ids(groupID);
  }

  /** With the user's own name and picture where the member has none. */
  named(member: Member): Member {
    if (member.nickname !== '' && member.faceURL !== '') return member;
    const user = this.users.get(member.userID);
    if (user === undefined) return member;
    return { ...member, nickname: member.nickname || user.nickname, faceURL: member.faceURL || user.faceURL };
  }

  has(groupID: string): boolean {
    return this.rows.has(groupID);
  }

  take(groupID: string): Group {
    const group = this.rows.get(groupID);
    if (group === undefined) throw this.lookups.refusal(groupID);
    this.lookups.saw(groupID);
    return group;
  }

  find(groupIDs: readonly string[]): Group[] {
    for (const groupID of groupIDs) if (!this.rows.has(groupID)) this.lookups.missed(groupID);
    return this.lookups.listed(this.rows.find(groupIDs), keyOf);
  }

  createTimes(): number[] {
    return [...this.rows.values()].map(({ createTime }) => createTime);
  }

  /** The newest first, without the dismissed ones. */
  search(name: RegExp): Group[] {
    const found = [...this.rows.values()].filter(
      (group) => group.status !== STATUS.dismissed && name.test(group.groupName),
    );
    return found.sort((one, other) => other.createTime - one.createTime);
  }

  joinedIDs(userID: string): readonly string[] {
    const known = this.joined.get(userID);
    if (known !== undefined) return known;
    const ids = this.members.groupsOf(userID);
    const alive = ids.length < 2 ? undefined : this.rows.find(ids).filter(({ status }) => status !== STATUS.dismissed);
    const sorted = alive?.sort(byNameAndAge).map(({ groupID }) => groupID) ?? ids;
    this.joined.set(userID, sorted);
    return sorted;
  }

  create(group: Group, members: readonly Member[]): void {
    this.rows.set(group.groupID, group);
    this.lookups.changed(group.groupID);
    this.members.add(group.groupID, members);
  }

  update(groupID: string, change: Partial<Group>): Group {
    const group = this.rows.update(groupID, change);
    if (group === undefined) throw noDocuments();
    this.lookups.changed(groupID);
    this.members.versions.record(groupID, 'update', [GROUP_CHANGE]);
    return group;
  }

  /** Nobody is left in it, and nobody can undo that. */
  empty(groupID: string): void {
    this.rows.update(groupID, { status: STATUS.dismissed });
    this.lookups.changed(groupID);
    this.members.removeAll(groupID);
  }
}
