import { int32, message, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { noDocuments, Refusal } from '../refusal.ts';
import { mustBeAlive, mustManageAsMember } from './access.ts';
import { newMember } from './create.ts';
import { bring, enter } from './entry.ts';
import { ANSWER, INVITED, JOINING } from './group.ts';
import type { GroupRequest } from './group-requests.ts';
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
    answer: ({ groupID, joinSource, inviterUserID: userID, reqMessage, ex }, caller) => {
      const { groups, users } = parts;
      if (!users.has(userID)) throw new Refusal('RecordNotFoundError', 'record not found');
      const group = groups.take(groupID);
      mustBeAlive(group);
      if (groups.members.get(groupID, userID) !== undefined) throw new Refusal('ArgsError');
      if (group.needVerification === JOINING.open) {
        enter(parts, caller, newMember(caller, { groupID, userID, joinSource: 0, inviterUserID: userID }));
        return;
      }
      groups.requests.put([{ groupID, userID, reqMsg: reqMessage, ex, joinSource, inviterUserID: '' }]);
      new GroupNotices(parts, caller).applied({ groupID, userID, reqMsg: reqMessage }, userID);
    },
  });

/** Who was proposed by a member comes as if that member had brought them. */
const admit = (parts: GroupParts, by: Actor, { groupID, userID, joinSource, inviterUserID }: GroupRequest): void => {
  const member = newMember(by, { groupID, userID, joinSource, inviterUserID });
  if (inviterUserID === '') enter(parts, by, member);
  else bring(parts, by, { groupID, inviter: inviterUserID, members: [member], inChat: null });
};

interface Decision {
  groupID: string;
  fromUserID: string;
  handledMsg: string;
  isAccepted: boolean;
}

const decideOnRequest = (parts: GroupParts, by: Actor, decision: Decision): void => {
  const { groupID, fromUserID: userID, handledMsg, isAccepted } = decision;
  const { groups } = parts;
  mustManageAsMember(parts, by, groupID);
  groups.take(groupID);
  const request = groups.requests.get(groupID, userID);
  if (request === undefined) throw noDocuments();
  if (request.handleResult !== ANSWER.none) {
    throw new Refusal('GroupRequestHandled', 'group request already processed');
  }
  const isInside = groups.members.get(groupID, userID) !== undefined;
  groups.requests.answer(request, isAccepted ? ANSWER.agree : ANSWER.refuse);
  new GroupNotices(parts, by).answered({ groupID, userID, handleMsg: handledMsg }, isAccepted);
  if (isAccepted && !isInside) admit(parts, by, request);
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
    answer: ({ handleResult, ...decision }, caller) => {
      decideOnRequest(parts, caller, { ...decision, isAccepted: handleResult === ANSWER.agree });
    },
  });

export const joinRoutes = (parts: GroupParts): Route[] => [join(parts), respond(parts)];
