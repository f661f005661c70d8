import assert from 'node:assert/strict';
import type { Actor } from '../world/world.ts';
import type { Stage } from './stage.ts';

/** Every field of every content, as deep as a screen goes. */
const READ = `query ($id: ID!) {
  conversation(id: $id) { messages(last: 50) { nodes { id contentType sentAt ex sentAs revoked read content { ...All } } } }
}
fragment File on Media { id url mimeType size width height duration }
fragment Copy on MessageSnapshot { senderName contentType sentAt sender { id nickname } content { __typename summary } }
fragment Deep on MessageSnapshot { ...Copy content { ... on TextualContent { text quoted { ...Copy } } ... on MediaContent { source { ...File } } ... on MergerContent { title messages { ...Inner } } } }
fragment Inner on MessageSnapshot { senderName contentType content { __typename summary ... on TextualContent { text quoted { senderName content { __typename summary ... on TextualContent { text } } } } } }
fragment All on MessageContent {
  __typename summary
  ... on TextualContent { text mentionsAll entities { type offset length url ex } mentions { userID name user { id nickname } } links { url } quoted { ...Deep } }
  ... on MediaContent { source { ...File } }
  ... on PictureContent { alt thumbnail { ...File } }
  ... on VideoContent { alt snapshot { ...File } }
  ... on FileContent { name }
  ... on MergerContent { title summaries messages { ...Deep } }
  ... on CardContent { userID nickname faceURL ex user { id nickname } }
  ... on LocationContent { description latitude longitude }
  ... on CustomContent { data description extension }
  ... on StickerContent { index data }
  ... on RevokedContent { revokedAt revokedBy { id nickname } }
  ... on TypingContent { tips }
  ... on NotificationContent { name detail event { __typename
    ... on GroupEvent { groupName mutedSeconds message group { id name } operator { id nickname } people { id nickname } }
    ... on FriendEvent { message from { id nickname } to { id nickname } }
    ... on UserEvent { user { id nickname } }
    ... on ConversationEvent { conversationIDs privateChat by { id nickname } }
    ... on NoticeEvent { title text url notificationType ex avatar { ...File } attachments { __typename summary ... on MediaContent { source { ...File } } } }
    ... on BusinessEvent { key data }
    ... on DeletionEvent { conversationID seqs by { id nickname } }
    ... on ReadReceiptEvent { conversationID seqs upToSeq reader { id nickname } }
  } }
  ... on UnknownContent { raw }
}`;

export interface Content {
  readonly __typename: string;
  readonly summary: string;
  readonly text?: string;
  readonly [field: string]: unknown;
}

export interface Given {
  readonly contentType: number;
  readonly content: string;
}

/** What is read when OpenIM holds these in the place of a group's newest messages. */
export type Reader = (given: readonly Given[], reader?: Actor['client']) => Promise<Content[]>;

export const readerOf =
  (stage: Stage, client: Actor['client']): Reader =>
  async (given, reader = client) => {
    stage.fault('/msg/pull_msg_by_seq', (answer) => {
      const { msgs } = answer.data as unknown as { msgs: Record<string, { Msgs: Row[] }> };
      const pulled = msgs.sg_hillwalk;
      const rows = pulled?.Msgs.slice();
      const replaced = rows?.splice(-given.length).map((row, at) => rewritten(row, given[at])) ?? [];
      rows?.push(...replaced);
      return { ...answer, data: { msgs: { sg_hillwalk: { ...pulled, Msgs: rows } } } as never };
    });
    try {
      const { data, errors } = await reader.query<
        { conversation: { messages: { nodes: { content: Content }[] } } },
        object
      >(READ, { id: 'sg_hillwalk' });
      assert.deepEqual(errors, []);
      return data?.conversation.messages.nodes.slice(-given.length).map(({ content }) => content) ?? [];
    } finally {
      stage.fault('/msg/pull_msg_by_seq', null);
    }
  };

interface Row {
  readonly seq: number;
  readonly clientMsgID: string;
  readonly sendID: string;
  readonly [field: string]: unknown;
}

/** The row with another content; with one of OpenIM's own, as OpenIM writes it. */
function rewritten(row: Row, given: Given | undefined): Row {
  if (given === undefined) return row;
  const { contentType, content } = given;
  const written = { ...row, contentType, content: base64(content) };
  if (contentType < 1_000) return written;
  const { detail, fields } = readNotice(content);
  const sendID = fields.opUser?.userID ?? row.sendID;
  const own = { ...{ msgFrom: 200, senderPlatformID: 0, sendID }, groupID: fields.group?.groupID ?? '' };
  const from = { ...written, ...own, sessionType: contentType === 1400 ? 4 : 3 };
  if (fields.revokerID === undefined) return from;
  const place = { seq: row.seq, clientMsgID: row.clientMsgID, sourceMessageSendID: sendID };
  return { ...from, content: base64(JSON.stringify({ detail: JSON.stringify({ ...detail, ...place }) })) };
}

interface NoticeFields {
  readonly opUser?: { readonly userID?: string };
  readonly group?: { readonly groupID?: string };
  readonly revokerID?: string;
}

function readNotice(content: string): { detail: object; fields: NoticeFields } {
  try {
    const detail = JSON.parse((JSON.parse(content) as { detail: string }).detail) as object | null;
    return { detail: detail ?? {}, fields: detail ?? {} };
  } catch {
    return { detail: {}, fields: {} };
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
