import { createHash } from 'node:crypto';
import { badInput } from '../../kit/fault.ts';
import type { OpenIMContext } from '../context.ts';
import type { Built } from './content/built.ts';
import type { MergerInput } from './content/bundle.ts';
import { type CustomInput, customContent, type LocationInput, locationContent } from './content/carried.ts';
import {
  type FileInput,
  fileContent,
  type MediaInput,
  pictureContent,
  soundContent,
  type VideoInput,
  videoContent,
} from './content/files.ts';
import { type AtInput, markdownContent, textContent } from './content/texts.ts';
import { bundling, carding, mentioning, quoting, sticking } from './look-ups.ts';
import type { Outgoing, Target } from './message.ts';
import { type OptionsInput, optionsOf } from './options.ts';
import { checkRoom } from './room.ts';

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
  readonly merger?: Given<MergerInput>;
  readonly sticker?: Given<{ readonly stickerID: string }>;
}

export interface SendMessageInput extends OptionsInput {
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
  const options = optionsOf(input);
  const { contentType, content: built } = await contentOf(input.content, to, context);
  const content = { ...built, sentAs: clientMsgID };
  checkRoom(content);
  // Of the input: names and quotes that were looked up may differ the next time.
  const digest = createHash('sha256')
    .update(JSON.stringify([to, input.content, ...(Object.keys(options).length > 0 ? [options] : [])]))
    .digest('base64url');
  return { ...to, clientMsgID, contentType, content, options, digest };
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
  if (input.merger != null) return bundling(input.merger, context);
  if (input.sticker != null) return sticking(input.sticker.stickerID, context);
  throw badInput(at, 'exactly one kind of content is expected');
}
