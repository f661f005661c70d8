import { bool, list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Caller, Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import type { Users } from '../user/users.ts';
import { fieldFault } from './content/validate.ts';
import { draftOf, EMBEDDED, refuseBody, SEND_FIELDS, sendBodyFaults } from './draft.ts';
import { SESSION } from './message.ts';
import { receiptInfo } from './receipt.ts';
import type { Sender } from './sender.ts';
import type { SentLog } from './sent-log.ts';

interface Parts {
  users: Users;
  sender: Sender;
  sent: SentLog;
}

const Send = message('apistruct.SendMsgReq', { recvID: string, ...SEND_FIELDS }, EMBEDDED);
const Batch = message(
  'apistruct.BatchSendMsgReq',
  { ...SEND_FIELDS, isSendAll: bool, recvIDs: list(string) },
  EMBEDDED,
);

export const mustSend = (caller: Caller): void => {
  if (!caller.isAdmin) throw new Refusal('NoPermissionError', 'only app manager can send message');
};

const needsReceiver = (sessionType: number): boolean =>
  sessionType === SESSION.single || sessionType === SESSION.service;

const sendRoute = ({ users, sender, sent }: Parts): Route =>
  route({
    path: '/msg/send_msg',
    reading: 'bind',
    body: Send,
    answer: async (body, caller) => {
      const receiver =
        needsReceiver(body.sessionType) && body.recvID === ''
          ? [fieldFault('SendMsgReq.RecvID', 'RecvID', 'required_if')]
          : [];
      refuseBody([...receiver, ...sendBodyFaults('SendMsgReq', body)]);
      mustSend(caller);
      const receipt = await sender.send({ ...draftOf(users, body), recvID: body.recvID }, caller.operationID);
      sent.note(caller.operationID);
      return receiptInfo(receipt);
    },
  });

const batchRoute = ({ users, sender }: Parts): Route =>
  route({
    path: '/msg/batch_send_msg',
    reading: 'bind',
    body: Batch,
    answer: async (body, caller) => {
      const receivers = body.recvIDs === null ? [fieldFault('BatchSendMsgReq.RecvIDs', 'RecvIDs', 'required')] : [];
      refuseBody([...sendBodyFaults('BatchSendMsgReq', body), ...receivers]);
      mustSend(caller);
      const recvIDs = body.isSendAll ? users.all().map(({ userID }) => userID) : (body.recvIDs ?? []);
      const draft = draftOf(users, body);
      const results: object[] = [];
      const failed: string[] = [];
      for (const recvID of recvIDs) {
        try {
          results.push({ ...receiptInfo(await sender.send({ ...draft, recvID }, caller.operationID)), recvID });
        } catch (thrown) {
          if (!(thrown instanceof Refusal)) throw thrown;
          failed.push(recvID);
        }
      }
      return { results: orNull(results), failedUserIDs: orNull(failed) };
    },
  });

export const sendRoutes = (parts: Parts): Route[] => [sendRoute(parts), batchRoute(parts)];
