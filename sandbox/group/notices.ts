import { randomUUID } from 'node:crypto';
import { now } from '../state/clock.ts';
import type { GroupInfo, Member, MemberInfo } from './group.ts';
import { memberInfo, ROLE } from './group.ts';
import { requestInfo } from './group-requests.ts';
import type { Actor, GroupParts } from './parts.ts';
import { actingMember, memberInfos, SORT_VERSION, VERSION } from './tips.ts';

const CREATED = 1501;
const INFO_SET = 1502;
const APPLIED = 1503;
const QUIT = 1504;
const ACCEPTED = 1505;
const REJECTED = 1506;
const TRANSFERRED = 1507;
const KICKED = 1508;
const INVITED = 1509;
const ENTERED = 1510;
const DISMISSED = 1511;
const MEMBER_MUTED = 1512;
const MEMBER_UNMUTED = 1513;
const MUTED = 1514;
const UNMUTED = 1515;
const MEMBER_SET = 1516;
const MADE_ADMIN = 1517;
const MADE_ORDINARY = 1518;
const ANNOUNCED = 1519;
const NAMED = 1520;

/** Whether a notice also stands in the chat; null leaves it to its kind. */
type InChat = boolean | null;

interface Telling {
  detail: object;
  inChat?: InChat;
  signed?: true;
}

/** What a group's members, or its managers, are told. */
export class GroupNotices {
  private readonly parts: GroupParts;
  private readonly by: Actor;

  constructor(parts: GroupParts, by: Actor) {
    this.parts = parts;
    this.by = by;
  }

  private send(contentType: number, to: string, { detail, inChat, signed }: Telling): void {
    const { userID, operationID } = this.by;
    const user = signed && this.parts.users.get(userID);
    this.parts.notifier.send({
      contentType,
      from: userID,
      to,
      detail,
      operationID,
      ...(typeof inChat === 'boolean' && { inChat }),
      ...(user && { sender: { nickname: user.nickname, faceURL: user.faceURL } }),
    });
  }

  private group(groupID: string): GroupInfo {
    return this.parts.groups.info(this.parts.groups.take(groupID));
  }

  private actor(groupID: string): MemberInfo {
    return actingMember(this.parts, groupID, this.by.userID);
  }

  private member(groupID: string, userID: string): MemberInfo | null {
    return memberInfos(this.parts, groupID, [userID])[0] ?? null;
  }

  /** The list ends with whoever made the group, which usually is its first member. */
  created(group: GroupInfo, members: readonly Member[], inChat: InChat): void {
    const { groupID } = group;
    const maker = members.findIndex(({ userID }) => userID === this.by.userID);
    const listed = maker < 0 ? members : members.slice(0, maker + 1);
    const nickname = (userID: string) => this.parts.users.get(userID)?.nickname ?? '';
    const memberList = listed.map((member) => memberInfo({ ...member, nickname: nickname(member.userID) }));
    const opUser = this.actor(groupID);
    const groupOwnerUser = members[0] ? memberInfo(members[0]) : null;
    const detail = { group, opUser, memberList, operationTime: group.createTime, groupOwnerUser, ...VERSION };
    this.send(CREATED, groupID, { detail, inChat });
    if (group.notification !== '') this.announced(group, true);
  }

  announced(group: GroupInfo, inChat: boolean): void {
    const detail = { opUser: this.actor(group.groupID), group, ...VERSION };
    this.send(ANNOUNCED, group.groupID, { detail, inChat, signed: true });
  }

  renamed(group: GroupInfo): void {
    this.send(NAMED, group.groupID, { detail: { opUser: this.actor(group.groupID), group, ...VERSION } });
  }

  infoSet(group: GroupInfo): void {
    const detail = { opUser: this.actor(group.groupID), muteTime: 0, group, ...VERSION };
    this.send(INFO_SET, group.groupID, { detail, signed: true });
  }

  private managers(groupID: string): string[] {
    const { members } = this.parts.groups;
    const userIDs = [...members.withRole(groupID, ROLE.owner), ...members.withRole(groupID, ROLE.admin)];
    return members.find(groupID, userIDs).map(({ userID }) => userID);
  }

  private request(groupID: string, userID: string): object | null {
    const row = this.parts.groups.requests.get(groupID, userID);
    return row ? requestInfo(row, this.parts.users.get(userID) ?? null, null) : null;
  }

