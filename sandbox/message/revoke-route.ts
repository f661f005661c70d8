import { int64, message, string } from '../binding/shape.ts';
import type { Callbacks } from '../callbacks/callbacks.ts';
import { MessageCallbacks } from '../callbacks/messages.ts';
import type { Caller, Route } from '../http/route.ts';
import { firstWrong, mustOwn, ownerOnly, route } from '../http/route.ts';
import type { Notifier } from '../notify/notifier.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import type { Users } from '../user/users.ts';
import type { Archive } from './archive.ts';
import type { Message } from './message.ts';
import { SESSION } from './message.ts';
import type { Groups } from './ports.ts';
import type { Seqs } from './seqs.ts';
import { viewSeqs } from './view.ts';

interface Parts {
  callbacks: Callbacks;
  archive: Archive;
  seqs: Seqs;
  users: Users;
  groups: Groups;
  notifier: Notifier;
}

const Revoke = message('msg.RevokeMsgReq', { conversationID: string, seq: int64, userID: string });

const REVOKED = 2101;
const OWNER = 100;
const ADMIN = 60;
const MEMBER = 20;

const findMessage = (
  { archive, seqs }: Parts,
  at: { conversationID: string; userID: string },
  seq: number,
): Message => {
  const { min, max } = seqs.bounds(at.userID, at.conversationID);
  const found = seq >= min && seq <= max ? viewSeqs(archive, at, [seq])[0] : undefined;
  if (found === undefined) throw new Refusal('RecordNotFoundError', 'msg not found');
  if (found.contentType === REVOKED) throw new Refusal('MsgAlreadyRevoke', 'msg already revoke');
  return found;
};

/** In a group: one's own, an owner any, an admin those of ordinary members and of people who left. */
const mustOutrank = (groups: Groups, userID: string, found: Message): number => {
  const role = groups.member(found.groupID, userID)?.roleLevel;
  if (role === undefined) throw new Refusal('NoPermissionError', 'op user not in group');
  if (userID === found.sendID) return role;
  const author = groups.member(found.groupID, found.sendID)?.roleLevel ?? MEMBER;
  if (role !== OWNER && !(role === ADMIN && author === MEMBER)) throw new Refusal('NoPermissionError', 'no permission');
  return role;
};

const roleFor = (parts: Parts, caller: Caller, at: { userID: string; found: Message }): number => {
  if (caller.isAdmin) return 0;
  if (at.found.sessionType === SESSION.single) {
    mustOwn(caller, at.found.sendID);
    return parts.users.get(at.userID)?.appMangerLevel ?? 0;
  }
  if (at.found.sessionType === SESSION.group) return mustOutrank(parts.groups, at.userID, at.found);
  throw new Refusal('ServerInternalError', `msg sessionType not supported, sessionType=${at.found.sessionType}`);
};

export const revokeRoute = (parts: Parts): Route =>
  route({
    path: '/msg/revoke_msg',
    body: Revoke,
    check: ({ conversationID, seq, userID }) =>
      firstWrong(
        conversationID === '' && 'conversationID is empty',
        seq < 1 && 'seq is invalid',
        userID === '' && 'userID is empty',
      ),
    allow: ownerOnly('userID'),
    answer: async ({ conversationID, seq, userID }, caller) => {
      const user = parts.users.get(userID);
      if (user === undefined) throw new Refusal('RecordNotFoundError', 'record not found');
      const found = findMessage(parts, { conversationID, userID }, seq);
      const role = roleFor(parts, caller, { userID, found });
      const time = now();
      parts.archive.change(conversationID, seq, { revoked: { userID, nickname: user.nickname, role, time } });
      parts.notifier.send({
        contentType: REVOKED,
        from: userID,
        to: found.sessionType === SESSION.group ? found.groupID : found.recvID,
        session: found.sessionType,
        operationID: caller.operationID,
        detail: {
          revokerUserID: caller.userID,
          clientMsgID: found.clientMsgID,
          revokeTime: time,
          sesstionType: found.sessionType,
          seq,
          conversationID,
          isAdminRevoke: caller.isAdmin,
        },
      });
      const told = { conversationID, seq, userID };
      await new MessageCallbacks(parts.callbacks).afterRevoke(told, caller.operationID);
    },
  });
