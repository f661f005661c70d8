import { bool, list, maybeInt32, maybeString, message, optional, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, mustOwn, route } from '../http/route.ts';
import { createGroup } from './create.ts';
import { editGroup, SET, SET_EX } from './edit.ts';
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
    answer: async ({ groupInfo: given, ownerUserID, adminUserIDs, memberUserIDs, sendMessage }, caller) => {
      mustOwn(caller, ownerUserID);
      if (given === null) return;
      const people = { ownerUserID, adminUserIDs: adminUserIDs ?? [], memberUserIDs: memberUserIDs ?? [] };
      return { groupInfo: await createGroup(parts, caller, { ...people, given, inChat: sendMessage }) };
    },
  });

const set = (parts: GroupParts): Route =>
  route({
    path: '/group/set_group_info',
    body: SetInfo,
    check: ({ groupInfoForSet: given }) =>
      given === null ? 'GroupInfoForSets is empty' : given.groupID === '' && 'GroupID is empty',
    answer: ({ groupInfoForSet }, caller) => {
      if (groupInfoForSet === null) return;
      const { groupID, ...wish } = groupInfoForSet;
      return editGroup(parts, caller, { edit: { groupID, wish }, way: SET });
    },
  });

const setEx = (parts: GroupParts): Route =>
  route({
    path: '/group/set_group_info_ex',
    body: SetInfoEx,
    answer: ({ groupID, ...wish }, caller) => editGroup(parts, caller, { edit: { groupID, wish }, way: SET_EX }),
  });

export const infoRoutes = (parts: GroupParts): Route[] => [create(parts), set(parts), setEx(parts)];
