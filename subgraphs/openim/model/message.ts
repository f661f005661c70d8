import type { KeptMessage } from '../../kit/events.ts';
import { messageID } from '../conversation-id.ts';
import { forgeryIn } from '../rest/forgery.ts';
import { contentOf, REVOKED } from './content.ts';
import { type Fields, fieldsOf, intOf, parseFields, textOf, timeAtLeast, wordsOf } from './json.ts';
import type { Content } from './kinds.ts';

const GROUP_CHAT = 3;
const SINGLE_CHAT = 1;
/** Deleted, for everybody or for the one who reads. */
const DELETED = 4;

/** A message as the schema tells it. */
export interface MessageModel {
  readonly id: string;
  readonly conversationID: string;
  readonly clientMsgID: string;
  readonly serverMsgID: string;
  /** Whatever the sender wrote; shown to nobody but its sender. */
  readonly sentAs: string | null;
  readonly seq: number | null;
  readonly sendID: string;
  readonly recipientID: string | null;
  readonly groupID: string | null;
  readonly contentType: number;
  readonly content: Content;
  readonly sentAt: Date;
  readonly read: boolean | null;
  readonly revoked: boolean;
  readonly ex: string | null;
}

/** What a model is made from; whether it was read is not told by everything that tells of messages. */
type Telling = Omit<KeptMessage, 'conversationID'> & { readonly isRead?: boolean };

/** Null for what was deleted: its row stays in OpenIM, with nothing in it. */
export function messageOf(conversationID: string, row: Telling): MessageModel | null {
  if (row.status === DELETED || row.serverMsgID === '') return null;
  const inGroup = row.sessionType === GROUP_CHAT;
  const contentType = intOf(row.contentType) ?? 0;
  // Nobody is told that something happened which a client only says.
  const forged = forgeryIn(row) !== null;
  const fields = parseFields(row.content);
  return {
    id: messageID(conversationID, row.serverMsgID),
    conversationID,
    clientMsgID: row.clientMsgID,
    serverMsgID: row.serverMsgID,
    sentAs: sentAsOf(fields),
    seq: row.seq > 0 ? row.seq : null,
    sendID: row.sendID,
    recipientID: inGroup ? null : wordsOf(row.recvID),
    groupID: inGroup ? wordsOf(row.groupID) : null,
    contentType,
    content: forged ? { __typename: 'UnknownContent', raw: row.content } : contentOf(contentType, row.content, fields),
    sentAt: timeAtLeast(row.sendTime || row.createTime),
    read: row.sessionType === SINGLE_CHAT ? (row.isRead ?? null) : null,
    revoked: contentType === REVOKED && !forged,
    ex: wordsOf(row.ex),
  };
}

/** The clientMsgID that travels inside content which we sent. */
export const sentAsIn = (content: string): string | null => sentAsOf(parseFields(content));

const sentAsOf = (fields: Fields | null): string | null => wordsOf(textOf(fieldsOf(fields).sentAs));
