import { bool, list, maybeInt32, maybeString, message, optional, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, mustOwn, route } from '../http/route.ts';
import { createGroup } from './create.ts';
import type { GroupChange } from './edit.ts';
import { editGroup } from './edit.ts';
import { GroupInfoShape, WORKING_GROUP } from './group.ts';
import type { GroupParts } from './parts.ts';
import { isTooMany } from './parts.ts';

const Create = message('group.CreateGroupReq', {
  memberUserIDs: list(string),
  groupInfo: GroupInfoShape,
  adminUserIDs: list(string),
  ownerUserID: string,
  sendMessage: optional(bool),
});
const Change = message('sdkws.GroupInfoForSet', {
  groupID: string,
  groupName: string,
  notification: string,
  introduction: string,
  faceURL: string,
  ex: maybeString,
  needVerification: maybeInt32,
  lookMemberInfo: maybeInt32,
  applyMemberFriend: maybeInt32,
});
const SetInfo = message('group.SetGroupInfoReq', { groupInfoForSet: Change });
const SetInfoEx = message('group.SetGroupInfoExReq', {
  groupID: string,
  groupName: maybeString,
  notification: maybeString,
  introduction: maybeString,
  faceURL: maybeString,
  ex: maybeString,
  needVerification: maybeInt32,
  lookMemberInfo: maybeInt32,
  applyMemberFriend: maybeInt32,
});

const create = (parts: GroupParts): Route =>
  route({
    path: '/group/create_group',
    body: Create,
    check: ({ groupInfo, ownerUserID, memberUserIDs }) =>
      firstWrong(
        groupInfo === null && 'groupInfo is empty',
        groupInfo !== null &&
          (groupInfo.groupType > WORKING_GROUP || groupInfo.groupType < 0) &&
          'GroupType is invalid',
        ownerUserID === '' && 'ownerUserID is empty',
        isTooMany(memberUserIDs) && 'too many MemberUserIDs, need to be less than 1000',
        groupInfo?.groupType !== WORKING_GROUP && `group type only supports ${WORKING_GROUP}`,
      ),
    answer: ({ groupInfo, ownerUserID, adminUserIDs, memberUserIDs, sendMessage }, caller) => {
      mustOwn(caller, ownerUserID);
      if (groupInfo === null) return;
      const { createTime: _, ownerUserID: __, memberCount: ___, ...group } = groupInfo;
      const people = { ownerUserID, adminUserIDs: adminUserIDs ?? [], memberUserIDs: memberUserIDs ?? [] };
      return { groupInfo: createGroup(parts, caller, { ...people, group, inChat: sendMessage }) };
    },
  });

/** Empty texts leave what is there. */
const set = (parts: GroupParts): Route =>
  route({
    path: '/group/set_group_info',
    body: SetInfo,
    check: ({ groupInfoForSet: given }) =>
      given === null ? 'GroupInfoForSets is empty' : given.groupID === '' && 'GroupID is empty',
    answer: ({ groupInfoForSet }, caller) => {
      if (groupInfoForSet === null) return;
      const { groupID, ...given } = groupInfoForSet;
      const isSet = ([key, value]: [string, unknown]) => value !== null && (value !== '' || key === 'ex');
      const change: GroupChange = Object.fromEntries(Object.entries(given).filter(isSet));
      editGroup(parts, caller, { groupID, change });
    },
  });

/** A blank name makes the whole change void, and nobody is told so. */
const setEx = (parts: GroupParts): Route =>
  route({
    path: '/group/set_group_info_ex',
    body: SetInfoEx,
    answer: ({ groupID, ...given }, caller) => {
      const isVoid = given.groupName?.trim() === '';
      const trimmed = { ...given, notification: given.notification?.trim() ?? null };
      const wanted: GroupChange = Object.fromEntries(Object.entries(trimmed).filter(([, value]) => value !== null));
      editGroup(parts, caller, { groupID, change: isVoid ? {} : wanted });
    },
  });

export const infoRoutes = (parts: GroupParts): Route[] => [create(parts), set(parts), setEx(parts)];
