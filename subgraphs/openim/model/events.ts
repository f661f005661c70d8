import { type MediaReference, mediaReference } from '../../kit/media-claim.ts';
import { addressOf, type Fields, fieldsOf, intOf, listOf, textOf, wordsOf } from './json.ts';
import type { Content, NotificationEvent } from './kinds.ts';

/** Of the people, conversations and messages that one notification names. */
const MOST_NAMED = 100;

/** Reads content of another type inside a notification; null for what it does not know. */
type Read = (contentType: number, fields: Fields) => Content | null;

/** What a notification tells, by its contentType; null for those that tell nothing of their own. */
export function eventOf(contentType: number, detail: Fields, read: Read): NotificationEvent | null {
  if (contentType === 1400) return noticeEvent(detail, read);
  const reader = READERS.find(({ from, to }) => from <= contentType && contentType <= to);
  return reader?.event(detail) ?? null;
}

const groupEvent = (detail: Fields): NotificationEvent => {
  const group = fieldsOf(detail.group);
  return {
    __typename: 'GroupEvent',
    groupID: wordsOf(group.groupID),
    groupName: wordsOf(group.groupName),
    operatorID: wordsOf(fieldsOf(detail.opUser).userID),
    peopleIDs: idsOf(peopleIn(detail).map((each) => fieldsOf(each).userID)),
    mutedSeconds: intOf(detail.mutedSeconds),
    message: wordsOf(detail.reqMsg) ?? wordsOf(detail.handleMsg),
  };
};

/** Whom a notification of a group is about, whatever OpenIM calls them in it. */
export const peopleIn = (detail: Fields): readonly unknown[] => [
  ...listOf(detail.invitedUserList),
  ...listOf(detail.kickedUserList),
  ...listOf(detail.memberList),
  ...[detail.quitUser, detail.entrantUser, detail.newGroupOwner, detail.mutedUser, detail.changedUser],
  detail.applicant ?? fieldsOf(detail.request).userInfo,
];

const friendEvent = (detail: Fields): NotificationEvent => {
  const pair = fieldsOf(detail.fromToUserID);
  const request = fieldsOf(detail.request);
  return {
    __typename: 'FriendEvent',
    fromID: wordsOf(pair.fromUserID) ?? wordsOf(detail.userID),
    toID: wordsOf(pair.toUserID),
    message: wordsOf(detail.handleMsg) ?? wordsOf(request.handleMsg) ?? wordsOf(request.reqMsg),
  };
};

const userEvent = (detail: Fields): NotificationEvent => ({
  __typename: 'UserEvent',
  userID: wordsOf(detail.userID) ?? wordsOf(detail.fromUserID) ?? wordsOf(fieldsOf(detail.fromToUserID).fromUserID),
});

const conversationEvent = (detail: Fields): NotificationEvent => ({
  __typename: 'ConversationEvent',
  conversationIDs: idsOf([
    detail.conversationID,
    ...listOf(detail.conversationIDs),
    ...listOf(detail.conversationIDList),
  ]),
  byID: wordsOf(detail.userID) ?? wordsOf(detail.sendID),
  privateChat: typeof detail.isPrivate === 'boolean' ? detail.isPrivate : null,
});

const businessEvent = ({ key, data }: Fields): NotificationEvent => ({
  __typename: 'BusinessEvent',
  key: textOf(key),
  data: textOf(data),
});

const deletionEvent = ({ conversationID, userID, seqs }: Fields): NotificationEvent => ({
  __typename: 'DeletionEvent',
  conversationID: wordsOf(conversationID),
  byID: wordsOf(userID),
  seqs: seqsOf(seqs),
});

const readReceiptEvent = ({ conversationID, markAsReadUserID, seqs, hasReadSeq }: Fields): NotificationEvent => ({
  __typename: 'ReadReceiptEvent',
  conversationID: wordsOf(conversationID),
  readerID: wordsOf(markAsReadUserID),
  seqs: seqsOf(seqs),
  upToSeq: intOf(hasReadSeq),
});

const READERS: readonly { from: number; to: number; event(detail: Fields): NotificationEvent }[] = [
  { from: 1201, to: 1210, event: friendEvent },
  { from: 1300, to: 1300, event: conversationEvent },
  { from: 1303, to: 1308, event: userEvent },
  { from: 1501, to: 1520, event: groupEvent },
  { from: 1652, to: 1652, event: deletionEvent },
  { from: 1701, to: 1704, event: conversationEvent },
  { from: 2001, to: 2001, event: businessEvent },
  { from: 2102, to: 2102, event: deletionEvent },
  { from: 2200, to: 2200, event: readReceiptEvent },
];

const ATTACHED: readonly (readonly [field: string, contentType: number])[] = [
  ['pictureElem', 102],
  ['soundElem', 103],
  ['videoElem', 104],
  ['fileElem', 105],
];

const noticeEvent = (detail: Fields, read: Read): NotificationEvent => ({
  __typename: 'NoticeEvent',
  title: wordsOf(detail.notificationName),
  text: wordsOf(detail.text),
  url: addressOf(detail.url),
  avatar: pictureAt(detail.notificationFaceURL),
  notificationType: intOf(detail.notificationType),
  ex: wordsOf(detail.ex),
  attachments: ATTACHED.flatMap(([field, contentType]) => {
    const element = fieldsOf(detail[field]);
    const found = Object.keys(element).length === 0 ? null : read(contentType, element);
    return found === null ? [] : [found];
  }),
});

const pictureAt = (url: unknown): MediaReference | null =>
  addressOf(url) === null ? null : mediaReference({ kind: 'picture', url });

const idsOf = (values: readonly unknown[]): readonly string[] =>
  [...new Set(values.map(wordsOf).filter((id) => id !== null))].slice(0, MOST_NAMED);

const seqsOf = (values: unknown): readonly number[] =>
  listOf(values)
    .slice(0, MOST_NAMED)
    .map(intOf)
    .filter((seq) => seq !== null);
