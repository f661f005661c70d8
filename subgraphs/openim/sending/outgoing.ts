import { createHash } from 'node:crypto';
import { badInput } from '../../kit/fault.ts';

/** Bytes of content, as JSON in UTF-8: OpenIM's WebSocket takes little more. */
export const MOST_CONTENT = 32 * 1024;

export interface ContentInput {
  readonly text?: { readonly text: string } | null;
  readonly markdown?: { readonly text: string } | null;
}

export interface SendMessageInput {
  readonly userID?: string | null;
  readonly groupID?: string | null;
  readonly clientMsgID?: string | null;
  readonly content: ContentInput;
}

/** A message that was found fit to be sent; nothing of OpenIM was asked for that. */
export interface Outgoing {
  readonly recvID: string;
  readonly groupID: string;
  readonly clientMsgID: string;
  readonly contentType: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** Of where it goes and what it holds: the same clientMsgID must mean the same message. */
  readonly digest: string;
}

const TEXT = 101;
const MARKDOWN = 118;

/** Throws BAD_USER_INPUT with the path of what is wrong. */
export function outgoingOf(input: SendMessageInput, senderID: string, clientMsgID: string): Outgoing {
  const to = targetOf(input, senderID);
  if (!/^[\x21-\x7e]{1,128}$/.test(clientMsgID))
    throw badInput('input.clientMsgID', '1 to 128 printable ASCII characters are expected');
  const { contentType, fields } = contentOf(input.content);
  const content = { ...fields, sentAs: clientMsgID };
  if (Buffer.byteLength(JSON.stringify(content)) > MOST_CONTENT)
    throw badInput('input.content', `at most ${MOST_CONTENT} bytes are expected`);
  const digest = createHash('sha256')
    .update(JSON.stringify([to, contentType, content]))
    .digest('base64url');
  return { ...to, clientMsgID, contentType, content, digest };
}

function targetOf({ userID, groupID }: SendMessageInput, senderID: string): { recvID: string; groupID: string } {
  if ((userID == null) === (groupID == null)) throw badInput('input', 'exactly one of userID and groupID is expected');
  if (userID === '') throw badInput('input.userID', 'an OpenIM userID is expected');
  if (groupID === '') throw badInput('input.groupID', 'an OpenIM groupID is expected');
  if (userID === senderID) throw badInput('input.userID', 'somebody else is expected');
  return { recvID: userID ?? '', groupID: groupID ?? '' };
}

function contentOf({ text, markdown }: ContentInput): {
  contentType: number;
  fields: Readonly<Record<string, unknown>>;
} {
  if (text != null) return { contentType: TEXT, fields: { content: written(text.text, 'input.content.text.text') } };
  if (markdown != null)
    return { contentType: MARKDOWN, fields: { content: written(markdown.text, 'input.content.markdown.text') } };
  throw badInput('input.content', 'exactly one kind of content is expected');
}

function written(text: string, field: string): string {
  if (text.trim() === '') throw badInput(field, 'a text that is not empty is expected');
  return text;
}
