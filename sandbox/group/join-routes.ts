import { int32, message, string } from '../binding/shape.ts';
import { GroupCallbacks } from '../callbacks/groups.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { noDocuments, Refusal } from '../refusal.ts';
import { mustBeAlive, mustManageAsMember } from './access.ts';
import { newMember } from './create.ts';
import { bring, enter } from './entry.ts';
import type { Member } from './group.ts';
import { ANSWER, INVITED, JOINING } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';

const Join = message('group.JoinGroupReq', {
  groupID: string,
  reqMessage: string,
  joinSource: int32,
  inviterUserID: string,
  ex: string,
});
const Respond = message('group.GroupApplicationResponseReq', {
  groupID: string,
  fromUserID: string,
  handledMsg: string,
  handleResult: int32,
});

const LAST_SOURCE = 4;

/** `inviterUserID` is who wants to join, and nobody asks whether the caller may speak for them. */
const join = (parts: GroupParts): Route =>
  route({
    path: '/group/join_group',
    body: Join,
    check: ({ groupID, joinSource, inviterUserID }) =>
      firstWrong(
        groupID === '' && 'groupID is empty',
        (joinSource < 1 || joinSource > LAST_SOURCE) && 'joinSource is invalid',
        joinSource === INVITED && inviterUserID === '' && 'inviterUserID is empty',
      ),
    answer: async (body, caller) => {
      const { groupID, joinSource, inviterUserID: userID, reqMessage, ex } = body;
      const { groups, users } = parts;
      const callbacks = new GroupCallbacks(parts.callbacks);
      if (!users.has(userID)) throw new Refusal('RecordNotFoundError', 'record not found');
      const group = groups.take(groupID);
      mustBeAlive(group);
      await callbacks.beforeApply(group, body, caller.operationID);
      if (groups.members.get(groupID, userID) !== undefined) throw new Refusal('ArgsError');
      if (group.needVerification === JOINING.open) {
        const wanted = newMember(caller, { groupID, userID, joinSource: 0, inviterUserID: userID });
        for (const member of await callbacks.beforeJoin(group, [wanted], caller.operationID))
          await enter(parts, caller, member);
        return callbacks.afterJoin(body, caller.operationID);
      }
      groups.requests.put([{ groupID, userID, reqMsg: reqMessage, ex, joinSource, inviterUserID: '' }]);
      new GroupNotices(parts, caller).applied({ groupID, userID, reqMsg: reqMessage }, userID);
    },
  });

/** Who was proposed by a member comes as if that member had brought them. */
const admit = async (parts: GroupParts, by: Actor, member: Member): Promise<void> => {
  const { groupID, inviterUserID } = member;
  if (inviterUserID === '') await enter(parts, by, member);
  else await bring(parts, by, { groupID, inviter: inviterUserID, members: [member], inChat: null });
};

interface Decision {
  groupID: string;
  fromUserID: string;
  handledMsg: string;
  isAccepted: boolean;
}

const decideOnRequest = async (parts: GroupParts, by: Actor, decision: Decision): Promise<void> => {
  const { groupID, fromUserID: userID, handledMsg, isAccepted } = decision;
  const { groups } = parts;
  mustManageAsMember(parts, by, groupID);
  const group = groups.take(groupID);
  const request = groups.requests.get(groupID, userID);
  if (request === undefined) throw noDocuments();
  if (request.handleResult !== ANSWER.none) {
    throw new Refusal('GroupRequestHandled', 'group request already processed');
  }
  const { joinSource, inviterUserID } = request;
  const entrant = newMember(by, { groupID, userID, joinSource, inviterUserID });
  const comesIn = isAccepted && groups.members.get(groupID, userID) === undefined;
  const callbacks = new GroupCallbacks(parts.callbacks);
  const members = comesIn ? await callbacks.beforeJoin(group, [entrant], by.operationID) : [];
  groups.requests.answer(request, isAccepted ? ANSWER.agree : ANSWER.refuse);
  new GroupNotices(parts, by).answered({ groupID, userID, handleMsg: handledMsg }, isAccepted);
  for (const member of members) await admit(parts, by, member);
};

const respond = (parts: GroupParts): Route =>
  route({
    path: '/group/group_application_response',
    body: Respond,
    check: ({ groupID, fromUserID, handleResult }) =>
      firstWrong(
        groupID === '' && 'groupID is empty',
        fromUserID === '' && 'fromUserID is empty',
        (handleResult > ANSWER.agree || handleResult < ANSWER.refuse) && 'handleResult is invalid',
        handleResult === ANSWER.none && 'HandleResult unknown',
      ),
    answer: ({ handleResult, ...decision }, caller) =>
      decideOnRequest(parts, caller, { ...decision, isAccepted: handleResult === ANSWER.agree }),
  });

export const joinRoutes = (parts: GroupParts): Route[] => [join(parts), respond(parts)];
