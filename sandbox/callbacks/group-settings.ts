import type { Callbacks } from './callbacks.ts';
import { SetInfo, SetInfoEx, SetMember } from './group-answers.ts';
import type { CallbackName } from './names.ts';

/** What a request wants of a group; null leaves a field. */
export interface GroupWish {
  groupName: string | null;
  notification: string | null;
  introduction: string | null;
  faceURL: string | null;
  ex: string | null;
  needVerification: number | null;
  lookMemberInfo: number | null;
  applyMemberFriend: number | null;
}

/** The group that it is for may change on the way: an answer can name another one. */
export interface GroupEdit {
  groupID: string;
  wish: GroupWish;
}

export interface MemberWish {
  groupID: string;
  userID: string;
  nickname: string | null;
  faceURL: string | null;
  roleLevel: number | null;
  ex: string | null;
}

/** The operation has its key here, and never its value. */
const bodyOf = ({ groupID, wish }: GroupEdit): object => ({
  operationID: '',
  groupID,
  groupName: wish.groupName,
  notification: wish.notification,
  introduction: wish.introduction,
  faceURL: wish.faceURL,
  ex: wish.ex,
  needVerification: wish.needVerification,
  lookMemberInfo: wish.lookMemberInfo,
  applyMemberFriend: wish.applyMemberFriend,
});

const memberBody = ({ groupID, userID, nickname: nickName, faceURL, roleLevel, ex }: MemberWish): object => ({
  groupID,
  userID,
  nickName,
  faceURL,
  roleLevel,
  ex,
});

/** What the server asks and tells when a group, or a member in it, is to be described in other words. */
export class GroupSettingCallbacks {
  private readonly callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  /** Group, name, picture and introduction are the answer's, which means nobody's when it does not say them. */
  async beforeSet(edit: GroupEdit, operationID: string): Promise<GroupEdit> {
    const { wish } = edit;
    const zeros = { ex: wish.ex ?? '', needVerification: wish.needVerification ?? 0 };
    const more = { lookMemberInfo: wish.lookMemberInfo ?? 0, applyMemberFriend: wish.applyMemberFriend ?? 0 };
    const body = bodyOf({ ...edit, wish: { ...wish, ...zeros, ...more } });
    const answer = await this.callbacks.before('beforeSetGroupInfo', { body, operationID }, SetInfo);
    if (answer === null) return edit;
    const { groupID, groupName, faceURL, introduction } = answer;
    const settings = {
      ex: answer.ex ?? wish.ex,
      needVerification: answer.needVerification ?? wish.needVerification,
      lookMemberInfo: answer.lookMemberInfo ?? wish.lookMemberInfo,
      applyMemberFriend: answer.applyMemberFriend ?? wish.applyMemberFriend,
    };
    return { groupID, wish: { ...wish, groupName, faceURL, introduction, ...settings } };
  }

  /** All but the announcement is the answer's, and what it does not say is left as it is. */
  async beforeSetEx(edit: GroupEdit, operationID: string): Promise<GroupEdit> {
    const answer = await this.callbacks.before('beforeSetGroupInfoEx', { body: bodyOf(edit), operationID }, SetInfoEx);
    if (answer === null) return edit;
    const { groupID, groupName, faceURL, introduction, ex, needVerification, lookMemberInfo, applyMemberFriend } =
      answer;
    const { notification } = edit.wish;
    const texts = { groupName, notification, introduction, faceURL, ex };
    return { groupID, wish: { ...texts, needVerification, lookMemberInfo, applyMemberFriend } };
  }

  async afterSet(
    name: Extract<CallbackName, `afterSetGroupInfo${string}`>,
    edit: GroupEdit,
    operationID: string,
  ): Promise<void> {
    await this.callbacks.after(name, { body: bodyOf(edit), operationID });
  }

  async beforeSetMember(wish: MemberWish, operationID: string): Promise<MemberWish> {
    const telling = { body: memberBody(wish), operationID };
    const answer = await this.callbacks.before('beforeSetGroupMemberInfo', telling, SetMember);
    if (answer === null) return wish;
    return {
      ...wish,
      nickname: answer.nickName ?? wish.nickname,
      faceURL: answer.faceURL ?? wish.faceURL,
      roleLevel: answer.roleLevel ?? wish.roleLevel,
      ex: answer.ex ?? wish.ex,
    };
  }

  async afterSetMember(wish: MemberWish, operationID: string): Promise<void> {
    await this.callbacks.after('afterSetGroupMemberInfo', { body: memberBody(wish), operationID });
  }
}
