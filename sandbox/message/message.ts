/** A message as the wire names its fields. `content` is a JSON string; REST shows its bytes in base64. */
export interface Message {
  sendID: string;
  recvID: string;
  groupID: string;
  clientMsgID: string;
  serverMsgID: string;
  senderPlatformID: number;
  senderNickname: string;
  senderFaceURL: string;
  sessionType: number;
  msgFrom: number;
  contentType: number;
  content: string;
  seq: number;
  sendTime: number;
  createTime: number;
  status: number;
  isRead: boolean;
  options?: Record<string, boolean>;
  offlinePushInfo: OfflinePush | null;
  atUserIDList: string[] | null;
  attachedInfo: string;
  ex: string;
}

export interface OfflinePush {
  title: string;
  desc: string;
  ex: string;
  iOSPushSound: string;
  iOSBadgeCount: boolean;
  signalInfo: string;
}

export const SESSION = { single: 1, group: 3, service: 4 } as const;
export const FROM = { user: 100, system: 200 } as const;
export const DELETED = 4;

export const BLANK: Message = {
  sendID: '',
  recvID: '',
  groupID: '',
  clientMsgID: '',
  serverMsgID: '',
  senderPlatformID: 0,
  senderNickname: '',
  senderFaceURL: '',
  sessionType: 0,
  msgFrom: 0,
  contentType: 0,
  content: '',
  seq: 0,
  sendTime: 0,
  createTime: 0,
  status: 0,
  isRead: false,
  offlinePushInfo: null,
  atUserIDList: null,
  attachedInfo: '',
  ex: '',
};

/** Options that a message does not carry count as on. */
export const isOn = (options: Readonly<Record<string, boolean>> | undefined, name: string): boolean =>
  options?.[name] ?? true;

const byCode = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
export const pairID = (prefix: string, one: string, other: string): string =>
  [prefix, ...[one, other].sort(byCode)].join('_');

/** Where a message is kept as part of the chat. */
export const chatID = (message: Message): string => {
  if (message.sessionType === SESSION.group) return `sg_${message.groupID}`;
  return pairID(message.sessionType === SESSION.service ? 'sn' : 'si', message.sendID, message.recvID);
};

/** Where it is kept as a notification beside the chat. */
export const noticeID = (message: Message): string =>
  message.sessionType === SESSION.group ? `n_${message.groupID}` : pairID('n', message.sendID, message.recvID);

export const isNoticeID = (conversationID: string): boolean => conversationID.startsWith('n_');
