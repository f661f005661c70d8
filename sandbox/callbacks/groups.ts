import type { Group, GroupInfo, Member } from '../group/group.ts';
import { ROLE } from '../group/group.ts';
import { ServerPanic } from '../refusal.ts';
import type { Callbacks } from './callbacks.ts';
import { Apply, Create, Invite, Join } from './group-answers.ts';
import { CALLBACKS } from './names.ts';

interface Listed {
  userID: string;
  roleLevel: number;
}
interface Applying {
  groupID: string;
  reqMessage: string;
  joinSource: number;
  inviterUserID: string;
  ex: string;
}

/** Upstream turns the number into a text by its code point. */
const typeText = (groupType: number): string => String.fromCodePoint(groupType);

const listed = (members: readonly Listed[]) => members.map(({ userID, roleLevel }) => ({ userID, roleLevel }));

const CREATION = [
  'groupID',
  'groupName',
  'notification',
  'introduction',
  'faceURL',
  'ex',
  'status',
  'creatorUserID',
  'groupType',
  'needVerification',
  'lookMemberInfo',
] as const;

const given = <K extends string>(answer: Record<K, unknown>, keys: readonly K[]): object =>
  Object.fromEntries(keys.filter((key) => answer[key] !== null).map((key) => [key, answer[key]]));

/** What the server asks and tells about groups and who comes and goes. */
export class GroupCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  /** The group as the answer wants it. */
  async beforeCreate(wish: GroupInfo, members: readonly Listed[], operationID: string): Promise<GroupInfo> {
    const { command: callbackCommand } = CALLBACKS.beforeCreateGroup;
    const body = { operationID, callbackCommand, ...wish, initMemberList: listed(members) };
    const answer = await this.callbacks.before('beforeCreateGroup', { body, operationID }, Create);
    return answer === null ? wish : { ...wish, ...given(answer, CREATION) };
  }

  /** Who manages it, and then everybody, managers included, as ordinary members. */
  async afterCreate(
    group: GroupInfo,
    people: { managers: readonly Listed[]; named: readonly string[] },
    operationID: string,
  ): Promise<void> {
    const again = people.named.map((userID) => ({ userID, roleLevel: ROLE.member }));
    const body = { ...group, initMemberList: [...listed(people.managers), ...again] };
    await this.callbacks.after('afterCreateGroup', { body, operationID });
  }

  /** The new members as the answer wants them. */
  async beforeJoin(
    group: Pick<Group, 'groupID' | 'ex'>,
    members: readonly Member[],
    operationID: string,
  ): Promise<Member[]> {
    const memberList = members.map(({ userID, ex }) => ({ userID, ex }));
    const body = { groupID: group.groupID, memberList, groupEx: group.ex };
    const answer = await this.callbacks.before('beforeMemberJoinGroup', { body, operationID }, Join);
    const changes = (answer?.memberCallbackList ?? []).filter((change) => change !== null);
    if (changes.some(({ userID }) => userID === null)) throw new ServerPanic('a member without an ID');
    return members.map((member) => {
      const change = changes.find(({ userID }) => userID === member.userID);
      const keys = ['nickname', 'faceURL', 'roleLevel', 'muteEndTime', 'ex'] as const;
      return change === undefined ? member : { ...member, ...given(change, keys) };
    });
  }

  async beforeInvite(
    { groupID, reason, invitedUserIDs }: { groupID: string; reason: string; invitedUserIDs: readonly string[] },
    operationID: string,
  ): Promise<void> {
    const body = { operationID, groupID, reason, invitedUserIDs };
    await this.callbacks.before('beforeInviteUserToGroup', { body, operationID }, Invite);
  }

  async beforeApply(
    { groupType }: Group,
    { groupID, inviterUserID: applyID, reqMessage, ex }: Applying,
    operationID: string,
  ): Promise<void> {
    const body = { groupID, groupType: typeText(groupType), applyID, reqMessage, ex };
    await this.callbacks.before('beforeApplyJoinGroup', { body, operationID }, Apply);
  }

  async afterJoin({ groupID, reqMessage, joinSource, inviterUserID }: Applying, operationID: string): Promise<void> {
    const body = { operationID, groupID, reqMessage, joinSource, inviterUserID };
    await this.callbacks.after('afterJoinGroup', { body, operationID });
  }

  async afterQuit(groupID: string, userID: string, operationID: string): Promise<void> {
    await this.callbacks.after('afterQuitGroup', { body: { groupID, userID }, operationID });
  }

  async afterKick(
    { groupID, kickedUserIDs, reason }: { groupID: string; kickedUserIDs: readonly string[]; reason: string },
    operationID: string,
  ): Promise<void> {
    await this.callbacks.after('afterKickGroupMember', { body: { groupID, kickedUserIDs, reason }, operationID });
  }

  async afterDismiss(
    { groupID, groupType }: Group,
    { ownerID, membersID }: { ownerID: string; membersID: readonly string[] },
    operationID: string,
  ): Promise<void> {
    const body = { groupID, ownerID, groupType: typeText(groupType), membersID };
    await this.callbacks.after('afterDismissGroup', { body, operationID });
  }

  async afterTransfer(
    hands: { groupID: string; oldOwnerUserID: string; newOwnerUserID: string },
    operationID: string,
  ): Promise<void> {
    const { groupID, oldOwnerUserID, newOwnerUserID } = hands;
    const body = { groupID, oldOwnerUserID, newOwnerUserID };
    await this.callbacks.after('afterTransferGroupOwner', { body, operationID });
  }
}
