import { directID, groupConversationID, messageID } from '../conversation-id.ts';
import { type Fields, fieldsOf, intOf, parseFields, textOf, timeOf, wordsOf } from './json.ts';
import type { Content, Origin, Snapshot } from './kinds.ts';

/** Where a quoted message of the official SDKs holds its content; other clients write `content`, as JSON text. */
export const ELEMENTS: Readonly<Record<number, string>> = {
  101: 'textElem',
  102: 'pictureElem',
  103: 'soundElem',
  104: 'videoElem',
  105: 'fileElem',
  106: 'atTextElem',
  107: 'mergeElem',
  108: 'cardElem',
  109: 'locationElem',
  110: 'customElem',
  114: 'quoteElem',
  115: 'faceElem',
  117: 'advancedTextElem',
  118: 'markdownTextElem',
};

type Read = (contentType: number, fields: Fields) => Content | null;

/** `read` makes content of what the snapshot holds; null for what it does not know. */
export function snapshotOf(fields: Fields, read: Read): Snapshot {
  const contentType = intOf(fields.contentType) ?? 0;
  return {
    senderName: wordsOf(fields.senderNickname),
    senderID: wordsOf(fields.sendID),
    contentType,
    content: contentIn(fields, contentType, read),
    sentAt: timeOf(fields.sendTime) ?? timeOf(fields.createTime),
    origin: originOf(fields),
  };
}

const SINGLE_CHAT = 1;
const GROUP_CHAT = 3;

function originOf({ serverMsgID, sessionType, sendID, recvID, groupID, seq }: Fields): Origin | null {
  const [id, from, to, group] = [serverMsgID, sendID, recvID, groupID].map(wordsOf);
  const conversationID =
    sessionType === GROUP_CHAT && group
      ? groupConversationID(group)
      : sessionType === SINGLE_CHAT && from && to
        ? directID(from, to)
        : null;
  if (!id || conversationID === null) return null;
  const at = intOf(seq);
  return { messageID: messageID(conversationID, id), conversationID, seq: at !== null && at > 0 ? at : null };
}

function contentIn(fields: Fields, contentType: number, read: Read): Content {
  const raw = textOf(fields.content);
  const element = fieldsOf(fields[ELEMENTS[contentType] ?? 'notificationElem']);
  const found = Object.keys(element).length > 0 ? element : parseFields(raw);
  return (found && read(contentType, found)) ?? { __typename: 'UnknownContent', raw };
}
