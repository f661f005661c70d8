import type { MediaReference } from '../../kit/media-claim.ts';

/** What a message holds, as the schema tells it; the resolvers add what has to be looked up. */
export type Content =
  | {
      readonly __typename: 'TextContent' | 'AtTextContent' | 'QuoteContent' | 'MarkdownContent';
      readonly text: string;
      readonly mentions: readonly { readonly userID: string; readonly name: string | null }[];
      readonly mentionsAll: boolean;
      readonly quoted: Snapshot | null;
      readonly entities: readonly TextEntity[];
    }
  | {
      readonly __typename: 'PictureContent';
      readonly source: MediaReference;
      readonly thumbnail: MediaReference | null;
      readonly alt: string | null;
    }
  | { readonly __typename: 'SoundContent'; readonly source: MediaReference }
  | {
      readonly __typename: 'VideoContent';
      readonly source: MediaReference;
      readonly snapshot: MediaReference | null;
      readonly alt: string | null;
    }
  | { readonly __typename: 'FileContent'; readonly source: MediaReference; readonly name: string }
  | {
      readonly __typename: 'MergerContent';
      readonly title: string;
      readonly summaries: readonly string[];
      readonly messages: readonly Snapshot[];
    }
  | {
      readonly __typename: 'CardContent';
      readonly userID: string;
      readonly nickname: string | null;
      readonly faceURL: string | null;
      readonly ex: string | null;
    }
  | {
      readonly __typename: 'LocationContent';
      readonly description: string | null;
      readonly latitude: number;
      readonly longitude: number;
    }
  | {
      readonly __typename: 'CustomContent';
      readonly data: string;
      readonly description: string | null;
      readonly extension: string | null;
    }
  | {
      readonly __typename: 'StickerContent';
      readonly index: number | null;
      readonly data: string;
      readonly stickerID: string | null;
    }
  | {
      readonly __typename: 'RevokedContent';
      readonly revokerID: string | null;
      readonly revokerName: string | null;
      readonly revokedAt: Date | null;
    }
  | { readonly __typename: 'TypingContent'; readonly tips: string | null }
  | {
      readonly __typename: 'NotificationContent';
      readonly name: string;
      readonly detail: unknown;
      readonly event: NotificationEvent | null;
    }
  | { readonly __typename: 'UnknownContent'; readonly raw: string };

/** A part of a text that is more than its letters. */
export interface TextEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url: string | null;
  readonly ex: string | null;
}

/** What a notification tells, with the ids of whom and what it names. */
export type NotificationEvent =
  | {
      readonly __typename: 'GroupEvent';
      readonly groupID: string | null;
      readonly groupName: string | null;
      readonly operatorID: string | null;
      readonly peopleIDs: readonly string[];
      readonly mutedSeconds: number | null;
      readonly message: string | null;
    }
  | {
      readonly __typename: 'FriendEvent';
      readonly fromID: string | null;
      readonly toID: string | null;
      readonly message: string | null;
    }
  | { readonly __typename: 'UserEvent'; readonly userID: string | null }
  | {
      readonly __typename: 'ConversationEvent';
      readonly conversationIDs: readonly string[];
      readonly byID: string | null;
      readonly privateChat: boolean | null;
    }
  | {
      readonly __typename: 'NoticeEvent';
      readonly title: string | null;
      readonly text: string | null;
      readonly url: string | null;
      readonly avatar: MediaReference | null;
      readonly notificationType: number | null;
      readonly ex: string | null;
      readonly attachments: readonly Content[];
    }
  | { readonly __typename: 'BusinessEvent'; readonly key: string; readonly data: string }
  | {
      readonly __typename: 'DeletionEvent';
      readonly conversationID: string | null;
      readonly byID: string | null;
      readonly seqs: readonly number[];
    }
  | {
      readonly __typename: 'ReadReceiptEvent';
      readonly conversationID: string | null;
      readonly readerID: string | null;
      readonly seqs: readonly number[];
      readonly upToSeq: number | null;
    };

/** A message inside another: its sender's word for it. */
export interface Snapshot {
  readonly senderName: string | null;
  readonly senderID: string | null;
  readonly contentType: number;
  readonly content: Content;
  readonly sentAt: Date | null;
  /** Where its sender says that it is; null where they do not. */
  readonly origin: Origin | null;
}

export interface Origin {
  readonly messageID: string;
  readonly conversationID: string;
  readonly seq: number | null;
}
