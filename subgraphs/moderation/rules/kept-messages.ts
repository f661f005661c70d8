import type { KeptMessage } from '../../kit/events.ts';
import { type Happening, Subject } from './conditions/subject.ts';

const FROM_USER = 100;
const FIRST_NOTIFICATION = 1_000;
const NOTICES = 'sn_';

/** What OpenIM itself tells, what this service says, and what notification accounts send is nobody's to judge. */
export function isPeoples(
  { sendID, contentType, msgFrom, conversationID }: KeptMessage,
  serviceUserID: string,
): boolean {
  const toldByOpenIM = contentType >= FIRST_NOTIFICATION && msgFrom !== FROM_USER;
  return sendID !== serviceUserID && !toldByOpenIM && !conversationID.startsWith(NOTICES);
}

/** `Message.id`. */
export const messageIDOf = ({ conversationID, serverMsgID }: KeptMessage): string => `${conversationID}:${serverMsgID}`;

interface Saving {
  readonly key: string;
  readonly at: Date;
  readonly media: Happening['media'];
  readonly labels?: Happening['labels'];
  readonly role: Happening['role'];
}

/** A message that was sent. What counts keeps it apart from what was counted before it was. */
export function savedSubject(message: KeptMessage, { key, at, media, labels = null, role }: Saving): Subject {
  const { sendID: userID, groupID, conversationID, contentType, content, atUserIDList: atUserIDs } = message;
  const place = groupID ? ({ place: 'GROUPS', groupID } as const) : ({ place: 'SINGLE_CHATS', groupID: null } as const);
  const where = { ...place, conversation: conversationID };
  return new Subject({
    ...where,
    role,
    userID,
    contentType,
    content,
    atUserIDs: atUserIDs ?? [],
    at: at.getTime(),
    key,
    ...{ saved: true, media, labels },
  });
}
