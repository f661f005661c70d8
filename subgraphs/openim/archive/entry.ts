import type { KeptMessage } from '../../kit/events.ts';
import { contentOf, REVOKED } from '../model/content.ts';
import { intOf, timeAtLeast } from '../model/json.ts';
import type { Content } from '../model/kinds.ts';
import { linksIn } from '../model/links.ts';
import { lexemesOf, quoted } from './lexemes.ts';
import { spelling } from './spelling.ts';

/** A message of a conversation, as it is told by an event or read from OpenIM. */
export type Archivable = Omit<KeptMessage, 'conversationID'>;

/** What is kept of it. */
export interface Entry {
  readonly conversation_id: string;
  readonly seq: number;
  readonly server_msg_id: string;
  readonly client_msg_id: string;
  readonly send_id: string;
  readonly sent_at: Date;
  readonly content_type: number;
  /** Spelled as it is searched; null where nothing is left of it. */
  readonly words: string | null;
  /** The text of a tsvector. */
  readonly terms: string;
  /** JSON of the message; null where nothing is left of it. */
  readonly raw: string | null;
}

/** Characters of a message that are searched. */
export const MOST_SEARCHED = 8_000;
/** OpenIM's own limit. */
const MOST_MENTIONS = 1_000;
/** Longer ones are nobody's: a lexeme has 2,046 bytes at most. */
const LONGEST_ID = 255;

/** Whether it stands in a conversation of people; OpenIM's own channels to their clients are none. */
export const isArchivable = (conversationID: string, { seq, serverMsgID }: Pick<Archivable, 'seq' | 'serverMsgID'>) =>
  /^s[ign]_/.test(conversationID) &&
  Number.isSafeInteger(seq) &&
  seq > 0 &&
  serverMsgID !== '' &&
  isTextual(serverMsgID) &&
  isTextual(conversationID);

/** Of a message that was taken back only its place stays. */
export function entryOf(conversationID: string, message: Archivable): Entry {
  const { seq, serverMsgID, clientMsgID, sendID, content } = message;
  const contentType = intOf(message.contentType) ?? 0;
  const place = {
    conversation_id: conversationID,
    seq,
    server_msg_id: serverMsgID,
    client_msg_id: textual(clientMsgID),
    send_id: textual(sendID),
    sent_at: timeAtLeast(message.sendTime || message.createTime),
    content_type: contentType,
  };
  if (contentType === REVOKED) return { ...place, words: null, terms: '', raw: null };
  const read = contentOf(contentType, content);
  const words = spelling(textual(textIn(read)).slice(0, MOST_SEARCHED));
  const terms = [...lexemesOf(words), ...marksOf(read)].map(quoted).join(' ');
  return { ...place, words, terms, raw: JSON.stringify(rawOf(message)) };
}

const isTextual = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Postgres keeps no NUL in a text, and no half of a character. */
const textual = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Without what only the one who reads sees. */
function rawOf(message: Archivable): Archivable {
  const { seq, serverMsgID, clientMsgID, sendID, recvID, groupID, senderPlatformID, senderNickname } = message;
  const { senderFaceURL, sessionType, msgFrom, contentType, content, sendTime, createTime, status } = message;
  const { atUserIDList, ex } = message;
  return {
    ...{ seq, serverMsgID, clientMsgID, sendID, recvID, groupID, senderPlatformID, senderNickname, senderFaceURL },
    ...{ sessionType, msgFrom, contentType, content, sendTime, createTime, status, atUserIDList, ex },
  };
}

/** What a message says in words, as its sender wrote them; empty where it says nothing. */
export function textIn(content: Content): string {
  switch (content.__typename) {
    case 'TextContent':
    case 'AtTextContent':
    case 'QuoteContent':
    case 'MarkdownContent':
      return content.text;
    case 'PictureContent':
    case 'VideoContent':
      return content.alt ?? '';
    case 'FileContent':
      return content.name;
    case 'MergerContent':
      return [content.title, ...content.summaries].join('\n');
    case 'CardContent':
      return content.nickname ?? '';
    case 'LocationContent':
    case 'CustomContent':
      return content.description ?? '';
    case 'NotificationContent':
      return content.event?.__typename === 'NoticeEvent'
        ? [content.event.title, content.event.text].filter((line) => line !== null).join('\n')
        : '';
    default:
      return '';
  }
}

/** What a message has, by the name that the schema has for it. No word begins so. */
export const traitMark = (trait: string): string => `=${trait}`;
/** Whom a message mentions; the empty id stands for everybody. No word begins so. */
export const mentionMark = (userID: string): string => `@${userID}`;
export const EVERYBODY = '';

const TRAITS: Partial<Record<Content['__typename'], string>> = {
  PictureContent: 'PICTURE',
  VideoContent: 'VIDEO',
  SoundContent: 'SOUND',
  FileContent: 'FILE',
};

function marksOf(content: Content): string[] {
  const trait = TRAITS[content.__typename];
  if (trait !== undefined) return [traitMark(trait)];
  if (!('mentions' in content)) return [];
  const mentioned = content.mentions.slice(0, MOST_MENTIONS).map(({ userID }) => textual(userID));
  return [
    ...(linksIn(content.text).length > 0 ? [traitMark('LINK')] : []),
    ...(content.mentionsAll ? [mentionMark(EVERYBODY)] : []),
    ...mentioned.filter((id) => id !== EVERYBODY && id.length <= LONGEST_ID).map(mentionMark),
  ];
}
