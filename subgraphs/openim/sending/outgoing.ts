import { createHash } from 'node:crypto';
import { badInput, Fault } from '../../kit/fault.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { splitMessageID } from '../conversation-id.ts';
import { findMessage } from '../messages/find.ts';
import type { Built } from './content/built.ts';
import {
  type CustomInput,
  cardContent,
  customContent,
  type LocationInput,
  locationContent,
  stickerContent,
} from './content/carried.ts';
import {
  type FileInput,
  fileContent,
  type MediaInput,
  pictureContent,
  soundContent,
  type VideoInput,
  videoContent,
} from './content/files.ts';
import {
  type AtInput,
  atContent,
  checkAt,
  markdownContent,
  quoteContent,
  textContent,
  written,
} from './content/texts.ts';
import type { Outgoing, Target } from './message.ts';

/** Bytes of content, as JSON in UTF-8: OpenIM's WebSocket takes little more. */
const MOST_CONTENT = 32 * 1024;

type Given<T> = T | null;

export interface ContentInput {
  readonly text?: Given<{ readonly text: string }>;
  readonly markdown?: Given<{ readonly text: string }>;
  readonly picture?: Given<MediaInput>;
  readonly sound?: Given<MediaInput>;
  readonly video?: Given<VideoInput>;
  readonly file?: Given<FileInput>;
  readonly at?: Given<AtInput>;
  readonly card?: Given<{ readonly userID: string }>;
  readonly location?: Given<LocationInput>;
  readonly custom?: Given<CustomInput>;
  readonly quote?: Given<{ readonly text: string; readonly messageID: string }>;
  readonly sticker?: Given<{ readonly stickerID: string }>;
}

export interface SendMessageInput {
  readonly userID?: string | null;
  readonly groupID?: string | null;
  readonly clientMsgID?: string | null;
  readonly content: ContentInput;
}

/** Throws BAD_USER_INPUT with the path of what is wrong, before OpenIM is asked for what the content names. */
export async function outgoingOf(
  input: SendMessageInput,
  clientMsgID: string,
  context: OpenIMContext,
): Promise<Outgoing> {
  const { viewer } = context.scope;
  const to = targetOf(input, viewer.kind === 'user' ? viewer.id : '');
  if (!/^[\x21-\x7e]{1,128}$/.test(clientMsgID))
    throw badInput('input.clientMsgID', '1 to 128 printable ASCII characters are expected');
  const { contentType, content: built } = await contentOf(input.content, to, context);
  const content = { ...built, sentAs: clientMsgID };
  checkRoom(content);
  // Of the input: names and quotes that were looked up may differ the next time.
  const digest = createHash('sha256')
    .update(JSON.stringify([to, input.content]))
    .digest('base64url');
  return { ...to, clientMsgID, contentType, content, digest };
}

function checkRoom(content: unknown): void {
  if (Buffer.byteLength(JSON.stringify(content)) > MOST_CONTENT)
    throw badInput('input.content', `at most ${MOST_CONTENT} bytes are expected`);
}

function targetOf({ userID, groupID }: SendMessageInput, senderID: string): Target {
  if ((userID == null) === (groupID == null)) throw badInput('input', 'exactly one of userID and groupID is expected');
  if (userID === '') throw badInput('input.userID', 'an OpenIM userID is expected');
  if (groupID === '') throw badInput('input.groupID', 'an OpenIM groupID is expected');
  if (userID === senderID) throw badInput('input.userID', 'somebody else is expected');
  return { recvID: userID ?? '', groupID: groupID ?? '' };
}

async function contentOf(input: ContentInput, to: Target, context: OpenIMContext): Promise<Built> {
  const at = 'input.content';
  if (input.text != null) return textContent(input.text, `${at}.text`);
  if (input.markdown != null) return markdownContent(input.markdown, `${at}.markdown`);
  if (input.picture != null) return pictureContent(input.picture, `${at}.picture`);
  if (input.sound != null) return soundContent(input.sound, `${at}.sound`);
  if (input.video != null) return videoContent(input.video, `${at}.video`);
  if (input.file != null) return fileContent(input.file, `${at}.file`);
  if (input.location != null) return locationContent(input.location, `${at}.location`);
  if (input.custom != null) return customContent(input.custom, `${at}.custom`);
  if (input.at != null) return mentioning(input.at, to, context);
  if (input.card != null) return carding(input.card.userID, context);
  if (input.quote != null) return quoting(input.quote, context);
  if (input.sticker != null) return sticking(input.sticker.stickerID, context);
  throw badInput(at, 'exactly one kind of content is expected');
}

async function mentioning(input: AtInput, { groupID }: Target, context: OpenIMContext): Promise<Built> {
  const path = 'input.content.at';
  if (groupID === '') throw badInput(path, 'people are mentioned in groups only');
  checkAt(input, path);
  checkRoom(input);
  const member = (id: string) => context.memberByID.load(`${groupID}:${id}`);
  const [self, ...members] = await Promise.all([userOf(context).id, ...new Set(input.userIDs)].map(member));
  // Or whoever is in no group could learn who is in it.
  if (self == null) throw new Fault('NOT_A_MEMBER');
  return atContent(
    input,
    members.filter((member) => member !== null),
    path,
  );
}

async function carding(userID: string, { userByID }: OpenIMContext): Promise<Built> {
  const row = await userByID.load(userID);
  if (row === null) throw badInput('input.content.card.userID', 'a user is expected');
  return cardContent(row);
}

async function sticking(id: string, { stickers }: OpenIMContext): Promise<Built> {
  const sticker = await stickers.find(id);
  if (sticker === null) throw badInput('input.content.sticker.stickerID', 'a sticker of a published pack is expected');
  return stickerContent(sticker);
}

async function quoting(input: { text: string; messageID: string }, context: OpenIMContext): Promise<Built> {
  const path = 'input.content.quote';
  const parts = splitMessageID(input.messageID);
  if (parts === null) throw badInput(`${path}.messageID`, 'a Message.id is expected: <conversationID>:<serverMsgID>');
  const text = written(input.text, `${path}.text`);
  checkRoom(text);
  const { window } = await context.conversationByID.load(parts.conversationID);
  const { row, message } = await findMessage(window, parts.serverMsgID, context);
  if (message.revoked) throw new Fault('ALREADY_REVOKED');
  return quoteContent(text, row);
}
