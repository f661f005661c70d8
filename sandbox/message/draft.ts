import { goMarshal } from '../binding/go-marshal.ts';
import type { Infer } from '../binding/shape.ts';
import { anyMap, bool, int32, int64, message, string } from '../binding/shape.ts';
import { Refusal } from '../refusal.ts';
import { now } from '../state/clock.ts';
import { ADMIN_LEVEL, isServiceAccount } from '../user/user.ts';
import type { Users } from '../user/users.ts';
import { AT_TEXT, ELEMS, SERVICE_NOTICE } from './content/elems.ts';
import { fieldFault, validate } from './content/validate.ts';
import { weakDecode } from './content/weak-decode.ts';
import type { Message } from './message.ts';
import { BLANK, FROM, SESSION } from './message.ts';
import { messageID } from './message-id.ts';

export const OfflinePushInfo = message('sdkws.OfflinePushInfo', {
  title: string,
  desc: string,
  ex: string,
  iOSPushSound: string,
  iOSBadgeCount: bool,
  signalInfo: string,
});

export const SEND_FIELDS = {
  sendID: string,
  groupID: string,
  senderNickname: string,
  senderFaceURL: string,
  senderPlatformID: int32,
  content: anyMap,
  contentType: int32,
  sessionType: int32,
  isOnlineOnly: bool,
  notOfflinePush: bool,
  sendTime: int64,
  offlinePushInfo: OfflinePushInfo,
  ex: string,
};
export const EMBEDDED = { as: 'SendMsg', fields: Object.keys(SEND_FIELDS) as (keyof typeof SEND_FIELDS)[] };
export type SendBody = { [K in keyof typeof SEND_FIELDS]: Infer<(typeof SEND_FIELDS)[K]> };

const GROUP_TAG = 'required_if=SessionType 2|required_if=SessionType 3';
const isGroupSession = (sessionType: number) => sessionType === 2 || sessionType === SESSION.group;

/** What every send route demands of its body before anybody asks who calls. */
export const sendBodyFaults = (request: string, body: SendBody): string[] => {
  const path = (name: string) => `${request}.SendMsg.${name}`;
  const required = (name: string, isThere: boolean) => (isThere ? [] : [fieldFault(path(name), name, 'required')]);
  return [
    ...required('SendID', body.sendID !== ''),
    ...(isGroupSession(body.sessionType) && body.groupID === ''
      ? [fieldFault(path('GroupID'), 'GroupID', GROUP_TAG)]
      : []),
    ...required('Content', body.content !== null),
    ...required('ContentType', body.contentType !== 0),
    ...required('SessionType', body.sessionType !== 0),
  ];
};

export const refuseBody = (faults: readonly string[]): void => {
  if (faults.length > 0) throw new Refusal('ArgsError', faults.join('\n')).withStatus(400);
};

const mustBeService = (users: Users, sendID: string): void => {
  const user = users.get(sendID);
  if (user === undefined) throw new Refusal('UserIDNotFoundError');
  if (!isServiceAccount(user) && user.appMangerLevel < ADMIN_LEVEL) {
    throw new Refusal('NoPermissionError', 'notification messages cannot be sent for this ID');
  }
};

const optionsOf = (body: SendBody): Record<string, boolean> => ({
  ...(body.isOnlineOnly && { history: false, persistent: false, senderSync: false, conversationUpdate: false }),
  ...(body.notOfflinePush && { offlinePush: false }),
});

const readContent = (body: SendBody): { content: string; atUserIDList: string[] | null } => {
  const elem = ELEMS[body.contentType];
  if (elem === undefined) throw new Refusal('ArgsError');
  const { decoded, fault } = weakDecode(elem, body.content);
  const wrong = fault ?? validate(elem, decoded);
  if (wrong !== undefined) throw new Refusal('ServerInternalError', wrong);
  const json = goMarshal(body.content);
  const mentioned = body.contentType === AT_TEXT ? (decoded.AtUserList as string[]) : null;
  return { content: body.contentType === SERVICE_NOTICE ? goMarshal({ detail: json }) : json, atUserIDList: mentioned };
};

/** Makes a message of a REST body. The content is checked by its type, but kept as it was given. */
export const draftOf = (users: Users, body: SendBody): Message => {
  if (body.contentType === SERVICE_NOTICE) mustBeService(users, body.sendID);
  return {
    ...BLANK,
    ...readContent(body),
    sendID: body.sendID,
    groupID: body.groupID,
    clientMsgID: messageID(body.sendID),
    senderPlatformID: body.senderPlatformID,
    senderNickname: body.senderNickname,
    senderFaceURL: body.senderFaceURL,
    sessionType: body.contentType === SERVICE_NOTICE ? SESSION.service : body.sessionType,
    msgFrom: FROM.system,
    contentType: body.contentType,
    createTime: now(),
    sendTime: body.sendTime,
    offlinePushInfo: body.offlinePushInfo,
    ex: body.ex,
    options: optionsOf(body),
  };
};
