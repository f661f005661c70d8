import { createHash } from 'node:crypto';

/** OpenIM's rows, as far as they are shown. */
export interface WireUser {
  readonly userID: string;
  readonly nickname: string;
  readonly faceURL: string;
}

export interface WireMessage {
  readonly serverMsgID: string;
  readonly sendID: string;
  readonly seq: number;
  readonly sendTime: number;
  readonly contentType: number;
  /** base64 of JSON. */
  readonly content: string;
}

export interface WireView {
  readonly conversation: { readonly conversationID: string; readonly groupID: string; readonly isPinned: boolean };
  readonly lastMsg: WireMessage | null;
  readonly group: { readonly groupID: string; readonly groupName: string } | null;
  readonly maxSeq: number;
  readonly readSeq: number;
}

export interface Claim {
  readonly url: string;
  readonly mimeType?: string | undefined;
  readonly size?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface MediaKey {
  readonly id: string;
  readonly claim: Claim;
}

export const mediaKey = (claim: Claim): MediaKey => ({
  id: createHash('sha256').update(new URL(claim.url).href).digest('base64url').slice(0, 27),
  claim,
});

export const mediaOf = ({ id, claim: { url, mimeType, size, width, height } }: MediaKey) => ({
  ...{ id, url, mimeType: mimeType ?? null, size: size ?? null, width: width ?? null, height: height ?? null },
  duration: null,
});

type Fields = Readonly<Record<string, never>>;

function contentOf({ contentType, content }: Pick<WireMessage, 'contentType' | 'content'>) {
  const fields = JSON.parse(Buffer.from(content, 'base64').toString()) as Fields;
  if (contentType === 102) {
    const { url, type, size, width, height } = fields.sourcePicture as unknown as Claim & { type: string };
    const source = mediaKey({ url, mimeType: type, size, width, height });
    return { __typename: 'PictureContent', summary: '[Picture]', alt: null, source } as const;
  }
  if (contentType === 105) {
    const { sourceUrl, fileName, fileSize, fileType } = fields as unknown as Record<string, string>;
    const source = mediaKey({ url: sourceUrl ?? '', mimeType: fileType, size: Number(fileSize) });
    return { __typename: 'FileContent', summary: `[File] ${fileName}`, name: fileName, source } as const;
  }
  if (contentType === 101) {
    const text = String(fields.content);
    return { __typename: 'TextContent', summary: text, text } as const;
  }
  return { __typename: 'NotificationContent', summary: '[Notification]' } as const;
}

export const messageOf = (conversationID: string, row: WireMessage) => ({
  id: `${conversationID}:${row.serverMsgID}`,
  seq: row.seq,
  sentAt: new Date(row.sendTime).toISOString(),
  revoked: row.contentType === 2101,
  contentType: row.contentType,
  sendID: row.sendID,
  content: contentOf(row),
});

export const conversationOf = ({ conversation, group, maxSeq, readSeq, lastMsg }: WireView) => ({
  id: conversation.conversationID,
  kind: conversation.groupID === '' ? 'DIRECT' : 'GROUP',
  unreadCount: Math.max(0, maxSeq - readSeq),
  maxSeq,
  group: group && { id: group.groupID, name: group.groupName },
  lastMessage: lastMsg && messageOf(conversation.conversationID, lastMsg),
});

export const cursorOf = (...position: readonly (string | number)[]): string =>
  Buffer.from(position.join('\n')).toString('base64url');

export type Message = ReturnType<typeof messageOf>;
export type Conversation = ReturnType<typeof conversationOf>;
