import { parseBody } from '../binding/go-json.ts';
import { BadBody, TypeMismatch } from '../binding/mismatch.ts';
import { bool, enumeration, message, optional, string } from '../binding/shape.ts';
import type { Caller, Route } from '../http/route.ts';
import { mustOwn, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import { ADMIN_PLATFORM } from '../token/platform.ts';
import type { Users } from '../user/users.ts';
import { fieldFault } from './content/validate.ts';
import { OfflinePushInfo, refuseBody } from './draft.ts';
import { BLANK, FROM, SESSION } from './message.ts';
import { messageID } from './message-id.ts';
import { receiptInfo } from './receipt.ts';
import { mustSend } from './send-routes.ts';
import type { Sender } from './sender.ts';
import type { SentLog } from './sent-log.ts';

interface Parts {
  users: Users;
  sender: Sender;
  sent: SentLog;
}

const Business = message('', {
  key: string,
  data: string,
  sendUserID: string,
  recvUserID: string,
  recvGroupID: string,
  sendMsg: bool,
  reliabilityLevel: optional(enumeration('int')),
});
const Simple = message('apistruct.SendSingleMsgReq', {
  sendID: string,
  content: string,
  offlinePushInfo: OfflinePushInfo,
  ex: string,
});
const Key = message('apistruct.KeyMsgData', { sendID: string, recvID: string, groupID: string });

const BUSINESS = 2001;
const MARKDOWN = 118;
const KEPT = 2;

const businessOptions = (sendMsg: boolean, level: number): Record<string, boolean> => ({
  isNotNotification: false,
  isSendMsg: sendMsg,
  history: level === KEPT,
  persistent: level === KEPT,
  offlinePush: false,
  unreadCount: sendMsg,
  conversationUpdate: false,
  senderSync: true,
  notPrivate: false,
  senderConversationUpdate: false,
  reactionFromCache: false,
});

const business = ({ sender }: Parts): Route =>
  route({
    path: '/msg/send_business_notification',
    reading: 'bind',
    body: Business,
    answer: async (body, caller) => {
      refuseBody(body.sendUserID === '' ? [fieldFault('SendUserID', 'SendUserID', 'required')] : []);
      const [toUser, toGroup] = [body.recvUserID !== '', body.recvGroupID !== ''];
      if (!toUser && !toGroup)
        throw new Refusal('ArgsError', 'recvUserID and recvGroupID cannot be empty at the same time');
      if (toUser && toGroup)
        throw new Refusal('ArgsError', 'recvUserID and recvGroupID cannot be set at the same time');
      mustSend(caller);
      const draft = {
        ...BLANK,
        sendID: body.sendUserID,
        recvID: body.recvUserID,
        groupID: body.recvGroupID,
        content: JSON.stringify({ detail: JSON.stringify({ key: body.key, data: body.data }) }),
        msgFrom: FROM.system,
        contentType: BUSINESS,
        sessionType: toUser ? SESSION.single : SESSION.group,
        createTime: now(),
        clientMsgID: messageID(caller.userID),
        options: businessOptions(body.sendMsg, body.reliabilityLevel ?? 1),
      };
      return receiptInfo(await sender.send(draft, caller.operationID));
    },
  });

/** The message being answered, as the query carries it. */
const decodeKey = (caller: Caller): string => {
  const encoded = caller.query.get('key');
  if (encoded === null) throw new Refusal('ArgsError', 'missing key in query');
  const bad = encoded.search(/[^A-Za-z0-9+/]/);
  const padded = encoded.replace(/={1,2}$/, '');
  if (encoded.length % 4 !== 0 || padded.search(/[^A-Za-z0-9+/]/) >= 0) {
    throw new Refusal('ArgsError', `illegal base64 data at input byte ${bad < 0 ? encoded.length : bad}`);
  }
  return Buffer.from(encoded, 'base64').toString();
};

const readKey = (text: string): { sendID: string; recvID: string; groupID: string } => {
  try {
    return Key.decode(parseBody(text)) ?? Key.blank();
  } catch (thrown) {
    if (thrown instanceof BadBody || thrown instanceof TypeMismatch) throw new Refusal('ArgsError', thrown.goText);
    throw thrown;
  }
};

const simple = ({ users, sender, sent }: Parts): Route =>
  route({
    path: '/msg/send_simple_msg',
    reading: 'bind',
    body: Simple,
    answer: async (body, caller) => {
      const text = decodeKey(caller);
      refuseBody(body.content === '' ? [fieldFault('SendSingleMsgReq.Content', 'Content', 'required')] : []);
      const key = readKey(text);
      const toGroup = key.groupID !== '';
      if (key.sendID === '') throw new Refusal('ArgsError', 'missing recvID or GroupID');
      const sendID = toGroup ? body.sendID : key.recvID;
      if (sendID === '') throw new Refusal('ArgsError', 'missing sendID');
      const author = users.get(sendID);
      if (author === undefined) throw new Refusal('RecordNotFoundError', 'record not found');
      mustOwn(caller, sendID);
      const receipt = await sender.send(
        {
          ...BLANK,
          sendID,
          recvID: toGroup ? '' : key.sendID,
          groupID: key.groupID,
          clientMsgID: messageID(sendID),
          senderPlatformID: ADMIN_PLATFORM,
          senderNickname: author.nickname,
          senderFaceURL: author.faceURL,
          sessionType: toGroup ? SESSION.group : SESSION.single,
          msgFrom: FROM.user,
          contentType: MARKDOWN,
          // The struct over there has no JSON tag, so the key keeps its capital.
          content: JSON.stringify({ Content: body.content }),
          offlinePushInfo: body.offlinePushInfo,
          ex: body.ex,
        },
        caller.operationID,
      );
      sent.note(caller.operationID);
      return receiptInfo(receipt);
    },
  });

export const specialSendRoutes = (parts: Parts): Route[] => [business(parts), simple(parts)];