  /** `asker` is who speaks for it: the applicant, or the member who proposed somebody. */
  applied(asked: { groupID: string; userID: string; reqMsg: string }, asker: string): void {
    const { groupID, userID, reqMsg } = asked;
    const user = this.parts.users.get(asker);
    if (user === undefined) return;
    const applicant = { userID: asker, nickname: user.nickname, faceURL: user.faceURL, ex: user.ex };
    const request = this.request(groupID, userID);
    const detail = { group: this.group(groupID), applicant, reqMsg, uuid: randomUUID(), request };
    const receivers = new Set([...this.managers(groupID), asker, this.by.userID]);
    for (const to of receivers) this.send(APPLIED, to, { detail });
  }

  answered(answer: { groupID: string; userID: string; handleMsg: string }, isAccepted: boolean): void {
    const { groupID, userID, handleMsg } = answer;
    const request = this.request(groupID, userID);
    // One object is told to all, and what it says of its receiver is what was written last: the applicant.
    const told = { handleMsg, receiverAs: 0, uuid: randomUUID(), request };
    const detail = { group: this.group(groupID), opUser: this.actor(groupID), ...told };
    const contentType = isAccepted ? ACCEPTED : REJECTED;
    for (const to of [...this.managers(groupID), userID]) this.send(contentType, to, { detail });
  }

  entered(groupID: string, userID: string): void {
    const entrantUser = this.member(groupID, userID);
    const detail = { group: this.group(groupID), entrantUser, operationTime: now(), ...VERSION };
    this.send(ENTERED, groupID, { detail });
  }

  invited(groupID: string, invitation: { inviter: string; userIDs: readonly string[]; inChat: InChat }): void {
    const { inviter, userIDs, inChat } = invitation;
    const invitedUserList = memberInfos(this.parts, groupID, userIDs);
    const inviterUser = actingMember(this.parts, groupID, inviter);
    const told = { opUser: this.actor(groupID), invitedUserList, operationTime: 0, ...VERSION, inviterUser };
    this.send(INVITED, groupID, { detail: { group: this.group(groupID), ...told }, inChat });
  }

  quit(groupID: string, quitUser: MemberInfo): void {
    this.send(QUIT, groupID, { detail: { group: this.group(groupID), quitUser, operationTime: 0, ...VERSION } });
  }

  kicked(groupID: string, kickedUserList: readonly MemberInfo[], inChat: InChat): void {
    const told = { opUser: this.actor(groupID), kickedUserList, operationTime: 0, ...VERSION };
    this.send(KICKED, groupID, { detail: { group: this.group(groupID), ...told }, inChat });
  }

  transferred(groupID: string, hands: { from: string; to: string }): void {
    const newGroupOwner = this.member(groupID, hands.to);
    const oldGroupOwnerInfo = this.member(groupID, hands.from);
    const told = { newGroupOwner, oldGroupOwner: '', operationTime: 0, oldGroupOwnerInfo, ...VERSION };
    this.send(TRANSFERRED, groupID, { detail: { group: this.group(groupID), opUser: this.actor(groupID), ...told } });
  }

  dismissed(groupID: string, inChat: InChat): void {
    const detail = { group: this.group(groupID), opUser: this.actor(groupID), operationTime: 0 };
    this.send(DISMISSED, groupID, { detail, inChat });
  }

  memberMuted(groupID: string, userID: string, mutedSeconds: number): void {
    const told = { operationTime: 0, mutedUser: this.member(groupID, userID), mutedSeconds, ...VERSION };
    this.send(MEMBER_MUTED, groupID, { detail: { group: this.group(groupID), opUser: this.actor(groupID), ...told } });
  }

  memberUnmuted(groupID: string, userID: string): void {
    const told = { operationTime: 0, mutedUser: this.member(groupID, userID), ...VERSION };
    this.send(MEMBER_UNMUTED, groupID, {
      detail: { group: this.group(groupID), opUser: this.actor(groupID), ...told },
    });
  }

  muted(groupID: string, isMuted: boolean): void {
    const detail = { group: this.group(groupID), opUser: this.actor(groupID), operationTime: 0, ...VERSION };
    this.send(isMuted ? MUTED : UNMUTED, groupID, { detail });
  }

  memberSet(groupID: string, userID: string): void {
    this.ofMember(MEMBER_SET, groupID, userID);
  }

  roleSet(groupID: string, userID: string, roleLevel: number): void {
    this.ofMember(roleLevel === ROLE.admin ? MADE_ADMIN : MADE_ORDINARY, groupID, userID);
  }

  private ofMember(contentType: number, groupID: string, userID: string): void {
    const told = { operationTime: 0, changedUser: this.member(groupID, userID), ...SORT_VERSION };
    this.send(contentType, groupID, { detail: { group: this.group(groupID), opUser: this.actor(groupID), ...told } });
  }
}
