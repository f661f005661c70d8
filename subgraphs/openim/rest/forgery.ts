import type { WireMessage } from './wire.ts';

/** OpenIM writes messages of its own with these content types; nobody is asked about them, whoever wrote them. */
const FIRST = 1_000;
const LAST = 5_000;

const NOTICE = 1_400;
const REVOKED = 2_101;
const NOTICE_CHAT = 4;
const GROUP_CHAT = 3;
const FROM_SYSTEM = 200;

/** What groups are told of; of the others of these numbers, people are. */
const TO_PEOPLE = new Set([1503, 1505, 1506]);
const isOfGroup = (contentType: number): boolean =>
  contentType >= 1501 && contentType <= 1520 && !TO_PEOPLE.has(contentType);
/** Written in the name of whoever did it. */
const BY_OPERATOR = new Set([1501, 1502, 1507, 1508, 1511, 1512, 1513, 1514, 1515, 1519, 1520]);

/** What is looked at; a message that was kept has it as well. */
export type Suspect = Pick<
  WireMessage,
  | 'seq'
  | 'sendID'
  | 'groupID'
  | 'clientMsgID'
  | 'senderPlatformID'
  | 'sessionType'
  | 'msgFrom'
  | 'contentType'
  | 'content'
>;

/** What gave it away. */
export type Forgery = 'SENDER' | 'CONTENT' | 'ROOM' | 'OPERATOR' | 'GROUP' | 'REVOCATION';

/**
 * Whether a client wrote what only OpenIM writes. Each sign is one that no notification of OpenIM's has: its own are
 * from the system and from no platform, hold `detail` alone, stand where that kind stands, and name the group and the
 * operator that they come from. A notification that shows none of them is taken for OpenIM's: nobody is accused by
 * guesswork, and a forgery that is the same in every field is not told apart by its fields.
 */
export function forgeryIn(message: Suspect): Forgery | null {
  const { contentType, senderPlatformID, msgFrom, sessionType } = message;
  if (contentType < FIRST || contentType > LAST) return null;
  const detail = detailOf(message.content);
  const fromSystem = msgFrom === FROM_SYSTEM && (senderPlatformID === 0 || contentType === NOTICE);
  // What is left of a revoked message is still from whoever wrote it; the notice of it is from the system.
  if (contentType === REVOKED && detail !== null && isRemainder(message, detail)) return null;
  if (contentType === REVOKED && (!fromSystem || detail?.revokerID !== undefined)) return 'REVOCATION';
  if (!fromSystem) return 'SENDER';
  if (detail === null) return 'CONTENT';
  if ((contentType === NOTICE && sessionType !== NOTICE_CHAT) || (isOfGroup(contentType) && sessionType !== GROUP_CHAT))
    return 'ROOM';
  const operator = textIn(detail.opUser, 'userID');
  if (BY_OPERATOR.has(contentType) && operator !== '' && operator !== message.sendID) return 'OPERATOR';
  const group = textIn(detail.group, 'groupID');
  return isOfGroup(contentType) && group !== '' && group !== message.groupID ? 'GROUP' : null;
}

/** OpenIM writes it over the message, and names the message in it. */
const isRemainder = ({ seq, clientMsgID, sendID }: Suspect, detail: Fields): boolean =>
  detail.seq === seq &&
  detail.clientMsgID === clientMsgID &&
  detail.sourceMessageSendID === sendID &&
  typeof detail.revokerID === 'string';

type Fields = Readonly<Record<string, unknown>>;

/** The object that `detail` holds as text; null where there is none. */
function detailOf(content: string): Fields | null {
  const detail = objectIn(content)?.detail;
  return typeof detail === 'string' ? objectIn(detail) : null;
}

function objectIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function textIn(value: unknown, name: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? (value as Fields)[name] : null;
  return typeof text === 'string' ? text : '';
}
