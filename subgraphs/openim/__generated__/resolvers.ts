import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WireActiveGroup, WireActiveUser, WireBlock, WireClientConfig, WireLog, WireFriendRequest, WireGroupRequest, WireGroupMember, WireNotificationAccount, WireCommand } from '../rest/wire.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { DeadEvent, ConsumerState } from '../../kit/event-pipeline.ts';
import type { FriendSource, UserSource } from '../resolvers/people.ts';
import type { GroupSource } from '../resolvers/groups.ts';
import type { MediaReference } from '../../kit/media-claim.ts';
import type { RetentionRow } from '../archive/retention.ts';
import type { MessageModel } from '../model/message.ts';
import type { MessagePage } from '../messages/page.ts';
import type { Snapshot } from '../model/kinds.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import type { Span } from '../../kit/days.ts';
import type { Delivery, Endpoint } from '../../kit/webhooks.ts';
import type { OpenIMContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339 with milliseconds, UTC. */
  DateTime: { input: Date; output: Date | string | number; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** What a message or a profile says of its file; written by the openim subgraph, read by media. */
  MediaClaim: { input: unknown; output: unknown; }
  /** A message as OpenIM told it, kept by moderation and read by openim. */
  SeenMessage: { input: unknown; output: unknown; }
  /** An absolute web address, http or https. */
  URL: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A group that was written in. */
export type ActiveGroup = {
  readonly __typename?: 'ActiveGroup';
  /** Which. */
  readonly group?: Maybe<Group>;
  /** How many messages were written in it. */
  readonly messageCount: Scalars['Int']['output'];
};

/** A page of groups that were written in. */
export type ActiveGroupConnection = {
  readonly __typename?: 'ActiveGroupConnection';
  /** Messages by day. */
  readonly days: ReadonlyArray<DayCount>;
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ActiveGroupEdge>;
  /** All messages that were written; a whole number, which may exceed an Int. */
  readonly messageCount: Scalars['Float']['output'];
  /** The rows. */
  readonly nodes: ReadonlyArray<ActiveGroup>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of groups that were written in. */
export type ActiveGroupEdge = {
  readonly __typename?: 'ActiveGroupEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ActiveGroup;
};

/** Somebody who wrote. */
export type ActiveUser = {
  readonly __typename?: 'ActiveUser';
  /** How many messages they wrote. */
  readonly messageCount: Scalars['Int']['output'];
  /** Who. */
  readonly user?: Maybe<User>;
};

/** A page of who wrote. */
export type ActiveUserConnection = {
  readonly __typename?: 'ActiveUserConnection';
  /** Messages by day. */
  readonly days: ReadonlyArray<DayCount>;
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ActiveUserEdge>;
  /** All messages that were written; a whole number, which may exceed an Int. */
  readonly messageCount: Scalars['Float']['output'];
  /** The rows. */
  readonly nodes: ReadonlyArray<ActiveUser>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of who wrote. */
export type ActiveUserEdge = {
  readonly __typename?: 'ActiveUserEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ActiveUser;
};

/** The order of a ranking. */
export type ActivityOrder =
  /** Who wrote least comes first; who wrote nothing is in no ranking. */
  | 'LEAST_ACTIVE'
  /** Who wrote most comes first. */
  | 'MOST_ACTIVE';

/** A record to keep for the viewer. */
export type AddUserCommandInput = {
  /** More of it, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** The application's number for this kind of record, from 1 on. */
  readonly type: Scalars['Int']['input'];
  /** A key within the type, 1 to 255 characters. */
  readonly uuid: Scalars['String']['input'];
  /** What it holds, 16,384 characters at most. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** Text that mentions people: OpenIM contentType 106. */
export type AtTextContent = MessageContent & TextualContent & {
  readonly __typename?: 'AtTextContent';
  /** Parts of the text that are marked, e.g. bold or a link; the first hundred. Of contentTypes 114 and 117. */
  readonly entities: ReadonlyArray<TextEntity>;
  /** Web addresses in the text, in their order; the first hundred. */
  readonly links: ReadonlyArray<Link>;
  /** Who is mentioned by name. */
  readonly mentions: ReadonlyArray<Mention>;
  /** Whether everybody in the group is mentioned. */
  readonly mentionsAll: Scalars['Boolean']['output'];
  /** The message that it answers, as its sender quoted it. Quotes and bundles are read into each other four deep. */
  readonly quoted?: Maybe<MessageSnapshot>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** The text, as it was written. */
  readonly text: Scalars['String']['output'];
};

/** Text that mentions people of the group. */
export type AtTextContentInput = {
  /** Whether everybody in the group is mentioned. */
  readonly all?: InputMaybe<Scalars['Boolean']['input']>;
  /** With each name after an @. */
  readonly text: Scalars['String']['input'];
  /** Who is mentioned: members of the group, 100 at most. */
  readonly userIDs: ReadonlyArray<Scalars['ID']['input']>;
};

/** Somebody from whom the viewer takes no messages. */
export type Block = {
  readonly __typename?: 'Block';
  /** The blocked user's userID. */
  readonly id: Scalars['ID']['output'];
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
  /** Whom the viewer has blocked. */
  readonly user?: Maybe<User>;
};

/** A page of whom the viewer has blocked. */
export type BlockConnection = {
  readonly __typename?: 'BlockConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<BlockEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Block>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of whom the viewer has blocked. */
export type BlockEdge = {
  readonly __typename?: 'BlockEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Block;
};

/** What became of a message to many. */
export type Broadcast = {
  readonly __typename?: 'Broadcast';
  /** Who got nothing, by OpenIM's word, which gives no reason: they are unknown, or take no messages of this sender. */
  readonly failedUserIDs: ReadonlyArray<Scalars['ID']['output']>;
  /** What OpenIM took, one message for each recipient. */
  readonly messages: ReadonlyArray<Message>;
};

/** A message from one to many, each in a conversation of its own. */
export type BroadcastMessageInput = {
  /** What it holds; nobody is mentioned outside of groups. */
  readonly content: MessageContentInput;
  /** Who sends it: OpenIM userID of a person, or of an account that sends notices. */
  readonly senderID: Scalars['ID']['input'];
  /** Who gets it: OpenIM userIDs, 1 to 500, not the sender's own. */
  readonly userIDs: ReadonlyArray<Scalars['ID']['input']>;
};

/** What an application's server sends to its clients: contentType 2001. */
export type BusinessEvent = {
  readonly __typename?: 'BusinessEvent';
  /** The application's data. */
  readonly data: Scalars['String']['output'];
  /** The application's name for it. */
  readonly key: Scalars['String']['output'];
};

/** A business notification that OpenIM took. */
export type BusinessNotification = {
  readonly __typename?: 'BusinessNotification';
  /** OpenIM's, made by it. */
  readonly clientMsgID: Scalars['ID']['output'];
  /** When OpenIM took it. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** OpenIM's, unique. */
  readonly serverMsgID: Scalars['ID']['output'];
};

/** Something for the application to act on, and not for people to read: OpenIM's contentType 2001. */
export type BusinessNotificationInput = {
  /** Whether it comes as a message of the conversation, and is counted there, or beside it, unseen. */
  readonly asMessage?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the application makes of it; 16,384 characters at most. */
  readonly data: Scalars['String']['input'];
  /** To the members of this group. */
  readonly groupID?: InputMaybe<Scalars['ID']['input']>;
  /** Whether OpenIM keeps it for who is not connected now. */
  readonly kept?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is about, as the application names it; 1 to 255 characters. */
  readonly key: Scalars['String']['input'];
  /** In whose name it goes: OpenIM userID. */
  readonly senderID: Scalars['ID']['input'];
  /** To this user. Exactly one of userID and groupID. */
  readonly userID?: InputMaybe<Scalars['ID']['input']>;
};

/** Somebody's contact card: OpenIM contentType 108. */
export type CardContent = MessageContent & {
  readonly __typename?: 'CardContent';
  /** The application's own text on the card. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** Their picture when it was sent, as the sender wrote it. */
  readonly faceURL?: Maybe<Scalars['URL']['output']>;
  /** Their nickname when it was sent, as the sender wrote it. */
  readonly nickname?: Maybe<Scalars['String']['output']>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** Who is on the card. */
  readonly user?: Maybe<User>;
  /** OpenIM userID of who is on the card. */
  readonly userID: Scalars['ID']['output'];
};

/** Somebody's contact card. */
export type CardContentInput = {
  /** Who is on it. */
  readonly userID: Scalars['ID']['input'];
};

/**
 * One setting that the operator gives to the application on the devices of everybody, or of one user: a switch for a
 * feature, say. What key and value mean, only the application knows.
 */
export type ClientConfig = {
  readonly __typename?: 'ClientConfig';
  /** `<userID>:<key>`, or `:<key>` where it counts for everybody. */
  readonly id: Scalars['ID']['output'];
  /** What it sets. */
  readonly key: Scalars['String']['output'];
  /** For whom; null where it counts for everybody who has none of their own. */
  readonly user?: Maybe<User>;
  /** What it sets it to. */
  readonly value: Scalars['String']['output'];
};

/** A page of what the operator set for applications. */
export type ClientConfigConnection = {
  readonly __typename?: 'ClientConfigConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ClientConfigEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<ClientConfig>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of what the operator set for applications. */
export type ClientConfigEdge = {
  readonly __typename?: 'ClientConfigEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ClientConfig;
};

/** One setting of applications. */
export type ClientConfigInput = {
  /** What it sets, 1 to 255 characters. */
  readonly key: Scalars['String']['input'];
  /** What it sets it to, 16,384 characters at most. */
  readonly value: Scalars['String']['input'];
};

/** Where a client put a log of its own, for the operator to look into. */
export type ClientLog = {
  readonly __typename?: 'ClientLog';
  /** When it was told. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Free text of the application. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** What the log is called. */
  readonly fileName: Scalars['String']['output'];
  /** OpenIM's logID. */
  readonly id: Scalars['ID']['output'];
  /** The kind of device, as OpenIM names it, e.g. `Android`. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Where it is loaded from; null where the client gave no web address. */
  readonly url?: Maybe<Scalars['URL']['output']>;
  /** Whose client it was. */
  readonly user?: Maybe<User>;
  /** Of the application. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A page of logs of clients. */
export type ClientLogConnection = {
  readonly __typename?: 'ClientLogConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ClientLogEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<ClientLog>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of logs of clients. */
export type ClientLogEdge = {
  readonly __typename?: 'ClientLogEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: ClientLog;
};

/** The viewer's own row: two people in one chat see the same id and different values. */
export type Conversation = {
  readonly __typename?: 'Conversation';
  /** Seconds that a read message stays in a private chat; null where the viewer chose none, and clients have their own. */
  readonly burnDuration?: Maybe<Scalars['Int']['output']>;
  /** Free text of the application, the viewer's own. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** The group of GROUP. */
  readonly group?: Maybe<Group>;
  /** OpenIM's own mark of a group's row; `mentioned` looks at the messages instead. Null where there is none. */
  readonly groupAtType?: Maybe<GroupAtType>;
  /** OpenIM conversationID, e.g. si_a_b or sg_group. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is with a person, a group, or an account that sends notices. */
  readonly kind: ConversationKind;
  /** The newest message that the viewer may read. */
  readonly lastMessage?: Maybe<Message>;
  /**
   * Whether something unread mentions the viewer or everybody. Null where more is unread than is looked at, 100 messages,
   * and nothing was found in those.
   */
  readonly mentioned?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Newest last; pages backwards with last/before, forwards with first/after; the newest 20 when nothing is given.
   * With aroundSeq the page has that message in its middle (a search hit, a quote, the unread line, a reconnect).
   * Messages deleted for everybody, or by the viewer for themselves, are left out.
   */
  readonly messages?: Maybe<MessageConnection>;
  /** Seconds after which OpenIM deletes messages for the viewer; null where it keeps them. */
  readonly msgDestructTime?: Maybe<Scalars['Int']['output']>;
  /** What happens when a message comes. */
  readonly notify: NotifyMode;
  /** The other person of DIRECT, the sending account of NOTICE. */
  readonly peer?: Maybe<User>;
  /** Whether the viewer keeps it on top of the list. */
  readonly pinned: Scalars['Boolean']['output'];
  /**
   * Whether both keep their messages only until they were read (OpenIM: isPrivateChat). Clients act on it; it holds for
   * both sides of a one-to-one chat, and is never true elsewhere.
   */
  readonly privateChat: Scalars['Boolean']['output'];
  /** The unread line comes after the message with this seq. */
  readonly readSeq: Scalars['Int']['output'];
  /** Messages after the unread line. */
  readonly unreadCount: Scalars['Int']['output'];
};


/** The viewer's own row: two people in one chat see the same id and different values. */
export type ConversationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  aroundSeq?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * What changed in the viewer's rows of their conversations, followed as `FriendChanges` are: what they set, where they
 * left a group. A new message is no change here: it comes by OpenIM's WebSocket.
 */
export type ConversationChanges = {
  readonly __typename?: 'ConversationChanges';
  /** conversationIDs that are not in the list any more. */
  readonly deletedIDs: ReadonlyArray<Scalars['ID']['output']>;
  /** The whole list is to be loaded anew, and no row is told here. */
  readonly full: Scalars['Boolean']['output'];
  /** Conversations that came into the list. */
  readonly inserted: ReadonlyArray<Conversation>;
  /** Where the list stands now: `since` of the next question. */
  readonly point: SyncPoint;
  /** Conversations that changed. */
  readonly updated: ReadonlyArray<Conversation>;
};

/** A page of the viewer's conversations. */
export type ConversationConnection = {
  readonly __typename?: 'ConversationConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list; null while it is longer than what was read for this page. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/**
 * How much of a conversation this service knows of. OpenIM tells of each message once and may lose the telling; its messages
 * are numbered, so that what was not told can be counted, and is read back.
 */
export type ConversationCoverage = {
  readonly __typename?: 'ConversationCoverage';
  /** When OpenIM was asked last how far the conversation goes; null: never, so that more may be missing than is known. */
  readonly checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** OpenIM's name for the conversation. */
  readonly conversationID: Scalars['ID']['output'];
  /** Messages that there are, by OpenIM's count, the notifications that stand among them included. */
  readonly expected: Scalars['Float']['output'];
  /** Read back, because no callback had told them. Notifications always are: OpenIM has no callback for them. */
  readonly found: Scalars['Float']['output'];
  /** Deleted for everybody, or readable by nobody any more, before they were seen. */
  readonly gone: Scalars['Float']['output'];
  /** Neither told nor found so far: `expected` less the three others. */
  readonly missing: Scalars['Float']['output'];
  /** Told by OpenIM's callbacks. */
  readonly told: Scalars['Float']['output'];
};

/** A row of a page of conversations. */
export type ConversationEdge = {
  readonly __typename?: 'ConversationEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/** Conversations of the viewer's changed: contentTypes 1300, 1701 to 1704. */
export type ConversationEvent = {
  readonly __typename?: 'ConversationEvent';
  /** Who changed them. */
  readonly by?: Maybe<User>;
  /** Which; the first hundred. */
  readonly conversationIDs: ReadonlyArray<Scalars['ID']['output']>;
  /** Whether messages are from now on deleted after reading, where that was switched. */
  readonly privateChat?: Maybe<Scalars['Boolean']['output']>;
};

/** All that is given must hold. */
export type ConversationFilter = {
  /** Any of these. */
  readonly kinds?: InputMaybe<ReadonlyArray<ConversationKind>>;
  /** Any of these. */
  readonly notify?: InputMaybe<ReadonlyArray<NotifyMode>>;
  /** Kept on top of the list, or not. */
  readonly pinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** With something unread, or without. */
  readonly unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** With whom a conversation is. */
export type ConversationKind =
  /** One other person. */
  | 'DIRECT'
  /** A group. */
  | 'GROUP'
  /** An account that sends notices, and takes no answers. */
  | 'NOTICE';

/** A group to make. */
export type CreateGroupInput = {
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** Where the picture is loaded from. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** What it is about, 1,000 characters at most. */
  readonly introduction?: InputMaybe<Scalars['String']['input']>;
  /** How one gets in. */
  readonly joinPolicy?: InputMaybe<JoinPolicy>;
  /** Who is in it besides the viewer, 500 at most. */
  readonly memberIDs: ReadonlyArray<Scalars['ID']['input']>;
  /** 1 to 64 characters. */
  readonly name: Scalars['String']['input'];
};

/** An account that no person stands behind, to make. */
export type CreateNotificationAccountInput = {
  /** Where the picture is loaded from. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** Its userID, 1 to 64 letters and digits; it stays. */
  readonly id: Scalars['ID']['input'];
  /** What it is for. */
  readonly kind?: InputMaybe<NotificationAccountKind>;
  /** What people see as its name, 1 to 64 characters. */
  readonly nickname: Scalars['String']['input'];
};

/** An endpoint to be. */
export type CreateWebhookEndpointInput = {
  /** What it is for; 200 characters at most. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What it is told; at least one. */
  readonly kinds: ReadonlyArray<WebhookKind>;
  /** An https address of the public internet (on a developer's machine any, and http). No password in it. */
  readonly url: Scalars['String']['input'];
  /** Whether it is told what people wrote. Asks for messages:read, too. */
  readonly withContent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The application's own; only the application knows what data means. OpenIM contentTypes 110, 119 and 120. */
export type CustomContent = MessageContent & {
  readonly __typename?: 'CustomContent';
  /** The application's data. */
  readonly data: Scalars['String']['output'];
  /** A line about it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** More of the application's data. */
  readonly extension?: Maybe<Scalars['String']['output']>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** The application's own data. */
export type CustomContentInput = {
  /** Not empty; only the application knows what it means. */
  readonly data: Scalars['String']['input'];
  /** A line about it, shown by clients that do not know it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** More of the application's data; not beginning with `openim-graphql/`. */
  readonly extension?: InputMaybe<Scalars['String']['input']>;
};

/** How many on one day; days with none are there as well. */
export type DayCount = {
  readonly __typename?: 'DayCount';
  /** How many fell on it. */
  readonly count: Scalars['Int']['output'];
  /** When the day begins, at midnight UTC. The first and the last day of a period may be in it in part only. */
  readonly day: Scalars['DateTime']['output'];
};

/** An event that a consumer failed at as often as it may. It is set aside, and what came after it went on. */
export type DeadLetter = {
  readonly __typename?: 'DeadLetter';
  /** When it happened, as far as OpenIM tells. */
  readonly at: Scalars['DateTime']['output'];
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** Who failed at it: `EventConsumer.name`. */
  readonly consumer: Scalars['ID']['output'];
  /** When it was tried last. */
  readonly diedAt: Scalars['DateTime']['output'];
  /** The event's id, for the fields that take `eventIDs`. */
  readonly eventID: Scalars['ID']['output'];
  /** When it was kept. */
  readonly keptAt: Scalars['DateTime']['output'];
  /** The same for the same happening, however often it is told: `message:<conversationID>:<seq>`. */
  readonly key: Scalars['String']['output'];
  /** What happened: MESSAGE_SAVED, MEMBERS_CHANGED and so on. */
  readonly kind: Scalars['String']['output'];
  /** The kind of the last error: a reason of this API's errors, or an error's name. */
  readonly problem: Scalars['String']['output'];
  /** Who told of it. */
  readonly source: EventSource;
  /** What it is handled in order with: a conversationID, `user:<userID>`, `group:<groupID>`. */
  readonly stream: Scalars['String']['output'];
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  readonly __typename?: 'DeadLetterConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DeadLetterEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<DeadLetter>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of dead letters. */
export type DeadLetterEdge = {
  readonly __typename?: 'DeadLetterEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DeadLetter;
};

/** Messages were deleted: contentTypes 1652 and 2102. */
export type DeletionEvent = {
  readonly __typename?: 'DeletionEvent';
  /** By whom. */
  readonly by?: Maybe<User>;
  /** Where. */
  readonly conversationID?: Maybe<Scalars['ID']['output']>;
  /** Their seqs; the first hundred. */
  readonly seqs: ReadonlyArray<Scalars['Int']['output']>;
};

/** A part of this service that is told of what happens in OpenIM, event by event. */
export type EventConsumer = {
  readonly __typename?: 'EventConsumer';
  /** Events that it failed at as often as it may. */
  readonly deadLetterCount: Scalars['Int']['output'];
  /** When it was last told of an event; null: not yet. */
  readonly handledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kept events that it has not been told of yet; counted up to 100,000 in each of its eight parts. */
  readonly lag: Scalars['Int']['output'];
  /** For how many seconds the oldest of them has been kept; 0 where there is none. */
  readonly lagSeconds: Scalars['Float']['output'];
  /** Its name, for the fields that take a `consumer`. */
  readonly name: Scalars['ID']['output'];
  /** Events that are told again: it failed at them, or they wait behind one of the same conversation that it failed at. */
  readonly waiting: Scalars['Int']['output'];
};

/** Who told of an event. */
export type EventSource =
  /** OpenIM, by a callback. */
  | 'CALLBACK'
  /** This service, which found a message that no callback had told of. */
  | 'RECONCILER'
  /** This service, of what it did itself: a ban, a case. */
  | 'SERVICE';

/** Any other file: OpenIM contentType 105. */
export type FileContent = MediaContent & MessageContent & {
  readonly __typename?: 'FileContent';
  /** What the file is called, fit to save it under: without folders, or characters that hide what it is. */
  readonly name: Scalars['String']['output'];
  /** The file. */
  readonly source: Media;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** Any other file that was put somewhere. */
export type FileContentInput = {
  /** Its media type, e.g. `application/pdf`. */
  readonly mimeType?: InputMaybe<Scalars['String']['input']>;
  /** What it is called, 1 to 255 characters. */
  readonly name: Scalars['String']['input'];
  /** Bytes. */
  readonly size?: InputMaybe<Scalars['Float']['input']>;
  /** Where it is loaded from, http or https. */
  readonly url: Scalars['URL']['input'];
};

/** One row of the viewer's contact list. */
export type Friend = {
  readonly __typename?: 'Friend';
  /** Free text of the application about this friend, for the viewer alone. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** The friend's userID. */
  readonly id: Scalars['ID']['output'];
  /** Whether the viewer keeps them on top of the list. */
  readonly pinned: Scalars['Boolean']['output'];
  /** What the viewer calls them; show it instead of the nickname. */
  readonly remark?: Maybe<Scalars['String']['output']>;
  /** When they became friends. */
  readonly since: Scalars['DateTime']['output'];
  /** The friend. */
  readonly user?: Maybe<User>;
};

/**
 * What changed in the viewer's contact list. To follow it: ask once without `since`, keep `point`, load `friends`; from
 * then on ask with the point that was kept, apply what is told (deleted, then inserted, then updated), keep the new point.
 */
export type FriendChanges = {
  readonly __typename?: 'FriendChanges';
  /** userIDs of who is no friend any more. */
  readonly deletedIDs: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * The whole list is to be loaded anew, and no row is told here: without `since`, for a point of another history, and
   * when more than 200 rows have changed.
   */
  readonly full: Scalars['Boolean']['output'];
  /** Who became a friend. */
  readonly inserted: ReadonlyArray<Friend>;
  /** Whether rows changed their places, as pinning does. */
  readonly orderChanged: Scalars['Boolean']['output'];
  /** Where the list stands now: `since` of the next question. */
  readonly point: SyncPoint;
  /** Whose row changed: another remark, pinned or not, another nickname or picture. */
  readonly updated: ReadonlyArray<Friend>;
};

/** A page of the viewer's contact list. */
export type FriendConnection = {
  readonly __typename?: 'FriendConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<FriendEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Friend>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of the viewer's contact list. */
export type FriendEdge = {
  readonly __typename?: 'FriendEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Friend;
};

/** Between two people: contentTypes 1201 to 1210. */
export type FriendEvent = {
  readonly __typename?: 'FriendEvent';
  /** Who did it: asked, answered, ended it, blocked. */
  readonly from?: Maybe<User>;
  /** What was said with it. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** To whom. */
  readonly to?: Maybe<User>;
};

/** Somebody asks somebody to be friends. */
export type FriendRequest = {
  readonly __typename?: 'FriendRequest';
  /** When it was made, for the last time. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who asks. */
  readonly from?: Maybe<User>;
  /** `<fromUserID>:<toUserID>`: asking again is the same request anew. */
  readonly id: Scalars['ID']['output'];
  /** What was written along. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  readonly state: RequestState;
  /** Who is asked. */
  readonly to?: Maybe<User>;
};

/** A page of friend requests. */
export type FriendRequestConnection = {
  readonly __typename?: 'FriendRequestConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<FriendRequestEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<FriendRequest>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Counts what is asked for: with state PENDING it is the badge. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of friend requests. */
export type FriendRequestEdge = {
  readonly __typename?: 'FriendRequestEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: FriendRequest;
};

/** People who share a conversation. */
export type Group = {
  readonly __typename?: 'Group';
  /** When the announcement was written or cleared, for who may read it; null where there never was one. */
  readonly announcedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who wrote or cleared the announcement, for who may read it. */
  readonly announcedBy?: Maybe<User>;
  /** What its owner or an admin wants all members to read. For members, and admins of the service with `groups:read`. */
  readonly announcement?: Maybe<Scalars['String']['output']>;
  /** The group's picture. */
  readonly avatar?: Maybe<Media>;
  /** Whether members may ask each other to be friends from here: a wish that clients act on, as with `profilesVisible`. */
  readonly befriendingAllowed: Scalars['Boolean']['output'];
  /** The viewer's conversation with this group; null for who is not in it. */
  readonly conversation?: Maybe<Conversation>;
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who made it; null where OpenIM was not told. */
  readonly createdBy?: Maybe<User>;
  /** Free text of the application. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** OpenIM's own text for the picture, when it is an address. For showing, take avatar. */
  readonly faceURL?: Maybe<Scalars['URL']['output']>;
  /** OpenIM groupID. */
  readonly id: Scalars['ID']['output'];
  /** What the group is about. */
  readonly introduction?: Maybe<Scalars['String']['output']>;
  /** How one gets in. */
  readonly joinPolicy: JoinPolicy;
  /**
   * What changed in the group and among its members since a point: how a client keeps its copy of a large group. For
   * members of the group, else `NOT_A_MEMBER`; for admins of the service with `groups:read`.
   */
  readonly memberChanges?: Maybe<GroupMemberChanges>;
  /** How many people are in it; 0 once it is dismissed. */
  readonly memberCount: Scalars['Int']['output'];
  /** The userIDs of all members, owner and admins first, in one answer. For whom `members` is. */
  readonly memberIDs?: Maybe<SyncedIDs>;
  /**
   * Owner, then admins, then members by age. For members of the group, else `NOT_A_MEMBER`; for admins of the service with
   * `groups:read`.
   */
  readonly members?: Maybe<GroupMemberConnection>;
  /** The viewer's own membership; null for who is not in it. */
  readonly membership?: Maybe<GroupMember>;
  /** What the group is called. */
  readonly name: Scalars['String']['output'];
  /** Null once the group is dismissed. */
  readonly owner?: Maybe<User>;
  /**
   * Whether members may look at each other's profiles from here. OpenIM keeps the wish of who looks after the group, and
   * enforces nothing: clients act on it.
   */
  readonly profilesVisible: Scalars['Boolean']['output'];
  /** The viewer's request to join, their newest; null where they never asked, and for admins. */
  readonly request?: Maybe<GroupRequest>;
  /** Whether it can be written in. */
  readonly state: GroupState;
};


/** People who share a conversation. */
export type GroupMemberChangesArgs = {
  since?: InputMaybe<SyncPointInput>;
};


/** People who share a conversation. */
export type GroupMemberIDsArgs = {
  unlessHash?: InputMaybe<Scalars['String']['input']>;
};


/** People who share a conversation. */
export type GroupMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GroupMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What OpenIM marked a group's conversation with. */
export type GroupAtType =
  /** Everybody was mentioned. */
  | 'ALL'
  /** Everybody was mentioned, and the viewer by name. */
  | 'ALL_AND_ME'
  /** The group has a new announcement. */
  | 'ANNOUNCEMENT'
  /** The viewer was mentioned. */
  | 'ME';

/** In which groups the viewer is, followed as `FriendChanges` are. What changes in a group is told by its `memberChanges`. */
export type GroupChanges = {
  readonly __typename?: 'GroupChanges';
  /** groupIDs of groups that the viewer is not in any more. */
  readonly deletedIDs: ReadonlyArray<Scalars['ID']['output']>;
  /** The whole list is to be loaded anew, and no row is told here. */
  readonly full: Scalars['Boolean']['output'];
  /** Groups that the viewer came into. */
  readonly inserted: ReadonlyArray<Group>;
  /** Where the list stands now: `since` of the next question. */
  readonly point: SyncPoint;
  /** Groups whose place in the list OpenIM wrote anew. */
  readonly updated: ReadonlyArray<Group>;
};

/** A page of groups. */
export type GroupConnection = {
  readonly __typename?: 'GroupConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GroupEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Group>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of groups. */
export type GroupEdge = {
  readonly __typename?: 'GroupEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Group;
};

/** In a group: contentTypes 1501 to 1520. */
export type GroupEvent = {
  readonly __typename?: 'GroupEvent';
  /** The group. */
  readonly group?: Maybe<Group>;
  /** What the group was called then. */
  readonly groupName?: Maybe<Scalars['String']['output']>;
  /** What was said with it: by who asks to join, or in answer. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** For how long somebody may not write, when they were muted: seconds. */
  readonly mutedSeconds?: Maybe<Scalars['Int']['output']>;
  /** Who did it: invited, removed, renamed, let in. */
  readonly operator?: Maybe<User>;
  /** Whom it is about: who joined, left, was invited, muted or asks to join; the first hundred. Without who is gone. */
  readonly people?: Maybe<ReadonlyArray<User>>;
};

/** Somebody in a group. */
export type GroupMember = {
  readonly __typename?: 'GroupMember';
  /** The picture in this group. For showing. */
  readonly avatar?: Maybe<Media>;
  /** Free text of the application. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** OpenIM's own text for the picture in this group, when it is an address; the user's own where none was chosen. */
  readonly faceURL?: Maybe<Scalars['URL']['output']>;
  /** Where they are. */
  readonly group?: Maybe<Group>;
  /** `<groupID>:<userID>` */
  readonly id: Scalars['ID']['output'];
  /** Who brought them; null for who came alone. */
  readonly inviter?: Maybe<User>;
  /** On which way they came; null where OpenIM does not keep it, as for who walked into an open group. */
  readonly joinSource?: Maybe<JoinSource>;
  /** Since when. */
  readonly joinedAt: Scalars['DateTime']['output'];
  /** They may not write before then; null when they may. */
  readonly mutedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The name in this group; the user's own where none was chosen. */
  readonly nickname: Scalars['String']['output'];
  /** Who let them in: whoever answered their request, or brought them. */
  readonly operator?: Maybe<User>;
  /** What they may do there. */
  readonly role: GroupRole;
  /** Who it is. */
  readonly user?: Maybe<User>;
};

/**
 * What changed in a group and among its members. To follow them: ask once without `since`, keep `point`, load `members`;
 * from then on ask with the point that was kept, apply what is told, keep the new point.
 */
export type GroupMemberChanges = {
  readonly __typename?: 'GroupMemberChanges';
  /** `GroupMember.id`s of who is not in it any more. */
  readonly deletedIDs: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * The whole list is to be loaded anew, and no row is told here: without `since`, for a point of another history, and
   * when more than 200 rows have changed.
   */
  readonly full: Scalars['Boolean']['output'];
  /** Whether the group changed itself, or who is in it: its name, its owner, how many they are. */
  readonly groupChanged: Scalars['Boolean']['output'];
  /** Who came. */
  readonly inserted: ReadonlyArray<GroupMember>;
  /** Whether rows changed their places, as another role does. */
  readonly orderChanged: Scalars['Boolean']['output'];
  /** Where the list stands now: `since` of the next question for this group. */
  readonly point: SyncPoint;
  /** Whose row changed: another role, another name. */
  readonly updated: ReadonlyArray<GroupMember>;
};

/** A page of the members of a group. */
export type GroupMemberConnection = {
  readonly __typename?: 'GroupMemberConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GroupMemberEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<GroupMember>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of the members of a group. */
export type GroupMemberEdge = {
  readonly __typename?: 'GroupMemberEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: GroupMember;
};

/** All that is given must hold. */
export type GroupMemberFilter = {
  /** Part of the name in the group, in any case. */
  readonly keyword?: InputMaybe<Scalars['String']['input']>;
  /** Any of these roles. */
  readonly roles?: InputMaybe<ReadonlyArray<GroupRole>>;
};

/** Somebody asks to join a group. */
export type GroupRequest = {
  readonly __typename?: 'GroupRequest';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Free text of the application. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** Where they want to be. */
  readonly group?: Maybe<Group>;
  /** `<groupID>:<userID>`: asking again is the same request anew. */
  readonly id: Scalars['ID']['output'];
  /** Who wants to bring them, where a member's invitation became a request. */
  readonly inviter?: Maybe<User>;
  /** On which way they want to come in. */
  readonly joinSource?: Maybe<JoinSource>;
  /** What was written along. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  readonly state: RequestState;
  /** Who asks. */
  readonly user?: Maybe<User>;
};

/** A page of requests to join groups. */
export type GroupRequestConnection = {
  readonly __typename?: 'GroupRequestConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GroupRequestEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<GroupRequest>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Counts what is asked for: with state PENDING it is the badge. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of requests to join groups. */
export type GroupRequestEdge = {
  readonly __typename?: 'GroupRequestEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: GroupRequest;
};

/** A group with a time of its own. */
export type GroupRetention = {
  readonly __typename?: 'GroupRetention';
  /** Days. */
  readonly days: Scalars['Int']['output'];
  /** The group. */
  readonly group?: Maybe<Group>;
};

/** What a member may do in a group. */
export type GroupRole =
  /** Looks after members and messages. */
  | 'ADMIN'
  /** Reads and writes. */
  | 'MEMBER'
  /** Everything; one a group. */
  | 'OWNER';

/** Whether a group can be written in. */
export type GroupState =
  /** By all members. */
  | 'ACTIVE'
  /** By nobody: the service banned it. */
  | 'BANNED'
  /** By nobody, ever: it is no more. */
  | 'DISMISSED'
  /** By its owner and admins. */
  | 'MUTED';

/** How something grew between two times. */
export type Growth = {
  readonly __typename?: 'Growth';
  /** Those that came between. */
  readonly added: Scalars['Int']['output'];
  /** Those that came before `Statistics.from`. */
  readonly before: Scalars['Int']['output'];
  /** Those that came between, by day. */
  readonly days: ReadonlyArray<DayCount>;
  /** All that there are now, whenever they came. */
  readonly total: Scalars['Int']['output'];
};

/** How one gets into a group. */
export type JoinPolicy =
  /** Who asks waits for an answer; whom a member brings is in at once. */
  | 'APPROVAL'
  /** Who asks waits for an answer, and so does whom an ordinary member brings; whom the owner or an admin brings is in. */
  | 'APPROVAL_ALSO_INVITED'
  /** Whoever asks is in. */
  | 'OPEN';

/** On which way somebody came, or wants to come, into a group. */
export type JoinSource =
  /** Somebody brought them. */
  | 'INVITATION'
  /** They scanned the group's code. */
  | 'QR_CODE'
  /** They found the group. */
  | 'SEARCH'
  /** The service put them there. */
  | 'SERVICE';

/** A web address in a text. */
export type Link = {
  readonly __typename?: 'Link';
  /** The address. */
  readonly url: Scalars['URL']['output'];
};

/** A place: OpenIM contentType 109. */
export type LocationContent = MessageContent & {
  readonly __typename?: 'LocationContent';
  /** What is there. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Degrees north. */
  readonly latitude: Scalars['Float']['output'];
  /** Degrees east. */
  readonly longitude: Scalars['Float']['output'];
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** A place. */
export type LocationContentInput = {
  /** What is there. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north, from -90 to 90. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees east, from -180 to 180. */
  readonly longitude: Scalars['Float']['input'];
};

/** A log that was put somewhere. */
export type LogFileInput = {
  /** What it is called, 1 to 255 characters. */
  readonly name: Scalars['String']['input'];
  /** Where it is loaded from. */
  readonly url: Scalars['URL']['input'];
};

/** Text in Markdown: OpenIM contentType 118. */
export type MarkdownContent = MessageContent & TextualContent & {
  readonly __typename?: 'MarkdownContent';
  /** Parts of the text that are marked, e.g. bold or a link; the first hundred. Of contentTypes 114 and 117. */
  readonly entities: ReadonlyArray<TextEntity>;
  /** Web addresses in the text, in their order; the first hundred. */
  readonly links: ReadonlyArray<Link>;
  /** Who is mentioned by name. */
  readonly mentions: ReadonlyArray<Mention>;
  /** Whether everybody in the group is mentioned. */
  readonly mentionsAll: Scalars['Boolean']['output'];
  /** The message that it answers, as its sender quoted it. Quotes and bundles are read into each other four deep. */
  readonly quoted?: Maybe<MessageSnapshot>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** The text, as it was written. */
  readonly text: Scalars['String']['output'];
};

export type Media = {
  readonly __typename?: 'Media';
  readonly claim: Scalars['MediaClaim']['output'];
  readonly id: Scalars['ID']['output'];
};

/** Everything that is one file. */
export type MediaContent = {
  /** The file. */
  readonly source: Media;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** A file that was put somewhere. What the client knows of it; what it leaves out reads back as null. */
export type MediaContentInput = {
  /** What it shows, in words, for who cannot see it; 1,000 characters at most. Not for sounds. */
  readonly alt?: InputMaybe<Scalars['String']['input']>;
  /** Seconds; OpenIM keeps whole ones. */
  readonly duration?: InputMaybe<Scalars['Float']['input']>;
  /** Pixels. */
  readonly height?: InputMaybe<Scalars['Int']['input']>;
  /** Its media type, e.g. `image/png`. */
  readonly mimeType?: InputMaybe<Scalars['String']['input']>;
  /** Bytes. */
  readonly size?: InputMaybe<Scalars['Float']['input']>;
  /** Where it is loaded from, http or https. */
  readonly url: Scalars['URL']['input'];
  /** Pixels. */
  readonly width?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody named in a text. */
export type Mention = {
  readonly __typename?: 'Mention';
  /** As the text has it after the @. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Who it is. */
  readonly user?: Maybe<User>;
  /** OpenIM userID. */
  readonly userID: Scalars['ID']['output'];
};

/** Forwarded messages, bundled: OpenIM contentType 107, or ours, which travels as a custom message. */
export type MergerContent = MessageContent & {
  readonly __typename?: 'MergerContent';
  /**
   * The messages, as they were forwarded; the first hundred. Quotes and bundles are read into each other four deep: what a
   * message holds deeper than that is empty here.
   */
  readonly messages: ReadonlyArray<MessageSnapshot>;
  /** The first lines of it. */
  readonly summaries: ReadonlyArray<Scalars['String']['output']>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** What the bundle is called. */
  readonly title: Scalars['String']['output'];
};

/** Messages forwarded as a bundle, each as it stands now, in the order of their times. */
export type MergerContentInput = {
  /** Message.id of each, 1 to 50, of any conversations of the viewer's; none that was taken back. */
  readonly messageIDs: ReadonlyArray<Scalars['ID']['input']>;
  /** What the bundle is called, 1 to 255 characters. */
  readonly title: Scalars['String']['input'];
};

/** Something that was said, or that happened, in a conversation. */
export type Message = {
  readonly __typename?: 'Message';
  /** OpenIM's; not unique, and for sendMessage made by OpenIM itself. */
  readonly clientMsgID: Scalars['ID']['output'];
  /** What it holds. */
  readonly content: MessageContent;
  /** OpenIM contentType number, for types that this schema does not know yet. */
  readonly contentType: Scalars['Int']['output'];
  /** The conversation that it is in. */
  readonly conversation?: Maybe<Conversation>;
  /** The conversation that it is in. */
  readonly conversationID: Scalars['ID']['output'];
  /** Free text of the application. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** Where it went, in a group. */
  readonly group?: Maybe<Group>;
  /**
   * The same in sendMessage's answer, in every later read and after revocation. A client makes it from an OpenIM
   * frame as `<conversationID>:<serverMsgID>`, so that frames and answers meet in one cache entry.
   */
  readonly id: Scalars['ID']['output'];
  /** Whether the other person has read it; null in groups. */
  readonly read?: Maybe<Scalars['Boolean']['output']>;
  /** To whom it went, in a one-to-one chat. */
  readonly recipient?: Maybe<User>;
  /** Whether it was taken back. */
  readonly revoked: Scalars['Boolean']['output'];
  /** Who sent it; null when they are gone. */
  readonly sender?: Maybe<User>;
  /** The sender in this group, for the name shown; null in a one-to-one chat and for who has left. */
  readonly senderMember?: Maybe<GroupMember>;
  /**
   * The clientMsgID that the viewer gave to sendMessage; null for everybody else's messages. It also travels inside
   * the content of the OpenIM frame (`sentAs`): match your optimistic message by it, whichever comes first.
   */
  readonly sentAs?: Maybe<Scalars['ID']['output']>;
  /** When OpenIM took it. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** Its number in the conversation, from 1. Null only in sendMessage's answer. */
  readonly seq?: Maybe<Scalars['Int']['output']>;
  /** OpenIM's, unique in its conversation. */
  readonly serverMsgID: Scalars['ID']['output'];
};

/** A page of messages. */
export type MessageConnection = {
  readonly __typename?: 'MessageConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<MessageEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Message>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /**
   * Null. OpenIM does not count what is left out of a conversation; of a search, each message is read back with the viewer's
   * rights when it is shown, and a count of the others would tell of what they may not see.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Of a search: at most so many messages, of those that the viewer may read, were not looked through, because nobody has
   * told of them or read them yet, or they are older than what is kept for searching (`Query.retention`); 0: the search
   * saw everything. For an admin: of all conversations that are known (`totalCoverage`), or of the one that was named. Null
   * for what is no search.
   */
  readonly unsearched?: Maybe<Scalars['Int']['output']>;
};

/**
 * What a message holds. An interface, so that all kinds can gain a field together and a client that
 * does not know a kind still has a line to show.
 */
export type MessageContent = {
  /** One plain line in the viewer's language, never empty: list previews, push texts, quotes, 'Ann invited Bo'. */
  readonly summary: Scalars['String']['output'];
};

/**
 * What a message to send holds: exactly one kind.
 * OpenIM's REST does not send cards, locations, stickers and bundles: these travel as custom messages (110), which this
 * API reads back as CardContent, LocationContent, StickerContent and MergerContent, and other OpenIM clients see as custom.
 */
export type MessageContentInput =
  /** Text that mentions people; in groups only. */
  { readonly at: AtTextContentInput; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** Somebody's contact card. */
  { readonly at?: never; readonly card: CardContentInput; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** The application's own. */
  { readonly at?: never; readonly card?: never; readonly custom: CustomContentInput; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** Any other file. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file: FileContentInput; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** A place. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location: LocationContentInput; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** Text in Markdown. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown: TextContentInput; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** Messages that the viewer may read, forwarded as a bundle. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger: MergerContentInput; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** A picture. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture: MediaContentInput; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** Text that answers a message. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote: QuoteContentInput; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** A voice note or another sound. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound: MediaContentInput; readonly sticker?: never; readonly text?: never; readonly video?: never; }
  |  /** One of our catalog. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker: StickerContentInput; readonly text?: never; readonly video?: never; }
  |  /** Plain text. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text: TextContentInput; readonly video?: never; }
  |  /** A video. */
  { readonly at?: never; readonly card?: never; readonly custom?: never; readonly file?: never; readonly location?: never; readonly markdown?: never; readonly merger?: never; readonly picture?: never; readonly quote?: never; readonly sound?: never; readonly sticker?: never; readonly text?: never; readonly video: VideoContentInput; };

/** Messages, by what they are. */
export type MessageCounts = {
  readonly __typename?: 'MessageCounts';
  /** Pictures, sounds, videos, files and stickers. */
  readonly media: Scalars['Int']['output'];
  /** All others: cards, locations, bundles, and what applications make. */
  readonly other: Scalars['Int']['output'];
  /** Texts, quotes and mentions among them. */
  readonly text: Scalars['Int']['output'];
};

/** What was written on one day. OpenIM's notifications are no messages here. */
export type MessageDay = {
  readonly __typename?: 'MessageDay';
  /** When the day begins, at midnight UTC. */
  readonly day: Scalars['DateTime']['output'];
  /** Messages from one person to another. */
  readonly direct: MessageCounts;
  /** Messages in groups. */
  readonly group: MessageCounts;
  /** Groups that were made. */
  readonly newGroups: Scalars['Int']['output'];
  /** Notices of service accounts, one for each who got it. */
  readonly notices: Scalars['Int']['output'];
  /** Messages that were revoked on that day, whenever they were written. */
  readonly revoked: Scalars['Int']['output'];
  /** How many wrote something, each counted once a day. What is found more than three days later adds nobody. */
  readonly writers: Scalars['Int']['output'];
};

/** A row of a page of messages. */
export type MessageEdge = {
  readonly __typename?: 'MessageEdge';
  /** For `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: Message;
  /** In searches for a text: the place that matched with a bit around it, plain text on one line. Null elsewhere. */
  readonly snippet?: Maybe<Scalars['String']['output']>;
};

/** All that is given must hold. */
export type MessageSearch = {
  /** OpenIM contentType number. */
  readonly contentType?: InputMaybe<Scalars['Int']['input']>;
  /** Only this conversation. For a user `NOT_YOURS` where it is not theirs. */
  readonly conversationID?: InputMaybe<Scalars['ID']['input']>;
  /** Sent then, or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Any of these; none: whatever it has. */
  readonly has?: InputMaybe<ReadonlyArray<MessageTrait>>;
  /** OpenIM userID of who sent it. */
  readonly senderID?: InputMaybe<Scalars['ID']['input']>;
  /**
   * 1 to 200 characters, at most 10 words, each of which must be in the message: anywhere in it; a word of one or two
   * letters, and what is part of a word of more than 32, at the beginning of a word. Case, accents and the width of letters do not matter. What is looked through: the
   * text, the name of a file, what a picture shows, the title and lines of forwarded messages, the name on a card.
   */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Sent before then. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * A copy that somebody else's message or a case carries: what was quoted, forwarded or reported, as it stood.
 * It has no id on purpose: a copy in a message is its sender's word, and must never overwrite the real message in a cache.
 */
export type MessageSnapshot = {
  readonly __typename?: 'MessageSnapshot';
  /** What it held. */
  readonly content: MessageContent;
  /** OpenIM contentType number. */
  readonly contentType: Scalars['Int']['output'];
  /**
   * The real one, where the viewer may see it and it exists; that an admin looked at it is recorded. Null also where it lies further than 500 messages from the
   * newest of the originals that are asked for together.
   */
  readonly original?: Maybe<Message>;
  /** What a case has kept; none in a copy that a message carries. */
  readonly raw?: Maybe<Scalars['SeenMessage']['output']>;
  /** Who sent the quoted message, by the word of who quotes it. */
  readonly sender?: Maybe<User>;
  /** What the quoted sender was called. */
  readonly senderName?: Maybe<Scalars['String']['output']>;
  /** When it was sent. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a message has. */
export type MessageTrait =
  /** It is a file. */
  | 'FILE'
  /** A web address in its text. */
  | 'LINK'
  /** It mentions the viewer, or everybody, and somebody else sent it. For users only. */
  | 'MENTION_OF_ME'
  /** It is a picture. */
  | 'PICTURE'
  /** It is a sound. */
  | 'SOUND'
  /** It is a video. */
  | 'VIDEO';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Asks somebody to be friends; asking again replaces the message. `ALREADY_FRIENDS` where they are. */
  readonly addFriend?: Maybe<FriendRequest>;
  /** Keeps a record for the viewer. `ALREADY_THERE` where there is one of this type and key. */
  readonly addUserCommand?: Maybe<UserCommand>;
  /** OpenIM refuses their messages to the viewer from then on. Blocking twice is blocking once. */
  readonly blockUser?: Maybe<User>;
  /**
   * Sends the same message from one to many, each in a conversation of its own. `BROADCAST_UNCERTAIN` where OpenIM did not
   * confirm it in time: some may have got it. Recorded in the audit log.
   */
  readonly broadcastMessage?: Maybe<Broadcast>;
  /**
   * Deletes all messages of all conversations for the viewer, on all their devices; others keep theirs. Answers the first
   * page of the list.
   */
  readonly clearAllConversations?: Maybe<ConversationConnection>;
  /** Deletes all messages of a conversation for the viewer, on all their devices; others keep theirs. */
  readonly clearConversation?: Maybe<Conversation>;
  /** Makes a group that the viewer owns. */
  readonly createGroup?: Maybe<Group>;
  /** Makes an account that no person stands behind. Recorded in the audit log. */
  readonly createNotificationAccount?: Maybe<NotificationAccount>;
  /**
   * Sets up a server that is told what happens from then on. `TOO_MANY` where there are 20, `INPUT_INVALID` for an address
   * that is not of the public internet.
   */
  readonly createWebhookEndpoint?: Maybe<WebhookEndpointWithSecret>;
  /**
   * Ends something that is set for applications; what is not set is well. Answers the `ClientConfig.id`s that are no more.
   * Recorded in the audit log, with what it was before.
   */
  readonly deleteClientConfig?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * Takes a conversation, with what the viewer set in it, out of their list; nothing changes for others, and messages stay
   * in OpenIM. OpenIM does not put it back when the next message comes: until setConversation does, the viewer reads no
   * message of it. To empty a conversation and still hear of it, take clearConversation.
   */
  readonly deleteConversation?: Maybe<Conversation>;
  /** Deletes what clients told of their logs, all of it or none; the files stay where they are. Recorded in the audit log. */
  readonly deleteLogs?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * Deletes messages of one conversation: for the viewer, on all their devices, or for everybody. For everybody: one's own,
   * and in a group also those of whom one outranks, as with revokeMessage; nothing is left of them, where revokeMessage
   * leaves a line. The answer has what is left.
   */
  readonly deleteMessages?: Maybe<Conversation>;
  /** Deletes one of the viewer's records; what is not there is well. Answers the `UserCommand.id` that is no more. */
  readonly deleteUserCommand?: Maybe<Scalars['ID']['output']>;
  /** Deletes an endpoint, and what it was told, and answers it as it was. */
  readonly deleteWebhookEndpoint?: Maybe<WebhookEndpoint>;
  /**
   * Gives dead letters up: they are dead letters no more, and what they tell is handled by nobody unless it is replayed.
   * Recorded in the audit log.
   */
  readonly dismissDeadLetters?: Maybe<EventConsumer>;
  /**
   * Ends a group for good: everybody is out of it, and what was said there stays readable. For its owner, else
   * `GROUP_ROLE_NEEDED`.
   */
  readonly dismissGroup?: Maybe<Group>;
  /**
   * Takes the content of messages out of OpenIM, for everybody and for good; nothing brings it back. Answers the ids of
   * what is erased. Recorded in the audit log.
   */
  readonly eraseMessages?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * Makes people friends of somebody's at once, both ways and without a request; who is one already stays one. Recorded in
   * the audit log.
   */
  readonly importFriends?: Maybe<User>;
  /**
   * Brings people into a group that the viewer is in; where the group wants approval, an ordinary member's invitation
   * becomes a request.
   */
  readonly inviteToGroup?: Maybe<Group>;
  /**
   * Joins a group that is open; else asks to be let in, and asking again replaces the request: `membership` and `request`
   * of the answer tell which it was. `ALREADY_A_MEMBER` for who is in it, `GROUP_DISMISSED` where it is no more.
   */
  readonly joinGroup?: Maybe<Group>;
  /** Leaves a group; what was said there until now stays readable. `OWNER_STAYS` for its owner, who hands it over first. */
  readonly leaveGroup?: Maybe<Group>;
  /** Moves the unread line forward; it never goes back. */
  readonly markConversationRead?: Maybe<Conversation>;
  /**
   * Marks single messages of one conversation as read: in a one-to-one chat their sender sees it. The unread line moves to
   * the newest of them, and never back.
   */
  readonly markMessagesRead?: Maybe<Conversation>;
  /** From now on only owner and admins may write in the group. For these, else `GROUP_ROLE_NEEDED`. */
  readonly muteGroup?: Maybe<Group>;
  /** A member may not write in the group until then. The owner mutes anybody, an admin ordinary members, else `OUTRANKED`. */
  readonly muteGroupMember?: Maybe<GroupMember>;
  /** Tells one event again, delivered or given up, under the same `webhook-id`. */
  readonly redeliverWebhook?: Maybe<WebhookDelivery>;
  /**
   * Says where OpenIM pushes to while this kind of device of the viewer's is not connected: a token of Firebase Cloud
   * Messaging. It replaces the one of another device of that kind.
   */
  readonly registerPushToken?: Maybe<PushToken>;
  /**
   * Takes somebody out of the viewer's contact list. They keep the viewer in theirs (`User.hasMeAsFriend`) until they do
   * the same, and their conversation stays. Who is no friend already is well.
   */
  readonly removeFriend?: Maybe<User>;
  /**
   * Puts people out of a group; what was said there until now stays readable to them. An admin puts out ordinary members,
   * the owner anybody else: `OUTRANKED` for one of them is a refusal for all.
   */
  readonly removeGroupMembers?: Maybe<Group>;
  /**
   * Tells a consumer again of kept events that it was told of before, in their order: of these, or of all that were kept
   * in a time. Consumers bear to be told again, and change nothing that is as it should be. 100,000 events at most: more
   * are TOO_MANY, and none is told. Recorded in the audit log.
   */
  readonly replayEvents?: Maybe<EventConsumer>;
  /**
   * Tells an endpoint again all that happened in a time, of its kinds and as far as it is kept (seven days), also what it
   * was never told. `TOO_MANY` for more than 10,000 events.
   */
  readonly replayWebhooks?: Maybe<WebhookReplay>;
  /** Answers a friend request that the viewer received. `ALREADY_HANDLED` where it was answered before. */
  readonly respondToFriendRequest?: Maybe<FriendRequest>;
  /**
   * Answers a request to join a group, for its owner and admins, else `GROUP_ROLE_NEEDED`; who is accepted is a member at
   * once. `ALREADY_HANDLED` where it was answered before, `NOT_FOUND` where nobody of this id asked.
   */
  readonly respondToGroupRequest?: Maybe<GroupRequest>;
  /**
   * Has a consumer try dead letters again, as if they had not been tried before; one that fails again is a dead letter
   * again. Recorded in the audit log.
   */
  readonly retryDeadLetters?: Maybe<EventConsumer>;
  /** Takes a message back, for everybody: one's own, or any in a group that one looks after. */
  readonly revokeMessage?: Maybe<Message>;
  /**
   * Makes a new secret. Until the overlap is over, webhooks carry a signature by each of the two, so that the receiver can
   * change over when it likes; one that was on its way out already ends now.
   */
  readonly rotateWebhookSecret?: Maybe<WebhookEndpointWithSecret>;
  /** Sends something for the application to act on to a user, or to the members of a group. Recorded in the audit log. */
  readonly sendBusinessNotification?: Maybe<BusinessNotification>;
  /**
   * Sends a message. The same `clientMsgID` twice is one message and the same answer; with other content
   * `SEND_CONFLICT`. `SEND_UNCERTAIN` when OpenIM did not confirm it in time: send it again as it is.
   */
  readonly sendMessage?: Maybe<Message>;
  /**
   * Sends a message in somebody's name, with the checks of OpenIM that hold for them. As with sendMessage, the same
   * `clientMsgID` of that sender twice is one message. Recorded in the audit log.
   */
  readonly sendMessageAs?: Maybe<Message>;
  /**
   * Sends a notice from an account of the service to people; they read it as NotificationContent with a NoticeEvent.
   * `BROADCAST_UNCERTAIN` where OpenIM did not confirm it in time. Recorded in the audit log.
   */
  readonly sendNotice?: Maybe<Broadcast>;
  /** Says how many unread messages the viewer's application icon shows, for OpenIM to count on from with each push. */
  readonly setAppBadge?: Maybe<Scalars['Int']['output']>;
  /** Sets something for applications; what else is set stays. Recorded in the audit log, with what it was before. */
  readonly setClientConfig?: Maybe<ReadonlyArray<ClientConfig>>;
  /**
   * Changes how the viewer keeps a conversation. Also before its first message, and after deleteConversation, which it
   * undoes.
   */
  readonly setConversation?: Maybe<Conversation>;
  /**
   * Says what happens when a message comes for the viewer, in all conversations at once. With `OFF`, OpenIM refuses
   * messages to the viewer, and their senders get an error.
   */
  readonly setGlobalNotify?: Maybe<User>;
  /**
   * Makes a member an admin of the group, or an admin an ordinary member. The owner does it with anybody, an admin with
   * ordinary members and by stepping down; else `OUTRANKED`.
   */
  readonly setGroupMemberRole?: Maybe<GroupMember>;
  /** Says for how long what messages say can be searched, and lets go of what is older. Messages themselves stay in OpenIM. */
  readonly setRetention?: Maybe<Retention>;
  /** Tells an endpoint an event of the type `test`, which says nothing. */
  readonly testWebhookEndpoint?: Maybe<WebhookDelivery>;
  /**
   * Hands a group over to another member. For its owner, else `GROUP_ROLE_NEEDED`; the viewer then has the role that the
   * new owner had.
   */
  readonly transferGroup?: Maybe<Group>;
  /** Takes their messages again. */
  readonly unblockUser?: Maybe<User>;
  /** All members may write again. For owner and admins, else `GROUP_ROLE_NEEDED`. */
  readonly unmuteGroup?: Maybe<Group>;
  /** A muted member may write again. The owner frees anybody, an admin ordinary members, else `OUTRANKED`. */
  readonly unmuteGroupMember?: Maybe<GroupMember>;
  /** Changes what the viewer's contact list says of a friend. `NOT_FOUND` for who is none. */
  readonly updateFriend?: Maybe<Friend>;
  /** Changes a group's name, texts and rules. For its owner and admins, else `GROUP_ROLE_NEEDED`. */
  readonly updateGroup?: Maybe<Group>;
  /**
   * Changes how somebody appears in a group: oneself, or as its owner anybody, as an admin ordinary members, else
   * `OUTRANKED`.
   */
  readonly updateGroupMember?: Maybe<GroupMember>;
  /** Changes an account that no person stands behind. Recorded in the audit log, with what it was before. */
  readonly updateNotificationAccount?: Maybe<NotificationAccount>;
  /** Changes the viewer's profile. */
  readonly updateProfile?: Maybe<User>;
  /** Changes one of the viewer's records. */
  readonly updateUserCommand?: Maybe<UserCommand>;
  /** Changes somebody's profile. Recorded in the audit log, with what it was before. */
  readonly updateUserProfile?: Maybe<User>;
  /** Changes an endpoint, disables it, or enables it again. */
  readonly updateWebhookEndpoint?: Maybe<WebhookEndpoint>;
  /** Tells the operator where logs of the application are, once they are put there. Answers how many files were told. */
  readonly uploadLogs?: Maybe<Scalars['Int']['output']>;
};


export type MutationAddFriendArgs = {
  message?: InputMaybe<Scalars['String']['input']>;
  userID: Scalars['ID']['input'];
};


export type MutationAddUserCommandArgs = {
  input: AddUserCommandInput;
};


export type MutationBlockUserArgs = {
  userID: Scalars['ID']['input'];
};


export type MutationBroadcastMessageArgs = {
  input: BroadcastMessageInput;
  reason: Scalars['String']['input'];
};


export type MutationClearConversationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateGroupArgs = {
  input: CreateGroupInput;
};


export type MutationCreateNotificationAccountArgs = {
  input: CreateNotificationAccountInput;
  reason: Scalars['String']['input'];
};


export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
  reason: Scalars['String']['input'];
};


export type MutationDeleteClientConfigArgs = {
  keys: ReadonlyArray<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
  userID?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationDeleteConversationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteLogsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationDeleteMessagesArgs = {
  forEveryone?: InputMaybe<Scalars['Boolean']['input']>;
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationDeleteUserCommandArgs = {
  type: Scalars['Int']['input'];
  uuid: Scalars['String']['input'];
};


export type MutationDeleteWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDismissDeadLettersArgs = {
  consumer: Scalars['ID']['input'];
  eventIDs: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationDismissGroupArgs = {
  groupID: Scalars['ID']['input'];
};


export type MutationEraseMessagesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationImportFriendsArgs = {
  friendIDs: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationInviteToGroupArgs = {
  groupID: Scalars['ID']['input'];
  userIDs: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationJoinGroupArgs = {
  groupID: Scalars['ID']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<JoinSource>;
};


export type MutationLeaveGroupArgs = {
  groupID: Scalars['ID']['input'];
};


export type MutationMarkConversationReadArgs = {
  id: Scalars['ID']['input'];
  upToSeq?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationMarkMessagesReadArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationMuteGroupArgs = {
  groupID: Scalars['ID']['input'];
};


export type MutationMuteGroupMemberArgs = {
  groupID: Scalars['ID']['input'];
  until: Scalars['DateTime']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationRedeliverWebhookArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRegisterPushTokenArgs = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  token: Scalars['String']['input'];
};


export type MutationRemoveFriendArgs = {
  userID: Scalars['ID']['input'];
};


export type MutationRemoveGroupMembersArgs = {
  groupID: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  userIDs: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationReplayEventsArgs = {
  consumer: Scalars['ID']['input'];
  eventIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  reason: Scalars['String']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MutationReplayWebhooksArgs = {
  from: Scalars['DateTime']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  to: Scalars['DateTime']['input'];
};


export type MutationRespondToFriendRequestArgs = {
  accept: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  userID: Scalars['ID']['input'];
};


export type MutationRespondToGroupRequestArgs = {
  accept: Scalars['Boolean']['input'];
  groupID: Scalars['ID']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  userID: Scalars['ID']['input'];
};


export type MutationRetryDeadLettersArgs = {
  consumer: Scalars['ID']['input'];
  eventIDs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  reason: Scalars['String']['input'];
};


export type MutationRevokeMessageArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRotateWebhookSecretArgs = {
  id: Scalars['ID']['input'];
  overlapHours?: InputMaybe<Scalars['Int']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationSendBusinessNotificationArgs = {
  input: BusinessNotificationInput;
  reason: Scalars['String']['input'];
};


export type MutationSendMessageArgs = {
  input: SendMessageInput;
};


export type MutationSendMessageAsArgs = {
  input: SendMessageInput;
  reason: Scalars['String']['input'];
  senderID: Scalars['ID']['input'];
};


export type MutationSendNoticeArgs = {
  input: NoticeInput;
  reason: Scalars['String']['input'];
};


export type MutationSetAppBadgeArgs = {
  count: Scalars['Int']['input'];
};


export type MutationSetClientConfigArgs = {
  configs: ReadonlyArray<ClientConfigInput>;
  reason: Scalars['String']['input'];
  userID?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationSetConversationArgs = {
  id: Scalars['ID']['input'];
  input: SetConversationInput;
};


export type MutationSetGlobalNotifyArgs = {
  mode: NotifyMode;
};


export type MutationSetGroupMemberRoleArgs = {
  groupID: Scalars['ID']['input'];
  role: GroupRole;
  userID: Scalars['ID']['input'];
};


export type MutationSetRetentionArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
  groupID?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationTestWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationTransferGroupArgs = {
  groupID: Scalars['ID']['input'];
  newOwnerID: Scalars['ID']['input'];
};


export type MutationUnblockUserArgs = {
  userID: Scalars['ID']['input'];
};


export type MutationUnmuteGroupArgs = {
  groupID: Scalars['ID']['input'];
};


export type MutationUnmuteGroupMemberArgs = {
  groupID: Scalars['ID']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationUpdateFriendArgs = {
  input: UpdateFriendInput;
  userID: Scalars['ID']['input'];
};


export type MutationUpdateGroupArgs = {
  groupID: Scalars['ID']['input'];
  input: UpdateGroupInput;
};


export type MutationUpdateGroupMemberArgs = {
  groupID: Scalars['ID']['input'];
  input: UpdateGroupMemberInput;
  userID: Scalars['ID']['input'];
};


export type MutationUpdateNotificationAccountArgs = {
  id: Scalars['ID']['input'];
  input: UpdateNotificationAccountInput;
  reason: Scalars['String']['input'];
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationUpdateUserCommandArgs = {
  input: UpdateUserCommandInput;
  type: Scalars['Int']['input'];
  uuid: Scalars['String']['input'];
};


export type MutationUpdateUserProfileArgs = {
  input: UpdateProfileInput;
  reason: Scalars['String']['input'];
  userID: Scalars['ID']['input'];
};


export type MutationUpdateWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
  input: UpdateWebhookEndpointInput;
  reason: Scalars['String']['input'];
};


export type MutationUploadLogsArgs = {
  input: UploadLogsInput;
};

/** A notice of a service account: contentType 1400. */
export type NoticeEvent = {
  readonly __typename?: 'NoticeEvent';
  /** A picture, a sound, a video, a file that come with it. */
  readonly attachments: ReadonlyArray<MessageContent>;
  /** The picture that it shows for its sender. */
  readonly avatar?: Maybe<Media>;
  /** The application's own text. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** The application's own number for its kind. */
  readonly notificationType?: Maybe<Scalars['Int']['output']>;
  /** Its text. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** What it is called. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Where it leads. */
  readonly url?: Maybe<Scalars['URL']['output']>;
};

/** A notice of the service to people: OpenIM's contentType 1400. It opens a NOTICE conversation, which takes no answers. */
export type NoticeInput = {
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** The picture that it shows for its sender. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** The application's own number for its kind; not 0. */
  readonly notificationType?: InputMaybe<Scalars['Int']['input']>;
  /** A picture that comes with it. */
  readonly picture?: InputMaybe<MediaContentInput>;
  /** Which account sends it: an id of `notificationAccounts`. */
  readonly senderID: Scalars['ID']['input'];
  /** Its text, 1 to 8,192 characters. */
  readonly text: Scalars['String']['input'];
  /** What it is called, 1 to 255 characters. */
  readonly title: Scalars['String']['input'];
  /** Where it leads, http or https. */
  readonly url?: InputMaybe<Scalars['URL']['input']>;
  /** Who gets it: OpenIM userIDs, 1 to 500. */
  readonly userIDs: ReadonlyArray<Scalars['ID']['input']>;
};

/** An account that no person stands behind: it sends notices, or a program answers for it. */
export type NotificationAccount = {
  readonly __typename?: 'NotificationAccount';
  /** OpenIM's own text for the picture, when it is an address. */
  readonly faceURL?: Maybe<Scalars['URL']['output']>;
  /** OpenIM userID. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly kind: NotificationAccountKind;
  /** What people see as its name. */
  readonly nickname: Scalars['String']['output'];
  /** The account as people see it. */
  readonly user?: Maybe<User>;
};

/** A page of accounts that no person stands behind. */
export type NotificationAccountConnection = {
  readonly __typename?: 'NotificationAccountConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<NotificationAccountEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<NotificationAccount>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of accounts that no person stands behind. */
export type NotificationAccountEdge = {
  readonly __typename?: 'NotificationAccountEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The account. */
  readonly node: NotificationAccount;
};

/** What an account without a person is for; OpenIM's appMangerLevel. */
export type NotificationAccountKind =
  /** It sends notices, and takes no answers. appMangerLevel 3. */
  | 'NOTIFICATION'
  /** A program answers for it. appMangerLevel 4. */
  | 'ROBOT';

/** Something happened: somebody joined, a group was renamed. OpenIM contentTypes 1201 to 2200, but for 2101. */
export type NotificationContent = MessageContent & {
  readonly __typename?: 'NotificationContent';
  /** OpenIM's own detail of it. */
  readonly detail?: Maybe<Scalars['JSON']['output']>;
  /** The same, read: who did what to whom. Null where there is nothing to tell beyond the name. */
  readonly event?: Maybe<NotificationEvent>;
  /** OpenIM's name of it. */
  readonly name: Scalars['String']['output'];
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** What a notification tells. Whoever and whatever it names is as it is now; null where it is gone. */
export type NotificationEvent = BusinessEvent | ConversationEvent | DeletionEvent | FriendEvent | GroupEvent | NoticeEvent | ReadReceiptEvent | UserEvent;

/** What happens when a message comes into a conversation. */
export type NotifyMode =
  /** It is received, and notified of. */
  | 'ALL'
  /** OpenIM refuses the message and its sender gets an error. */
  | 'OFF'
  /** It is received quietly. */
  | 'SILENT';

/** What a phone that is not connected shows of a message: OpenIM's offlinePushInfo. */
export type OfflinePushInput = {
  /** A line below it, 255 characters at most. */
  readonly desc?: InputMaybe<Scalars['String']['input']>;
  /** Free text of the application, which the notification carries: 4 KiB at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** Whether the badge on iOS counts it; true when absent. */
  readonly iOSBadgeCount?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name of a sound file of the application on iOS. */
  readonly iOSPushSound?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 255 characters. */
  readonly title: Scalars['String']['input'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Of the page's last row; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before `startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the page's first row; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A picture: OpenIM contentType 102. */
export type PictureContent = MediaContent & MessageContent & {
  readonly __typename?: 'PictureContent';
  /** What it shows, in words, for who cannot see it. */
  readonly alt?: Maybe<Scalars['String']['output']>;
  /** The file. */
  readonly source: Media;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** A smaller one that the sender made of it. */
  readonly thumbnail?: Maybe<Media>;
};

/** The kind of device, as OpenIM's platformID counts it: 1 to 9, and 11. */
export type Platform =
  /** platformID 2: an Android phone. */
  | 'ANDROID'
  /** platformID 8: an Android tablet. */
  | 'ANDROID_PAD'
  /** platformID 11: a HarmonyOS device. */
  | 'HARMONY_OS'
  /** platformID 1: an iPhone. */
  | 'IOS'
  /** platformID 9: an iPad. */
  | 'IPAD'
  /** platformID 7: a Linux computer. */
  | 'LINUX'
  /** platformID 4: a Mac. */
  | 'MACOS'
  /** platformID 6: a mini program inside another app. */
  | 'MINI_WEB'
  /** platformID 5: a browser. */
  | 'WEB'
  /** platformID 3: a Windows computer. */
  | 'WINDOWS';

/** Where OpenIM's pushes go for one kind of device of the viewer's. The token itself is not told again. */
export type PushToken = {
  readonly __typename?: 'PushToken';
  /** OpenIM forgets it then; null while it works. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The kind of device that this session was signed in on. */
  readonly platform: Platform;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Every group of the service but those that were dismissed, newest first. */
  readonly allGroups?: Maybe<GroupConnection>;
  /** Everybody who has an account in OpenIM, as they registered; without accounts that no person stands behind. */
  readonly allUsers?: Maybe<UserConnection>;
  /** Whom the viewer has blocked, as they were blocked. */
  readonly blockedUsers?: Maybe<BlockConnection>;
  /** What the operator sets for the viewer's application, by key: for everybody, and for the viewer where both are set. */
  readonly clientConfig?: Maybe<ReadonlyArray<ClientConfig>>;
  /** What is set for applications, for everybody and for single users. */
  readonly clientConfigs?: Maybe<ClientConfigConnection>;
  /** One of the viewer's conversations. `NOT_YOURS` for anybody else's, `NOT_FOUND` where there is none. */
  readonly conversation?: Maybe<Conversation>;
  /** What changed in the viewer's conversations since a point: how a client keeps its copy of the list. */
  readonly conversationChanges?: Maybe<ConversationChanges>;
  /** The conversationIDs of the viewer's whole list, in one answer. */
  readonly conversationIDs?: Maybe<SyncedIDs>;
  /** The viewer's: pinned first, then newest first. */
  readonly conversations?: Maybe<ConversationConnection>;
  /**
   * How much of one conversation this service knows of: what is missing is in no search, no figure and no moderator's queue.
   * Null for a conversation that is not known.
   */
  readonly coverage?: Maybe<ConversationCoverage>;
  /** Events that a consumer failed at for good, the newest event first. */
  readonly deadLetters?: Maybe<DeadLetterConnection>;
  /** Who is told of what happens in OpenIM, and how far each of them is. */
  readonly eventConsumers?: Maybe<ReadonlyArray<EventConsumer>>;
  /** What changed in the viewer's contact list since a point: how a client keeps its copy of a long list. */
  readonly friendChanges?: Maybe<FriendChanges>;
  /** The userIDs of the viewer's whole contact list, up to thousands, in one answer. */
  readonly friendIDs?: Maybe<SyncedIDs>;
  /** Requests to and from the viewer, newest first. */
  readonly friendRequests?: Maybe<FriendRequestConnection>;
  /** The viewer's contact list: pinned first, then as they were added. */
  readonly friends?: Maybe<FriendConnection>;
  /** Any group, by groupID; what is for its members is null for others. `NOT_FOUND` where there is no such group. */
  readonly group?: Maybe<Group>;
  /** In which groups the viewer is, as it changed since a point: how a client keeps its copy of the list. */
  readonly groupChanges?: Maybe<GroupChanges>;
  /** The groupIDs of all groups that the viewer is in, in one answer. */
  readonly groupIDs?: Maybe<SyncedIDs>;
  /** RECEIVED: for all groups that the viewer looks after. Newest first. */
  readonly groupRequests?: Maybe<GroupRequestConnection>;
  /** The groups that the viewer is in, newest first. */
  readonly groups?: Maybe<GroupConnection>;
  /** Logs that clients told of, newest first. */
  readonly logs?: Maybe<ClientLogConnection>;
  /** The signed-in user. Null for an admin. */
  readonly me?: Maybe<User>;
  /**
   * A message in one of the viewer's conversations. `NOT_YOURS` in anybody else's, `NOT_FOUND` where there is none.
   * For an admin with `messages:read` any message; that it was read stands in the audit log.
   */
  readonly message?: Maybe<Message>;
  /**
   * Everything the viewer may read, newest first: search, gallery, mentions. In the conversations of their list, of groups
   * those that they are in now; each message is read back from OpenIM with the viewer's own rights before it is shown.
   * A page may be shorter than asked while `hasNextPage` says that there is more. `unsearched` tells what was out of reach.
   */
  readonly messages?: Maybe<MessageConnection>;
  /** Accounts that no person stands behind: senders of notices, and robots. */
  readonly notificationAccounts?: Maybe<NotificationAccountConnection>;
  /** For how long what messages say can be searched. */
  readonly retention?: Maybe<Retention>;
  /**
   * Groups by a piece of their name in any script and case, newest first; before them the group whose groupID is just that,
   * dismissed or not. Others that were dismissed are not found.
   */
  readonly searchGroups?: Maybe<GroupConnection>;
  /**
   * Everybody's messages, newest first, as they were when they were told or read; without those that were taken back. Each
   * look is recorded before it is answered: by what was searched and who was named, never the text.
   */
  readonly searchMessages?: Maybe<MessageConnection>;
  /** OpenIM's clock, by which messages get their times. */
  readonly serverTime?: Maybe<Scalars['DateTime']['output']>;
  /** Who came and who wrote between two times, 366 days at most. */
  readonly statistics?: Maybe<Statistics>;
  /** The same over all conversations. */
  readonly totalCoverage?: Maybe<TotalCoverage>;
  /** How many requests to the viewer wait for an answer: a badge for the price of one count. */
  readonly unhandledFriendRequestCount?: Maybe<Scalars['Int']['output']>;
  /** Requests that wait for an answer, over all groups that the viewer looks after: a badge, in one call. */
  readonly unhandledGroupRequestCount?: Maybe<Scalars['Int']['output']>;
  /** Unread messages over all conversations that notify. */
  readonly unreadCount?: Maybe<Scalars['Int']['output']>;
  /** Anybody, by userID. `NOT_FOUND` where there is no such user. */
  readonly user?: Maybe<User>;
  /** Records that the application keeps for the viewer, as they were made. */
  readonly userCommands?: Maybe<UserCommandConnection>;
  /** Same order as ids; null where there is no such user. */
  readonly users?: Maybe<ReadonlyArray<Maybe<User>>>;
  /** One of them; null where there is no such endpoint. */
  readonly webhookEndpoint?: Maybe<WebhookEndpoint>;
  /** Servers of others that are told what happens, oldest first; 20 at most. */
  readonly webhookEndpoints?: Maybe<ReadonlyArray<WebhookEndpoint>>;
};


export type QueryAllGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  keyword?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAllUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  nickname?: InputMaybe<Scalars['String']['input']>;
  userID?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBlockedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryClientConfigsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  key?: InputMaybe<Scalars['String']['input']>;
  userID?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConversationChangesArgs = {
  since?: InputMaybe<SyncPointInput>;
};


export type QueryConversationIDsArgs = {
  unlessHash?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConversationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCoverageArgs = {
  conversationID: Scalars['ID']['input'];
};


export type QueryDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  consumer: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryFriendChangesArgs = {
  since?: InputMaybe<SyncPointInput>;
};


export type QueryFriendIDsArgs = {
  unlessHash?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFriendRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<RequestDirection>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<RequestState>;
};


export type QueryFriendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  keyword?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGroupArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGroupChangesArgs = {
  since?: InputMaybe<SyncPointInput>;
};


export type QueryGroupIDsArgs = {
  unlessHash?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGroupRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<RequestDirection>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<RequestState>;
};


export type QueryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  keyword?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLogsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  userID?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMessageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: MessageSearch;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNotificationAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  keyword?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<NotificationAccountKind>;
};


export type QuerySearchGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  keyword: Scalars['String']['input'];
};


export type QuerySearchMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: MessageSearch;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStatisticsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryUnhandledFriendRequestCountArgs = {
  since?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryUnhandledGroupRequestCountArgs = {
  since?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUserCommandsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  type?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUsersArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryWebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};

/** Text that answers a message: OpenIM contentType 114. */
export type QuoteContent = MessageContent & TextualContent & {
  readonly __typename?: 'QuoteContent';
  /** Parts of the text that are marked, e.g. bold or a link; the first hundred. Of contentTypes 114 and 117. */
  readonly entities: ReadonlyArray<TextEntity>;
  /** Web addresses in the text, in their order; the first hundred. */
  readonly links: ReadonlyArray<Link>;
  /** Who is mentioned by name. */
  readonly mentions: ReadonlyArray<Mention>;
  /** Whether everybody in the group is mentioned. */
  readonly mentionsAll: Scalars['Boolean']['output'];
  /** The message that it answers, as its sender quoted it. Quotes and bundles are read into each other four deep. */
  readonly quoted?: Maybe<MessageSnapshot>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** The text, as it was written. */
  readonly text: Scalars['String']['output'];
};

/** Text that answers a message. */
export type QuoteContentInput = {
  /** `Message.id` of a message that the viewer can read; it travels along as it stands now, a long text with its beginning. */
  readonly messageID: Scalars['ID']['input'];
  /** The answer. */
  readonly text: Scalars['String']['input'];
};

/** Somebody has read: contentType 2200. */
export type ReadReceiptEvent = {
  readonly __typename?: 'ReadReceiptEvent';
  /** Where. */
  readonly conversationID?: Maybe<Scalars['ID']['output']>;
  /** Who. */
  readonly reader?: Maybe<User>;
  /** Single messages, by seq; the first hundred. */
  readonly seqs: ReadonlyArray<Scalars['Int']['output']>;
  /** Everything up to this seq. */
  readonly upToSeq?: Maybe<Scalars['Int']['output']>;
};

/** From the viewer's side. */
export type RequestDirection =
  /** Somebody asks the viewer. */
  | 'RECEIVED'
  /** The viewer asks. */
  | 'SENT';

/** What became of a request. */
export type RequestState =
  /** It was granted. */
  | 'ACCEPTED'
  /** Nobody has answered. */
  | 'PENDING'
  /** It was turned down. */
  | 'REFUSED';

/** For how long what messages say can be searched. */
export type Retention = {
  readonly __typename?: 'Retention';
  /** Days; null: for as long as OpenIM keeps the messages. */
  readonly days?: Maybe<Scalars['Int']['output']>;
  /** Groups with a time of their own. */
  readonly groups: ReadonlyArray<GroupRetention>;
};

/** What is left of a message that was taken back: OpenIM contentType 2101, and 111 of old clients. */
export type RevokedContent = MessageContent & {
  readonly __typename?: 'RevokedContent';
  /** When. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who took it back: its sender, or who looks after the group. */
  readonly revokedBy?: Maybe<User>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** Exactly one of userID and groupID. */
export type SendMessageInput = {
  /**
   * Made by the client so that a retry is the same message, 1 to 128 characters; made by the server when absent.
   * OpenIM gives the message a clientMsgID of its own: find yours again in Message.sentAs.
   */
  readonly clientMsgID?: InputMaybe<Scalars['ID']['input']>;
  /** What it holds: 32 KiB at most, as JSON in UTF-8. */
  readonly content: MessageContentInput;
  /** Free text of the application, 4 KiB at most; read back as Message.ex. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** To this group, in which the viewer is. */
  readonly groupID?: InputMaybe<Scalars['ID']['input']>;
  /** For who is connected now: it is not kept, has no seq, and nobody finds it later. */
  readonly isOnlineOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** No notification to phones that are not connected. */
  readonly notOfflinePush?: InputMaybe<Scalars['Boolean']['input']>;
  /** What phones that are not connected show; OpenIM's own line when absent. Not beside the two above. */
  readonly offlinePush?: InputMaybe<OfflinePushInput>;
  /** To this user. */
  readonly userID?: InputMaybe<Scalars['ID']['input']>;
};

/** What to change in the viewer's conversation: absent leaves as it is, null clears. */
export type SetConversationInput = {
  /** Seconds that a read message stays in a private chat, from 1 to 31,536,000 (a year); null for none of one's own. */
  readonly burnDuration?: InputMaybe<Scalars['Int']['input']>;
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** OpenIM's own mark of a group's row: null once the viewer has seen it. */
  readonly groupAtType?: InputMaybe<GroupAtType>;
  /** Seconds after which OpenIM deletes messages for the viewer, from 1 to 315,360,000 (ten years); null keeps them. */
  readonly msgDestructTime?: InputMaybe<Scalars['Int']['input']>;
  /** What happens when a message comes; null is ALL. */
  readonly notify?: InputMaybe<NotifyMode>;
  /** Whether to keep it on top of the list; null is false. */
  readonly pinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether both keep their messages only until they were read; null is false. For one-to-one chats. */
  readonly privateChat?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A voice note or another sound: OpenIM contentType 103. */
export type SoundContent = MediaContent & MessageContent & {
  readonly __typename?: 'SoundContent';
  /** The file. */
  readonly source: Media;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/**
 * Who came, and who wrote how much, between two times: for a console of the operator's. Each field is a question of its
 * own; those about users, groups and messages go to OpenIM, which counts over everything it has. So ask for what is shown.
 */
export type Statistics = {
  readonly __typename?: 'Statistics';
  /** Groups that were written in, ranked by how many messages. */
  readonly activeGroups?: Maybe<ActiveGroupConnection>;
  /** Who wrote messages, ranked by how many. */
  readonly activeUsers?: Maybe<ActiveUserConnection>;
  /** The first moment that counts. */
  readonly from: Scalars['DateTime']['output'];
  /** Groups that were made, those that are no more included. */
  readonly groupCreations?: Maybe<Growth>;
  /**
   * What was written, by day, as far as this service was told of it or has found it: `totalCoverage` says how far that is.
   * Nobody is named, and who wrote is known from one day to the next by nobody.
   */
  readonly messageDays?: Maybe<ReadonlyArray<MessageDay>>;
  /** The first moment that does not count any more. */
  readonly to: Scalars['DateTime']['output'];
  /** Accounts that were made, OpenIM's own included. */
  readonly userRegistrations?: Maybe<Growth>;
};


/**
 * Who came, and who wrote how much, between two times: for a console of the operator's. Each field is a question of its
 * own; those about users, groups and messages go to OpenIM, which counts over everything it has. So ask for what is shown.
 */
export type StatisticsActiveGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<ActivityOrder>;
};


/**
 * Who came, and who wrote how much, between two times: for a console of the operator's. Each field is a question of its
 * own; those about users, groups and messages go to OpenIM, which counts over everything it has. So ask for what is shown.
 */
export type StatisticsActiveUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  inGroups?: InputMaybe<Scalars['Boolean']['input']>;
  order?: InputMaybe<ActivityOrder>;
};

export type Sticker = {
  readonly __typename?: 'Sticker';
  readonly id: Scalars['ID']['output'];
};

/** One of a pack of stickers: OpenIM contentType 115, or one of our catalog, which travels as a custom message. */
export type StickerContent = MessageContent & {
  readonly __typename?: 'StickerContent';
  /** What other applications put there. */
  readonly data: Scalars['String']['output'];
  /** Its place in the pack of the application that sent it. */
  readonly index?: Maybe<Scalars['Int']['output']>;
  /** The sticker of our catalog that it is; null for one of another application's. */
  readonly sticker?: Maybe<Sticker>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** One of our catalog. */
export type StickerContentInput = {
  /** `Sticker.id`, of a published pack. */
  readonly stickerID: Scalars['ID']['input'];
};

/**
 * How far a client has followed a list. It comes with the list's changes and its ids; kept as it is, and given back as
 * `since`, it asks for what changed after it. Each list has points of its own.
 */
export type SyncPoint = {
  readonly __typename?: 'SyncPoint';
  /** Counts the changes of that history; a whole number of up to 64 bits, as text. */
  readonly version: Scalars['String']['output'];
  /** Names the history that the list has in OpenIM; another one when OpenIM began anew. 24 hex digits. */
  readonly versionID: Scalars['ID']['output'];
};

/** A `SyncPoint` as an earlier answer told it, field by field. */
export type SyncPointInput = {
  /** `SyncPoint.version`. */
  readonly version: Scalars['String']['input'];
  /** `SyncPoint.versionID`. */
  readonly versionID: Scalars['ID']['input'];
};

/** The ids of a whole list: to find out what is missing, or whether anything is, without loading a row. */
export type SyncedIDs = {
  readonly __typename?: 'SyncedIDs';
  /** Of the ids, in their order; give it back as `unlessHash`. OpenIM's own `idHash`, as text. */
  readonly hash: Scalars['String']['output'];
  /** In the order of the list. Null when they are unchanged. */
  readonly ids?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Where the list stood then; changes can be followed from here. */
  readonly point: SyncPoint;
  /** Whether the ids are those whose hash was given. */
  readonly unchanged: Scalars['Boolean']['output'];
};

/** Plain text: OpenIM contentType 101, and 117, whose marks are its entities. */
export type TextContent = MessageContent & TextualContent & {
  readonly __typename?: 'TextContent';
  /** Parts of the text that are marked, e.g. bold or a link; the first hundred. Of contentTypes 114 and 117. */
  readonly entities: ReadonlyArray<TextEntity>;
  /** Web addresses in the text, in their order; the first hundred. */
  readonly links: ReadonlyArray<Link>;
  /** Who is mentioned by name. */
  readonly mentions: ReadonlyArray<Mention>;
  /** Whether everybody in the group is mentioned. */
  readonly mentionsAll: Scalars['Boolean']['output'];
  /** The message that it answers, as its sender quoted it. Quotes and bundles are read into each other four deep. */
  readonly quoted?: Maybe<MessageSnapshot>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** The text, as it was written. */
  readonly text: Scalars['String']['output'];
};

/** A text. */
export type TextContentInput = {
  /** Not empty, and not over 32 KiB in UTF-8. */
  readonly text: Scalars['String']['input'];
};

/** A part of a text that is more than its letters, as its sender's client marked it. */
export type TextEntity = {
  readonly __typename?: 'TextEntity';
  /** The application's own text about it. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** How long it is. */
  readonly length: Scalars['Int']['output'];
  /** Where it begins, in characters as its sender's client counts them. */
  readonly offset: Scalars['Int']['output'];
  /** The client's word for what it is, e.g. bold, italic, url. */
  readonly type: Scalars['String']['output'];
  /** Where it leads. */
  readonly url?: Maybe<Scalars['URL']['output']>;
};

/** Everything that is shown as text: OpenIM's 101 and 117, 106, 114, 118. */
export type TextualContent = {
  /** Parts of the text that are marked, e.g. bold or a link; the first hundred. Of contentTypes 114 and 117. */
  readonly entities: ReadonlyArray<TextEntity>;
  /** Web addresses in the text, in their order; the first hundred. */
  readonly links: ReadonlyArray<Link>;
  /** Who is mentioned by name. */
  readonly mentions: ReadonlyArray<Mention>;
  /** Whether everybody in the group is mentioned. */
  readonly mentionsAll: Scalars['Boolean']['output'];
  /** The message that it answers, as its sender quoted it. Quotes and bundles are read into each other four deep. */
  readonly quoted?: Maybe<MessageSnapshot>;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** The text, as it was written. */
  readonly text: Scalars['String']['output'];
};

/** How much of all conversations this service knows of. */
export type TotalCoverage = {
  readonly __typename?: 'TotalCoverage';
  /** Conversations that are known. */
  readonly conversations: Scalars['Float']['output'];
  /** Messages that there are, by OpenIM's count. */
  readonly expected: Scalars['Float']['output'];
  /** Read back, because no callback had told them. */
  readonly found: Scalars['Float']['output'];
  /** Gone before they were seen. */
  readonly gone: Scalars['Float']['output'];
  /** Of which something is missing. */
  readonly incomplete: Scalars['Float']['output'];
  /** Neither told nor found so far. */
  readonly missing: Scalars['Float']['output'];
  /** That OpenIM was never asked about: nobody knows what is missing of them. */
  readonly neverChecked: Scalars['Float']['output'];
  /** When the one was checked that was checked longest ago; null where none ever was. */
  readonly oldestCheckAt?: Maybe<Scalars['DateTime']['output']>;
  /** Told by OpenIM's callbacks. */
  readonly told: Scalars['Float']['output'];
  /** Users whose list of conversations was never read: they may have some that nobody knows of. */
  readonly usersNotWalked: Scalars['Float']['output'];
};

/** Somebody is writing: OpenIM contentType 113. It is seldom kept; most clients only show it while it is new. */
export type TypingContent = MessageContent & {
  readonly __typename?: 'TypingContent';
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
  /** What the sender's client wrote to be shown. */
  readonly tips?: Maybe<Scalars['String']['output']>;
};

/**
 * A contentType that this schema does not know, or content that cannot be read as its type. Among them are OpenIM's 121,
 * 122 and 200 to 203, for which no client writes a content that others could read, and what a client wrote as if it were a
 * notification of OpenIM's.
 */
export type UnknownContent = MessageContent & {
  readonly __typename?: 'UnknownContent';
  /** The content's text as it came. */
  readonly raw: Scalars['String']['output'];
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** What to change of a friend in the viewer's contact list: absent leaves as it is, null clears. */
export type UpdateFriendInput = {
  /** Free text of the application about this friend, for the viewer alone, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** Whether the viewer keeps them on top of the list; null is false. */
  readonly pinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the viewer calls them, 64 characters at most. */
  readonly remark?: InputMaybe<Scalars['String']['input']>;
};

/** What to change in a group: absent leaves as it is, null clears. */
export type UpdateGroupInput = {
  /** What all members should read, 4,096 characters at most. OpenIM tells them of it in the group's conversation. */
  readonly announcement?: InputMaybe<Scalars['String']['input']>;
  /** Whether members may ask each other to be friends from here; null is true. */
  readonly befriendingAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** Where the picture is loaded from. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** What it is about, 1,000 characters at most. */
  readonly introduction?: InputMaybe<Scalars['String']['input']>;
  /** How one gets in; null is APPROVAL. */
  readonly joinPolicy?: InputMaybe<JoinPolicy>;
  /** 1 to 64 characters; cannot be cleared. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whether members may look at each other's profiles from here; null is true. */
  readonly profilesVisible?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What to change in a membership: absent leaves as it is, null clears. */
export type UpdateGroupMemberInput = {
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** Where the picture in this group is loaded from; null is the user's own again. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** The name in this group, 1 to 64 characters; null is the user's own again. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of an account that no person stands behind: absent leaves as it is, null clears. */
export type UpdateNotificationAccountInput = {
  /** Where the picture is loaded from. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** 1 to 64 characters; cannot be cleared. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
};

/** What to change in the viewer's profile: absent leaves as it is, null clears. */
export type UpdateProfileInput = {
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** Where the picture is loaded from. */
  readonly faceURL?: InputMaybe<Scalars['URL']['input']>;
  /** 1 to 64 characters; cannot be cleared. */
  readonly nickname?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of a record: absent leaves as it is, null clears. */
export type UpdateUserCommandInput = {
  /** More of it, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** What it holds, 16,384 characters at most. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** What changes of an endpoint; absent stays as it is. */
export type UpdateWebhookEndpointInput = {
  /** What it is for; 200 characters at most; null clears it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** False: it is told nothing any more. True: it is told again, beginning with what waits for it. */
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is told; at least one. */
  readonly kinds?: InputMaybe<ReadonlyArray<WebhookKind>>;
  /** An https address of the public internet (on a developer's machine any, and http). No password in it. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is told what people wrote. Asks for messages:read, too, where it becomes true. */
  readonly withContent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Logs of the application that a client has put somewhere, so that the operator finds them. */
export type UploadLogsInput = {
  /** What the application is made with, e.g. `Flutter`; 64 characters at most. */
  readonly appFramework?: InputMaybe<Scalars['String']['input']>;
  /** Free text of the application, 4,096 characters at most. */
  readonly ex?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 20. */
  readonly files: ReadonlyArray<LogFileInput>;
  /** Of the application; 64 characters at most. */
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody who chats: a person, or an account that sends notices. */
export type User = {
  readonly __typename?: 'User';
  /** Their picture. */
  readonly avatar?: Maybe<Media>;
  /** Whether the viewer has blocked this user. */
  readonly blocked?: Maybe<Scalars['Boolean']['output']>;
  /** Whom they have blocked, as they were blocked. */
  readonly blockedUsers?: Maybe<UserRelationConnection>;
  /** The viewer's one-to-one conversation with this user, also before its first message; null for oneself. */
  readonly conversation?: Maybe<Conversation>;
  /** When OpenIM made the account. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Free text of the application. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** OpenIM's own text for the picture, when it is an address. For showing, take avatar. */
  readonly faceURL?: Maybe<Scalars['URL']['output']>;
  /** The viewer's friendship with this user; null when there is none. */
  readonly friend?: Maybe<Friend>;
  /** The newest friend request between the viewer and this user, either way. */
  readonly friendRequest?: Maybe<FriendRequest>;
  /** Their contact list, in their order: pinned first, then as they were added. */
  readonly friends?: Maybe<UserRelationConnection>;
  /**
   * What happens when a message comes for them, whatever the conversation; a conversation's own `notify` may ask for less.
   * Null where it is neither one's own nor asked for by an admin with scope users:read.
   */
  readonly globalNotify?: Maybe<NotifyMode>;
  /** Groups that this user and the viewer share, by id; for admins, all. */
  readonly groups?: Maybe<GroupConnection>;
  /**
   * Whether this user has the viewer in their contact list: each side keeps its own, and may end it alone. Null for oneself.
   * OpenIM tells it one by one: of 20 users an operation at most.
   */
  readonly hasMeAsFriend?: Maybe<Scalars['Boolean']['output']>;
  /** OpenIM userID. */
  readonly id: Scalars['ID']['output'];
  /** The name they chose; show a friend's `remark` instead where there is one. */
  readonly nickname: Scalars['String']['output'];
  /** Whether they are connected to OpenIM now. */
  readonly online?: Maybe<Scalars['Boolean']['output']>;
  /** The kinds of device that they are connected with now; empty while they are offline. */
  readonly onlinePlatforms?: Maybe<ReadonlyArray<Platform>>;
  /**
   * What they wrote last, in whatever conversation, newest first. That it was read stands in the audit log. Of 20 users an
   * operation at most.
   */
  readonly recentMessages?: Maybe<ReadonlyArray<Message>>;
};


/** Somebody who chats: a person, or an account that sends notices. */
export type UserBlockedUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Somebody who chats: a person, or an account that sends notices. */
export type UserFriendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Somebody who chats: a person, or an account that sends notices. */
export type UserGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Somebody who chats: a person, or an account that sends notices. */
export type UserRecentMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A record that the application keeps with OpenIM for one user: a favourite, say, or a note that all of their devices
 * know. OpenIM calls it a command; what its type and value mean, only the application knows. Its user alone sees it.
 */
export type UserCommand = {
  readonly __typename?: 'UserCommand';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** More of it. */
  readonly ex?: Maybe<Scalars['String']['output']>;
  /** `<type>:<uuid>` */
  readonly id: Scalars['ID']['output'];
  /** The application's number for this kind of record, from 1 on. */
  readonly type: Scalars['Int']['output'];
  /** Its key within the type, chosen by who made it. */
  readonly uuid: Scalars['String']['output'];
  /** What it holds. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A page of the viewer's records. */
export type UserCommandConnection = {
  readonly __typename?: 'UserCommandConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<UserCommandEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<UserCommand>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of the viewer's records. */
export type UserCommandEdge = {
  readonly __typename?: 'UserCommandEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: UserCommand;
};

/** A page of users, for admins. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The users; null where OpenIM does not answer for one. */
  readonly nodes: ReadonlyArray<Maybe<User>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page of users, for admins. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The user; null when OpenIM does not answer for them. */
  readonly node?: Maybe<User>;
};

/** A user's own data changed: contentTypes 1303 to 1308. */
export type UserEvent = {
  readonly __typename?: 'UserEvent';
  /** Whose. */
  readonly user?: Maybe<User>;
};

/** A page of people whom a user is tied to. */
export type UserRelationConnection = {
  readonly __typename?: 'UserRelationConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<UserRelationEdge>;
  /** The people. */
  readonly nodes: ReadonlyArray<Maybe<User>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Of the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Somebody whom a user is tied to, and since when. */
export type UserRelationEdge = {
  readonly __typename?: 'UserRelationEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Who; null when OpenIM does not answer for them. */
  readonly node?: Maybe<User>;
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
};

/** A video: OpenIM contentType 104. */
export type VideoContent = MediaContent & MessageContent & {
  readonly __typename?: 'VideoContent';
  /** What it shows, in words, for who cannot see it. */
  readonly alt?: Maybe<Scalars['String']['output']>;
  /** A picture of it, to show before it plays. */
  readonly snapshot?: Maybe<Media>;
  /** The file. */
  readonly source: Media;
  /** One plain line in the viewer's language, never empty. */
  readonly summary: Scalars['String']['output'];
};

/** A video that was put somewhere, with a picture of it. */
export type VideoContentInput = {
  /** What it shows, in words, for who cannot see it; 1,000 characters at most. */
  readonly alt?: InputMaybe<Scalars['String']['input']>;
  /** Seconds; OpenIM keeps whole ones. */
  readonly duration?: InputMaybe<Scalars['Float']['input']>;
  /** Pixels. */
  readonly height?: InputMaybe<Scalars['Int']['input']>;
  /** Its media type, e.g. `video/mp4`. */
  readonly mimeType?: InputMaybe<Scalars['String']['input']>;
  /** Bytes. */
  readonly size?: InputMaybe<Scalars['Float']['input']>;
  /** Where a picture of it is loaded from. */
  readonly snapshotURL?: InputMaybe<Scalars['URL']['input']>;
  /** Where it is loaded from, http or https. */
  readonly url: Scalars['URL']['input'];
  /** Pixels. */
  readonly width?: InputMaybe<Scalars['Int']['input']>;
};

/** One event, for one endpoint. */
export type WebhookDelivery = {
  readonly __typename?: 'WebhookDelivery';
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was noted. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Ours. */
  readonly id: Scalars['ID']['output'];
  /** What it tells; null for a test. */
  readonly kind?: Maybe<WebhookKind>;
  /** Milliseconds until it came, or the try was given up. */
  readonly latency?: Maybe<Scalars['Int']['output']>;
  /** When it is tried next; null where it is not. Of an endpoint that is disabled: when it would be. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * What was wrong at the last try: `HTTP_<status>`, `TIMEOUT`, `PRIVATE_ADDRESS` (the address is not public),
   * `EVENT_GONE` (the event is not kept any more), `SECRET_LOST` (its key was taken out of SESSION_KEK), or the network's
   * code (`ECONNREFUSED`).
   */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** When it was delivered, or given up. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  readonly state: WebhookDeliveryState;
  /** The HTTP status at the last try; null where none came. */
  readonly status?: Maybe<Scalars['Int']['output']>;
  /** The header `webhook-id`: the same at each try, by which receivers know what they have seen. */
  readonly webhookID: Scalars['String']['output'];
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  readonly __typename?: 'WebhookDeliveryConnection';
  /** With cursors. */
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  /** Without. */
  readonly nodes: ReadonlyArray<WebhookDelivery>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A delivery and its cursor. */
export type WebhookDeliveryEdge = {
  readonly __typename?: 'WebhookDeliveryEdge';
  /** For `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery. */
  readonly node: WebhookDelivery;
};

/** How a delivery stands. */
export type WebhookDeliveryState =
  /** The endpoint took it, by any 2xx. */
  | 'DELIVERED'
  /** It was tried for three days, and given up. */
  | 'FAILED'
  /** It is tried, or tried again. */
  | 'PENDING';

/** Why an endpoint is told nothing any more. What waits for it is told when it is enabled again, within seven days. */
export type WebhookDisabling =
  /** An admin disabled it. */
  | 'ADMIN'
  /** It took nothing for three days. */
  | 'FAILING'
  /** It answered 410, by which a receiver says that it wants no more. */
  | 'GONE';

/** A server of somebody else's that is told what happens, in the format of Standard Webhooks 1.0 (docs/webhooks.md). */
export type WebhookEndpoint = {
  readonly __typename?: 'WebhookEndpoint';
  /** When it was set up. What happened before is not told by itself. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What it was told, the newest first; kept for 14 days. */
  readonly deliveries?: Maybe<WebhookDeliveryConnection>;
  /** What it is for. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** When it was disabled; null: it is told. */
  readonly disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was disabled. */
  readonly disabledFor?: Maybe<WebhookDisabling>;
  /** Since when every try fails; null: the last one did not. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
  /** What it is told. */
  readonly kinds: ReadonlyArray<WebhookKind>;
  /** The secrets that sign now, the newest first: two while one takes the other's place. */
  readonly secrets: ReadonlyArray<WebhookSecret>;
  /** Where webhooks are posted. */
  readonly url: Scalars['String']['output'];
  /** Whether it is told what people wrote. */
  readonly withContent: Scalars['Boolean']['output'];
};


/** A server of somebody else's that is told what happens, in the format of Standard Webhooks 1.0 (docs/webhooks.md). */
export type WebhookEndpointDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<WebhookDeliveryState>;
};

/** An endpoint, and its new secret. */
export type WebhookEndpointWithSecret = {
  readonly __typename?: 'WebhookEndpointWithSecret';
  /** The endpoint. */
  readonly endpoint: WebhookEndpoint;
  /** `whsec_` and 32 bytes in base64. Shown this once. */
  readonly secret: Scalars['String']['output'];
};

/**
 * What is told to endpoints of webhooks: what OpenIM told this service, and what was done here about people and what they
 * wrote (ids alone). The `type` of a webhook stands behind each.
 */
export type WebhookKind =
  /** `blocks.changed`: somebody blocked somebody, or lets them again. */
  | 'BLOCKS_CHANGED'
  /** `case.appealed`: the person concerned asks for a case to be looked at again. */
  | 'CASE_APPEALED'
  /** `case.opened`: a case waits to be decided: a new one, another round of one, or one whose decision could not be carried out. */
  | 'CASE_OPENED'
  /**
   * `case.resolved`: a case was decided. `decisions` are the actions that stand in this round, none where it was dismissed;
   * `appeal` is what became of an appeal, where there was one. Told again for each further decision.
   */
  | 'CASE_RESOLVED'
  /** `conversation.created`: somebody has a conversation that they had not. */
  | 'CONVERSATION_CREATED'
  /** `friends.changed`: people became friends, or are no more. */
  | 'FRIENDS_CHANGED'
  /** `group.changed`: its name, picture, notice or settings. */
  | 'GROUP_CHANGED'
  /** `group.created` */
  | 'GROUP_CREATED'
  /** `group.dismissed`: it is no more. */
  | 'GROUP_DISMISSED'
  /** `held_message.decided`: it was `RELEASED`, `DECLINED`, or has `EXPIRED`. */
  | 'HELD_MESSAGE_DECIDED'
  /** `group.members_changed`: people came, went, were removed, or have another role. */
  | 'MEMBERS_CHANGED'
  /** `messages.read`: somebody has read messages. */
  | 'MESSAGES_READ'
  /** `message.held`: a message waits for a moderator. */
  | 'MESSAGE_HELD'
  /** `message.revoked`: a message was taken back. */
  | 'MESSAGE_REVOKED'
  /** `message.saved`: somebody wrote. What they wrote is in it for endpoints that are told content. */
  | 'MESSAGE_SAVED'
  /** `user.presence`: somebody came online on a platform, or went. Frequent. */
  | 'PRESENCE'
  /** `users.registered`: there are new users. */
  | 'USERS_REGISTERED'
  /** `user.banned`: somebody is kept out, `until` then, or for good where it is null. Also where another ban gave way to it. */
  | 'USER_BANNED'
  /** `user.changed`: somebody has another name, picture or setting. */
  | 'USER_CHANGED'
  /** `user.unbanned`: they may come back: the ban was `LIFTED`, or has `RAN_OUT`. */
  | 'USER_UNBANNED';

/** What a replay does. */
export type WebhookReplay = {
  readonly __typename?: 'WebhookReplay';
  /** Events that it is told again. */
  readonly count: Scalars['Int']['output'];
  /** The endpoint. */
  readonly endpoint: WebhookEndpoint;
};

/** A secret that signs; it is shown when it is made, and never again. */
export type WebhookSecret = {
  readonly __typename?: 'WebhookSecret';
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it stops to sign; null: when another has taken its place. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Ours, sortable by time. */
  readonly id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Conversation: Conversation;
  Group: Group;
  Message: Message;
  MessageSnapshot: MessageSnapshot;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Conversation:
    ( { __typename: 'Conversation' }
    & GraphQLRecursivePick<FederationTypes['Conversation'], {"id":true}> );
  Group:
    ( { __typename: 'Group' }
    & GraphQLRecursivePick<FederationTypes['Group'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
  MessageSnapshot:
    ( { __typename: 'MessageSnapshot' }
    & GraphQLRecursivePick<FederationTypes['MessageSnapshot'], {"raw":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  NotificationEvent:
    | ( BusinessEvent )
    | ( Omit<ConversationEvent, 'by'> & { by?: Maybe<_RefType['User']> } )
    | ( Omit<DeletionEvent, 'by'> & { by?: Maybe<_RefType['User']> } )
    | ( Omit<FriendEvent, 'from' | 'to'> & { from?: Maybe<_RefType['User']>, to?: Maybe<_RefType['User']> } )
    | ( Omit<GroupEvent, 'group' | 'operator' | 'people'> & { group?: Maybe<_RefType['Group']>, operator?: Maybe<_RefType['User']>, people?: Maybe<ReadonlyArray<_RefType['User']>> } )
    | ( Omit<NoticeEvent, 'attachments' | 'avatar'> & { attachments: ReadonlyArray<_RefType['MessageContent']>, avatar?: Maybe<_RefType['Media']> } )
    | ( Omit<ReadReceiptEvent, 'reader'> & { reader?: Maybe<_RefType['User']> } )
    | ( Omit<UserEvent, 'user'> & { user?: Maybe<_RefType['User']> } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  MediaContent:
    | ( Omit<FileContent, 'source'> & { source: _RefType['Media'] } )
    | ( Omit<PictureContent, 'source' | 'thumbnail'> & { source: _RefType['Media'], thumbnail?: Maybe<_RefType['Media']> } )
    | ( Omit<SoundContent, 'source'> & { source: _RefType['Media'] } )
    | ( Omit<VideoContent, 'snapshot' | 'source'> & { snapshot?: Maybe<_RefType['Media']>, source: _RefType['Media'] } )
  ;
  MessageContent:
    | ( Omit<AtTextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( Omit<CardContent, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( CustomContent )
    | ( Omit<FileContent, 'source'> & { source: _RefType['Media'] } )
    | ( LocationContent )
    | ( Omit<MarkdownContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( Omit<MergerContent, 'messages'> & { messages: ReadonlyArray<_RefType['MessageSnapshot']> } )
    | ( Omit<NotificationContent, 'event'> & { event?: Maybe<_RefType['NotificationEvent']> } )
    | ( Omit<PictureContent, 'source' | 'thumbnail'> & { source: _RefType['Media'], thumbnail?: Maybe<_RefType['Media']> } )
    | ( Omit<QuoteContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( Omit<RevokedContent, 'revokedBy'> & { revokedBy?: Maybe<_RefType['User']> } )
    | ( Omit<SoundContent, 'source'> & { source: _RefType['Media'] } )
    | ( StickerContent )
    | ( Omit<TextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( TypingContent )
    | ( UnknownContent )
    | ( Omit<VideoContent, 'snapshot' | 'source'> & { snapshot?: Maybe<_RefType['Media']>, source: _RefType['Media'] } )
  ;
  TextualContent:
    | ( Omit<AtTextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( Omit<MarkdownContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( Omit<QuoteContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
    | ( Omit<TextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<_RefType['Mention']>, quoted?: Maybe<_RefType['MessageSnapshot']> } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActiveGroup: ResolverTypeWrapper<WireActiveGroup>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ActiveGroupConnection: ResolverTypeWrapper<Omit<ActiveGroupConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ActiveGroupEdge']>, nodes: ReadonlyArray<ResolversTypes['ActiveGroup']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ActiveGroupEdge: ResolverTypeWrapper<Omit<ActiveGroupEdge, 'node'> & { node: ResolversTypes['ActiveGroup'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ActiveUser: ResolverTypeWrapper<WireActiveUser>;
  ActiveUserConnection: ResolverTypeWrapper<Omit<ActiveUserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ActiveUserEdge']>, nodes: ReadonlyArray<ResolversTypes['ActiveUser']> }>;
  ActiveUserEdge: ResolverTypeWrapper<Omit<ActiveUserEdge, 'node'> & { node: ResolversTypes['ActiveUser'] }>;
  ActivityOrder: ActivityOrder;
  AddUserCommandInput: AddUserCommandInput;
  AtTextContent: ResolverTypeWrapper<Omit<AtTextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversTypes['Mention']>, quoted?: Maybe<ResolversTypes['MessageSnapshot']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AtTextContentInput: AtTextContentInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Block: ResolverTypeWrapper<WireBlock>;
  BlockConnection: ResolverTypeWrapper<Omit<BlockConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BlockEdge']>, nodes: ReadonlyArray<ResolversTypes['Block']> }>;
  BlockEdge: ResolverTypeWrapper<Omit<BlockEdge, 'node'> & { node: ResolversTypes['Block'] }>;
  Broadcast: ResolverTypeWrapper<Omit<Broadcast, 'messages'> & { messages: ReadonlyArray<ResolversTypes['Message']> }>;
  BroadcastMessageInput: BroadcastMessageInput;
  BusinessEvent: ResolverTypeWrapper<BusinessEvent>;
  BusinessNotification: ResolverTypeWrapper<BusinessNotification>;
  BusinessNotificationInput: BusinessNotificationInput;
  CardContent: ResolverTypeWrapper<Omit<CardContent, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  CardContentInput: CardContentInput;
  ClientConfig: ResolverTypeWrapper<WireClientConfig>;
  ClientConfigConnection: ResolverTypeWrapper<Omit<ClientConfigConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ClientConfigEdge']>, nodes: ReadonlyArray<ResolversTypes['ClientConfig']> }>;
  ClientConfigEdge: ResolverTypeWrapper<Omit<ClientConfigEdge, 'node'> & { node: ResolversTypes['ClientConfig'] }>;
  ClientConfigInput: ClientConfigInput;
  ClientLog: ResolverTypeWrapper<WireLog>;
  ClientLogConnection: ResolverTypeWrapper<Omit<ClientLogConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ClientLogEdge']>, nodes: ReadonlyArray<ResolversTypes['ClientLog']> }>;
  ClientLogEdge: ResolverTypeWrapper<Omit<ClientLogEdge, 'node'> & { node: ResolversTypes['ClientLog'] }>;
  Conversation: ResolverTypeWrapper<ConversationModel>;
  ConversationChanges: ResolverTypeWrapper<Omit<ConversationChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversTypes['Conversation']>, updated: ReadonlyArray<ResolversTypes['Conversation']> }>;
  ConversationConnection: ResolverTypeWrapper<Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ConversationEdge']>, nodes: ReadonlyArray<ResolversTypes['Conversation']> }>;
  ConversationCoverage: ResolverTypeWrapper<ConversationCoverage>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  ConversationEvent: ResolverTypeWrapper<Omit<ConversationEvent, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  ConversationFilter: ConversationFilter;
  ConversationKind: ConversationKind;
  CreateGroupInput: CreateGroupInput;
  CreateNotificationAccountInput: CreateNotificationAccountInput;
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CustomContent: ResolverTypeWrapper<CustomContent>;
  CustomContentInput: CustomContentInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayCount: ResolverTypeWrapper<DayCount>;
  DeadLetter: ResolverTypeWrapper<DeadEvent>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DeadLetterEdge']>, nodes: ReadonlyArray<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  DeletionEvent: ResolverTypeWrapper<Omit<DeletionEvent, 'by'> & { by?: Maybe<ResolversTypes['User']> }>;
  EventConsumer: ResolverTypeWrapper<ConsumerState>;
  EventSource: EventSource;
  FileContent: ResolverTypeWrapper<Omit<FileContent, 'source'> & { source: ResolversTypes['Media'] }>;
  FileContentInput: FileContentInput;
  Friend: ResolverTypeWrapper<FriendSource>;
  FriendChanges: ResolverTypeWrapper<Omit<FriendChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversTypes['Friend']>, updated: ReadonlyArray<ResolversTypes['Friend']> }>;
  FriendConnection: ResolverTypeWrapper<Omit<FriendConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FriendEdge']>, nodes: ReadonlyArray<ResolversTypes['Friend']> }>;
  FriendEdge: ResolverTypeWrapper<Omit<FriendEdge, 'node'> & { node: ResolversTypes['Friend'] }>;
  FriendEvent: ResolverTypeWrapper<Omit<FriendEvent, 'from' | 'to'> & { from?: Maybe<ResolversTypes['User']>, to?: Maybe<ResolversTypes['User']> }>;
  FriendRequest: ResolverTypeWrapper<WireFriendRequest>;
  FriendRequestConnection: ResolverTypeWrapper<Omit<FriendRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FriendRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['FriendRequest']> }>;
  FriendRequestEdge: ResolverTypeWrapper<Omit<FriendRequestEdge, 'node'> & { node: ResolversTypes['FriendRequest'] }>;
  Group: ResolverTypeWrapper<GroupSource>;
  GroupAtType: GroupAtType;
  GroupChanges: ResolverTypeWrapper<Omit<GroupChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversTypes['Group']>, updated: ReadonlyArray<ResolversTypes['Group']> }>;
  GroupConnection: ResolverTypeWrapper<Omit<GroupConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GroupEdge']>, nodes: ReadonlyArray<ResolversTypes['Group']> }>;
  GroupEdge: ResolverTypeWrapper<Omit<GroupEdge, 'node'> & { node: ResolversTypes['Group'] }>;
  GroupEvent: ResolverTypeWrapper<Omit<GroupEvent, 'group' | 'operator' | 'people'> & { group?: Maybe<ResolversTypes['Group']>, operator?: Maybe<ResolversTypes['User']>, people?: Maybe<ReadonlyArray<ResolversTypes['User']>> }>;
  GroupMember: ResolverTypeWrapper<WireGroupMember>;
  GroupMemberChanges: ResolverTypeWrapper<Omit<GroupMemberChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversTypes['GroupMember']>, updated: ReadonlyArray<ResolversTypes['GroupMember']> }>;
  GroupMemberConnection: ResolverTypeWrapper<Omit<GroupMemberConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GroupMemberEdge']>, nodes: ReadonlyArray<ResolversTypes['GroupMember']> }>;
  GroupMemberEdge: ResolverTypeWrapper<Omit<GroupMemberEdge, 'node'> & { node: ResolversTypes['GroupMember'] }>;
  GroupMemberFilter: GroupMemberFilter;
  GroupRequest: ResolverTypeWrapper<WireGroupRequest>;
  GroupRequestConnection: ResolverTypeWrapper<Omit<GroupRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GroupRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['GroupRequest']> }>;
  GroupRequestEdge: ResolverTypeWrapper<Omit<GroupRequestEdge, 'node'> & { node: ResolversTypes['GroupRequest'] }>;
  GroupRetention: ResolverTypeWrapper<RetentionRow>;
  GroupRole: GroupRole;
  GroupState: GroupState;
  Growth: ResolverTypeWrapper<Growth>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JoinPolicy: JoinPolicy;
  JoinSource: JoinSource;
  Link: ResolverTypeWrapper<Link>;
  LocationContent: ResolverTypeWrapper<LocationContent>;
  LocationContentInput: LocationContentInput;
  LogFileInput: LogFileInput;
  MarkdownContent: ResolverTypeWrapper<Omit<MarkdownContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversTypes['Mention']>, quoted?: Maybe<ResolversTypes['MessageSnapshot']> }>;
  Media: ResolverTypeWrapper<MediaReference>;
  MediaClaim: ResolverTypeWrapper<Scalars['MediaClaim']['output']>;
  MediaContent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MediaContent']>;
  MediaContentInput: MediaContentInput;
  Mention: ResolverTypeWrapper<Omit<Mention, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  MergerContent: ResolverTypeWrapper<Omit<MergerContent, 'messages'> & { messages: ReadonlyArray<ResolversTypes['MessageSnapshot']> }>;
  MergerContentInput: MergerContentInput;
  Message: ResolverTypeWrapper<MessageModel>;
  MessageConnection: ResolverTypeWrapper<MessagePage>;
  MessageContent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['MessageContent']>;
  MessageContentInput: MessageContentInput;
  MessageCounts: ResolverTypeWrapper<MessageCounts>;
  MessageDay: ResolverTypeWrapper<MessageDay>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageSearch: MessageSearch;
  MessageSnapshot: ResolverTypeWrapper<Snapshot>;
  MessageTrait: MessageTrait;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoticeEvent: ResolverTypeWrapper<Omit<NoticeEvent, 'attachments' | 'avatar'> & { attachments: ReadonlyArray<ResolversTypes['MessageContent']>, avatar?: Maybe<ResolversTypes['Media']> }>;
  NoticeInput: NoticeInput;
  NotificationAccount: ResolverTypeWrapper<WireNotificationAccount>;
  NotificationAccountConnection: ResolverTypeWrapper<Omit<NotificationAccountConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['NotificationAccountEdge']>, nodes: ReadonlyArray<ResolversTypes['NotificationAccount']> }>;
  NotificationAccountEdge: ResolverTypeWrapper<Omit<NotificationAccountEdge, 'node'> & { node: ResolversTypes['NotificationAccount'] }>;
  NotificationAccountKind: NotificationAccountKind;
  NotificationContent: ResolverTypeWrapper<Omit<NotificationContent, 'event'> & { event?: Maybe<ResolversTypes['NotificationEvent']> }>;
  NotificationEvent: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NotificationEvent']>;
  NotifyMode: NotifyMode;
  OfflinePushInput: OfflinePushInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PictureContent: ResolverTypeWrapper<Omit<PictureContent, 'source' | 'thumbnail'> & { source: ResolversTypes['Media'], thumbnail?: Maybe<ResolversTypes['Media']> }>;
  Platform: ResolverTypeWrapper<PlatformID>;
  PushToken: ResolverTypeWrapper<Omit<PushToken, 'platform'> & { platform: ResolversTypes['Platform'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuoteContent: ResolverTypeWrapper<Omit<QuoteContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversTypes['Mention']>, quoted?: Maybe<ResolversTypes['MessageSnapshot']> }>;
  QuoteContentInput: QuoteContentInput;
  ReadReceiptEvent: ResolverTypeWrapper<Omit<ReadReceiptEvent, 'reader'> & { reader?: Maybe<ResolversTypes['User']> }>;
  RequestDirection: RequestDirection;
  RequestState: RequestState;
  Retention: ResolverTypeWrapper<Omit<Retention, 'groups'> & { groups: ReadonlyArray<ResolversTypes['GroupRetention']> }>;
  RevokedContent: ResolverTypeWrapper<Omit<RevokedContent, 'revokedBy'> & { revokedBy?: Maybe<ResolversTypes['User']> }>;
  SeenMessage: ResolverTypeWrapper<Scalars['SeenMessage']['output']>;
  SendMessageInput: SendMessageInput;
  SetConversationInput: SetConversationInput;
  SoundContent: ResolverTypeWrapper<Omit<SoundContent, 'source'> & { source: ResolversTypes['Media'] }>;
  Statistics: ResolverTypeWrapper<Span>;
  Sticker: ResolverTypeWrapper<Sticker>;
  StickerContent: ResolverTypeWrapper<StickerContent>;
  StickerContentInput: StickerContentInput;
  SyncPoint: ResolverTypeWrapper<SyncPoint>;
  SyncPointInput: SyncPointInput;
  SyncedIDs: ResolverTypeWrapper<SyncedIDs>;
  TextContent: ResolverTypeWrapper<Omit<TextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversTypes['Mention']>, quoted?: Maybe<ResolversTypes['MessageSnapshot']> }>;
  TextContentInput: TextContentInput;
  TextEntity: ResolverTypeWrapper<TextEntity>;
  TextualContent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['TextualContent']>;
  TotalCoverage: ResolverTypeWrapper<TotalCoverage>;
  TypingContent: ResolverTypeWrapper<TypingContent>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnknownContent: ResolverTypeWrapper<UnknownContent>;
  UpdateFriendInput: UpdateFriendInput;
  UpdateGroupInput: UpdateGroupInput;
  UpdateGroupMemberInput: UpdateGroupMemberInput;
  UpdateNotificationAccountInput: UpdateNotificationAccountInput;
  UpdateProfileInput: UpdateProfileInput;
  UpdateUserCommandInput: UpdateUserCommandInput;
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UploadLogsInput: UploadLogsInput;
  User: ResolverTypeWrapper<UserSource>;
  UserCommand: ResolverTypeWrapper<WireCommand>;
  UserCommandConnection: ResolverTypeWrapper<Omit<UserCommandConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UserCommandEdge']>, nodes: ReadonlyArray<ResolversTypes['UserCommand']> }>;
  UserCommandEdge: ResolverTypeWrapper<Omit<UserCommandEdge, 'node'> & { node: ResolversTypes['UserCommand'] }>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UserEdge']>, nodes: ReadonlyArray<Maybe<ResolversTypes['User']>> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node?: Maybe<ResolversTypes['User']> }>;
  UserEvent: ResolverTypeWrapper<Omit<UserEvent, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UserRelationConnection: ResolverTypeWrapper<Omit<UserRelationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UserRelationEdge']>, nodes: ReadonlyArray<Maybe<ResolversTypes['User']>> }>;
  UserRelationEdge: ResolverTypeWrapper<Omit<UserRelationEdge, 'node'> & { node?: Maybe<ResolversTypes['User']> }>;
  VideoContent: ResolverTypeWrapper<Omit<VideoContent, 'snapshot' | 'source'> & { snapshot?: Maybe<ResolversTypes['Media']>, source: ResolversTypes['Media'] }>;
  VideoContentInput: VideoContentInput;
  WebhookDelivery: ResolverTypeWrapper<Delivery>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, nodes: ReadonlyArray<ResolversTypes['WebhookDelivery']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookDisabling: WebhookDisabling;
  WebhookEndpoint: ResolverTypeWrapper<Endpoint>;
  WebhookEndpointWithSecret: ResolverTypeWrapper<Omit<WebhookEndpointWithSecret, 'endpoint'> & { endpoint: ResolversTypes['WebhookEndpoint'] }>;
  WebhookKind: WebhookKind;
  WebhookReplay: ResolverTypeWrapper<Omit<WebhookReplay, 'endpoint'> & { endpoint: ResolversTypes['WebhookEndpoint'] }>;
  WebhookSecret: ResolverTypeWrapper<WebhookSecret>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActiveGroup: WireActiveGroup;
  Int: Scalars['Int']['output'];
  ActiveGroupConnection: Omit<ActiveGroupConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ActiveGroupEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ActiveGroup']> };
  Float: Scalars['Float']['output'];
  ActiveGroupEdge: Omit<ActiveGroupEdge, 'node'> & { node: ResolversParentTypes['ActiveGroup'] };
  String: Scalars['String']['output'];
  ActiveUser: WireActiveUser;
  ActiveUserConnection: Omit<ActiveUserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ActiveUserEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ActiveUser']> };
  ActiveUserEdge: Omit<ActiveUserEdge, 'node'> & { node: ResolversParentTypes['ActiveUser'] };
  AddUserCommandInput: AddUserCommandInput;
  AtTextContent: Omit<AtTextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversParentTypes['Mention']>, quoted?: Maybe<ResolversParentTypes['MessageSnapshot']> };
  Boolean: Scalars['Boolean']['output'];
  AtTextContentInput: AtTextContentInput;
  ID: Scalars['ID']['output'];
  Block: WireBlock;
  BlockConnection: Omit<BlockConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BlockEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Block']> };
  BlockEdge: Omit<BlockEdge, 'node'> & { node: ResolversParentTypes['Block'] };
  Broadcast: Omit<Broadcast, 'messages'> & { messages: ReadonlyArray<ResolversParentTypes['Message']> };
  BroadcastMessageInput: BroadcastMessageInput;
  BusinessEvent: BusinessEvent;
  BusinessNotification: BusinessNotification;
  BusinessNotificationInput: BusinessNotificationInput;
  CardContent: Omit<CardContent, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  CardContentInput: CardContentInput;
  ClientConfig: WireClientConfig;
  ClientConfigConnection: Omit<ClientConfigConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ClientConfigEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ClientConfig']> };
  ClientConfigEdge: Omit<ClientConfigEdge, 'node'> & { node: ResolversParentTypes['ClientConfig'] };
  ClientConfigInput: ClientConfigInput;
  ClientLog: WireLog;
  ClientLogConnection: Omit<ClientLogConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ClientLogEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ClientLog']> };
  ClientLogEdge: Omit<ClientLogEdge, 'node'> & { node: ResolversParentTypes['ClientLog'] };
  Conversation: ConversationModel;
  ConversationChanges: Omit<ConversationChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversParentTypes['Conversation']>, updated: ReadonlyArray<ResolversParentTypes['Conversation']> };
  ConversationConnection: Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ConversationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Conversation']> };
  ConversationCoverage: ConversationCoverage;
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  ConversationEvent: Omit<ConversationEvent, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  ConversationFilter: ConversationFilter;
  CreateGroupInput: CreateGroupInput;
  CreateNotificationAccountInput: CreateNotificationAccountInput;
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CustomContent: CustomContent;
  CustomContentInput: CustomContentInput;
  DateTime: Scalars['DateTime']['output'];
  DayCount: DayCount;
  DeadLetter: DeadEvent;
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DeadLetterEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  DeletionEvent: Omit<DeletionEvent, 'by'> & { by?: Maybe<ResolversParentTypes['User']> };
  EventConsumer: ConsumerState;
  FileContent: Omit<FileContent, 'source'> & { source: ResolversParentTypes['Media'] };
  FileContentInput: FileContentInput;
  Friend: FriendSource;
  FriendChanges: Omit<FriendChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversParentTypes['Friend']>, updated: ReadonlyArray<ResolversParentTypes['Friend']> };
  FriendConnection: Omit<FriendConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FriendEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Friend']> };
  FriendEdge: Omit<FriendEdge, 'node'> & { node: ResolversParentTypes['Friend'] };
  FriendEvent: Omit<FriendEvent, 'from' | 'to'> & { from?: Maybe<ResolversParentTypes['User']>, to?: Maybe<ResolversParentTypes['User']> };
  FriendRequest: WireFriendRequest;
  FriendRequestConnection: Omit<FriendRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FriendRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['FriendRequest']> };
  FriendRequestEdge: Omit<FriendRequestEdge, 'node'> & { node: ResolversParentTypes['FriendRequest'] };
  Group: GroupSource;
  GroupChanges: Omit<GroupChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversParentTypes['Group']>, updated: ReadonlyArray<ResolversParentTypes['Group']> };
  GroupConnection: Omit<GroupConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GroupEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Group']> };
  GroupEdge: Omit<GroupEdge, 'node'> & { node: ResolversParentTypes['Group'] };
  GroupEvent: Omit<GroupEvent, 'group' | 'operator' | 'people'> & { group?: Maybe<ResolversParentTypes['Group']>, operator?: Maybe<ResolversParentTypes['User']>, people?: Maybe<ReadonlyArray<ResolversParentTypes['User']>> };
  GroupMember: WireGroupMember;
  GroupMemberChanges: Omit<GroupMemberChanges, 'inserted' | 'updated'> & { inserted: ReadonlyArray<ResolversParentTypes['GroupMember']>, updated: ReadonlyArray<ResolversParentTypes['GroupMember']> };
  GroupMemberConnection: Omit<GroupMemberConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GroupMemberEdge']>, nodes: ReadonlyArray<ResolversParentTypes['GroupMember']> };
  GroupMemberEdge: Omit<GroupMemberEdge, 'node'> & { node: ResolversParentTypes['GroupMember'] };
  GroupMemberFilter: GroupMemberFilter;
  GroupRequest: WireGroupRequest;
  GroupRequestConnection: Omit<GroupRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GroupRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['GroupRequest']> };
  GroupRequestEdge: Omit<GroupRequestEdge, 'node'> & { node: ResolversParentTypes['GroupRequest'] };
  GroupRetention: RetentionRow;
  Growth: Growth;
  JSON: Scalars['JSON']['output'];
  Link: Link;
  LocationContent: LocationContent;
  LocationContentInput: LocationContentInput;
  LogFileInput: LogFileInput;
  MarkdownContent: Omit<MarkdownContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversParentTypes['Mention']>, quoted?: Maybe<ResolversParentTypes['MessageSnapshot']> };
  Media: MediaReference;
  MediaClaim: Scalars['MediaClaim']['output'];
  MediaContent: ResolversInterfaceTypes<ResolversParentTypes>['MediaContent'];
  MediaContentInput: MediaContentInput;
  Mention: Omit<Mention, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  MergerContent: Omit<MergerContent, 'messages'> & { messages: ReadonlyArray<ResolversParentTypes['MessageSnapshot']> };
  MergerContentInput: MergerContentInput;
  Message: MessageModel;
  MessageConnection: MessagePage;
  MessageContent: ResolversInterfaceTypes<ResolversParentTypes>['MessageContent'];
  MessageContentInput: MessageContentInput;
  MessageCounts: MessageCounts;
  MessageDay: MessageDay;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageSearch: MessageSearch;
  MessageSnapshot: Snapshot;
  Mutation: Record<PropertyKey, never>;
  NoticeEvent: Omit<NoticeEvent, 'attachments' | 'avatar'> & { attachments: ReadonlyArray<ResolversParentTypes['MessageContent']>, avatar?: Maybe<ResolversParentTypes['Media']> };
  NoticeInput: NoticeInput;
  NotificationAccount: WireNotificationAccount;
  NotificationAccountConnection: Omit<NotificationAccountConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['NotificationAccountEdge']>, nodes: ReadonlyArray<ResolversParentTypes['NotificationAccount']> };
  NotificationAccountEdge: Omit<NotificationAccountEdge, 'node'> & { node: ResolversParentTypes['NotificationAccount'] };
  NotificationContent: Omit<NotificationContent, 'event'> & { event?: Maybe<ResolversParentTypes['NotificationEvent']> };
  NotificationEvent: ResolversUnionTypes<ResolversParentTypes>['NotificationEvent'];
  OfflinePushInput: OfflinePushInput;
  PageInfo: PageInfo;
  PictureContent: Omit<PictureContent, 'source' | 'thumbnail'> & { source: ResolversParentTypes['Media'], thumbnail?: Maybe<ResolversParentTypes['Media']> };
  PushToken: PushToken;
  Query: Record<PropertyKey, never>;
  QuoteContent: Omit<QuoteContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversParentTypes['Mention']>, quoted?: Maybe<ResolversParentTypes['MessageSnapshot']> };
  QuoteContentInput: QuoteContentInput;
  ReadReceiptEvent: Omit<ReadReceiptEvent, 'reader'> & { reader?: Maybe<ResolversParentTypes['User']> };
  Retention: Omit<Retention, 'groups'> & { groups: ReadonlyArray<ResolversParentTypes['GroupRetention']> };
  RevokedContent: Omit<RevokedContent, 'revokedBy'> & { revokedBy?: Maybe<ResolversParentTypes['User']> };
  SeenMessage: Scalars['SeenMessage']['output'];
  SendMessageInput: SendMessageInput;
  SetConversationInput: SetConversationInput;
  SoundContent: Omit<SoundContent, 'source'> & { source: ResolversParentTypes['Media'] };
  Statistics: Span;
  Sticker: Sticker;
  StickerContent: StickerContent;
  StickerContentInput: StickerContentInput;
  SyncPoint: SyncPoint;
  SyncPointInput: SyncPointInput;
  SyncedIDs: SyncedIDs;
  TextContent: Omit<TextContent, 'mentions' | 'quoted'> & { mentions: ReadonlyArray<ResolversParentTypes['Mention']>, quoted?: Maybe<ResolversParentTypes['MessageSnapshot']> };
  TextContentInput: TextContentInput;
  TextEntity: TextEntity;
  TextualContent: ResolversInterfaceTypes<ResolversParentTypes>['TextualContent'];
  TotalCoverage: TotalCoverage;
  TypingContent: TypingContent;
  URL: Scalars['URL']['output'];
  UnknownContent: UnknownContent;
  UpdateFriendInput: UpdateFriendInput;
  UpdateGroupInput: UpdateGroupInput;
  UpdateGroupMemberInput: UpdateGroupMemberInput;
  UpdateNotificationAccountInput: UpdateNotificationAccountInput;
  UpdateProfileInput: UpdateProfileInput;
  UpdateUserCommandInput: UpdateUserCommandInput;
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UploadLogsInput: UploadLogsInput;
  User: UserSource;
  UserCommand: WireCommand;
  UserCommandConnection: Omit<UserCommandConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UserCommandEdge']>, nodes: ReadonlyArray<ResolversParentTypes['UserCommand']> };
  UserCommandEdge: Omit<UserCommandEdge, 'node'> & { node: ResolversParentTypes['UserCommand'] };
  UserConnection: Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UserEdge']>, nodes: ReadonlyArray<Maybe<ResolversParentTypes['User']>> };
  UserEdge: Omit<UserEdge, 'node'> & { node?: Maybe<ResolversParentTypes['User']> };
  UserEvent: Omit<UserEvent, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UserRelationConnection: Omit<UserRelationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UserRelationEdge']>, nodes: ReadonlyArray<Maybe<ResolversParentTypes['User']>> };
  UserRelationEdge: Omit<UserRelationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['User']> };
  VideoContent: Omit<VideoContent, 'snapshot' | 'source'> & { snapshot?: Maybe<ResolversParentTypes['Media']>, source: ResolversParentTypes['Media'] };
  VideoContentInput: VideoContentInput;
  WebhookDelivery: Delivery;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookEndpoint: Endpoint;
  WebhookEndpointWithSecret: Omit<WebhookEndpointWithSecret, 'endpoint'> & { endpoint: ResolversParentTypes['WebhookEndpoint'] };
  WebhookReplay: Omit<WebhookReplay, 'endpoint'> & { endpoint: ResolversParentTypes['WebhookEndpoint'] };
  WebhookSecret: WebhookSecret;
};

export type ActiveGroupResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ActiveGroup'] = ResolversParentTypes['ActiveGroup']> = {
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  messageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActiveGroupConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ActiveGroupConnection'] = ResolversParentTypes['ActiveGroupConnection']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['DayCount']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ActiveGroupEdge']>, ParentType, ContextType>;
  messageCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ActiveGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ActiveGroupEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ActiveGroupEdge'] = ResolversParentTypes['ActiveGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ActiveGroup'], ParentType, ContextType>;
};

export type ActiveUserResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ActiveUser'] = ResolversParentTypes['ActiveUser']> = {
  messageCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ActiveUserConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ActiveUserConnection'] = ResolversParentTypes['ActiveUserConnection']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['DayCount']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ActiveUserEdge']>, ParentType, ContextType>;
  messageCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ActiveUser']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ActiveUserEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ActiveUserEdge'] = ResolversParentTypes['ActiveUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ActiveUser'], ParentType, ContextType>;
};

export type AtTextContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['AtTextContent'] = ResolversParentTypes['AtTextContent']> = {
  entities?: Resolver<ReadonlyArray<ResolversTypes['TextEntity']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  mentions?: Resolver<ReadonlyArray<ResolversTypes['Mention']>, ParentType, ContextType>;
  mentionsAll?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type BlockConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['BlockConnection'] = ResolversParentTypes['BlockConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BlockEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Block']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BlockEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['BlockEdge'] = ResolversParentTypes['BlockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
};

export type BroadcastResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Broadcast'] = ResolversParentTypes['Broadcast']> = {
  failedUserIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
};

export type BusinessEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['BusinessEvent'] = ResolversParentTypes['BusinessEvent']> = {
  data?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BusinessNotificationResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['BusinessNotification'] = ResolversParentTypes['BusinessNotification']> = {
  clientMsgID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  serverMsgID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CardContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['CardContent'] = ResolversParentTypes['CardContent']> = {
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faceURL?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  nickname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientConfigResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ClientConfig'] = ResolversParentTypes['ClientConfig']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClientConfigConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ClientConfigConnection'] = ResolversParentTypes['ClientConfigConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClientConfigEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ClientConfig']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ClientConfigEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ClientConfigEdge'] = ResolversParentTypes['ClientConfigEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ClientConfig'], ParentType, ContextType>;
};

export type ClientLogResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ClientLog'] = ResolversParentTypes['ClientLog']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ClientLogConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ClientLogConnection'] = ResolversParentTypes['ClientLogConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClientLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ClientLog']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ClientLogEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ClientLogEdge'] = ResolversParentTypes['ClientLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ClientLog'], ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation'], FederationReferenceType extends FederationReferenceTypes['Conversation'] = FederationReferenceTypes['Conversation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Conversation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  burnDuration?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  groupAtType?: Resolver<Maybe<ResolversTypes['GroupAtType']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConversationKind'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  mentioned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, Partial<ConversationMessagesArgs>>;
  msgDestructTime?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notify?: Resolver<ResolversTypes['NotifyMode'], ParentType, ContextType>;
  peer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  pinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  privateChat?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  readSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConversationChangesResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ConversationChanges'] = ResolversParentTypes['ConversationChanges']> = {
  deletedIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  full?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inserted?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  point?: Resolver<ResolversTypes['SyncPoint'], ParentType, ContextType>;
  updated?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ConversationCoverageResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ConversationCoverage'] = ResolversParentTypes['ConversationCoverage']> = {
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  conversationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  gone?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  told?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type ConversationEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ConversationEvent'] = ResolversParentTypes['ConversationEvent']> = {
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  conversationIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  privateChat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['CustomContent'] = ResolversParentTypes['CustomContent']> = {
  data?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayCountResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['DayCount'] = ResolversParentTypes['DayCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  diedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  eventID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keptAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['EventSource'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type DeletionEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['DeletionEvent'] = ResolversParentTypes['DeletionEvent']> = {
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  conversationID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  seqs?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventConsumerResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['EventConsumer'] = ResolversParentTypes['EventConsumer']> = {
  deadLetterCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lagSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FileContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FileContent'] = ResolversParentTypes['FileContent']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FriendResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Friend'] = ResolversParentTypes['Friend']> = {
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remark?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type FriendChangesResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendChanges'] = ResolversParentTypes['FriendChanges']> = {
  deletedIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  full?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inserted?: Resolver<ReadonlyArray<ResolversTypes['Friend']>, ParentType, ContextType>;
  orderChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  point?: Resolver<ResolversTypes['SyncPoint'], ParentType, ContextType>;
  updated?: Resolver<ReadonlyArray<ResolversTypes['Friend']>, ParentType, ContextType>;
};

export type FriendConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendConnection'] = ResolversParentTypes['FriendConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FriendEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Friend']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FriendEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendEdge'] = ResolversParentTypes['FriendEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Friend'], ParentType, ContextType>;
};

export type FriendEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendEvent'] = ResolversParentTypes['FriendEvent']> = {
  from?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FriendRequestResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendRequest'] = ResolversParentTypes['FriendRequest']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RequestState'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type FriendRequestConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendRequestConnection'] = ResolversParentTypes['FriendRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FriendRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FriendRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FriendRequestEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['FriendRequestEdge'] = ResolversParentTypes['FriendRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FriendRequest'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group'], FederationReferenceType extends FederationReferenceTypes['Group'] = FederationReferenceTypes['Group']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Group']> | FederationReferenceType, FederationReferenceType, ContextType>;
  announcedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  announcedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  announcement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  befriendingAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faceURL?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  introduction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  joinPolicy?: Resolver<ResolversTypes['JoinPolicy'], ParentType, ContextType>;
  memberChanges?: Resolver<Maybe<ResolversTypes['GroupMemberChanges']>, ParentType, ContextType, Partial<GroupMemberChangesArgs>>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  memberIDs?: Resolver<Maybe<ResolversTypes['SyncedIDs']>, ParentType, ContextType, Partial<GroupMemberIDsArgs>>;
  members?: Resolver<Maybe<ResolversTypes['GroupMemberConnection']>, ParentType, ContextType, Partial<GroupMembersArgs>>;
  membership?: Resolver<Maybe<ResolversTypes['GroupMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  profilesVisible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['GroupRequest']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GroupState'], ParentType, ContextType>;
};

export type GroupChangesResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupChanges'] = ResolversParentTypes['GroupChanges']> = {
  deletedIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  full?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inserted?: Resolver<ReadonlyArray<ResolversTypes['Group']>, ParentType, ContextType>;
  point?: Resolver<ResolversTypes['SyncPoint'], ParentType, ContextType>;
  updated?: Resolver<ReadonlyArray<ResolversTypes['Group']>, ParentType, ContextType>;
};

export type GroupConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupConnection'] = ResolversParentTypes['GroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Group']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GroupEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupEdge'] = ResolversParentTypes['GroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Group'], ParentType, ContextType>;
};

export type GroupEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupEvent'] = ResolversParentTypes['GroupEvent']> = {
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  groupName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mutedSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupMemberResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupMember'] = ResolversParentTypes['GroupMember']> = {
  avatar?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faceURL?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inviter?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  joinSource?: Resolver<Maybe<ResolversTypes['JoinSource']>, ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mutedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nickname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['GroupRole'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type GroupMemberChangesResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupMemberChanges'] = ResolversParentTypes['GroupMemberChanges']> = {
  deletedIDs?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  full?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  groupChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inserted?: Resolver<ReadonlyArray<ResolversTypes['GroupMember']>, ParentType, ContextType>;
  orderChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  point?: Resolver<ResolversTypes['SyncPoint'], ParentType, ContextType>;
  updated?: Resolver<ReadonlyArray<ResolversTypes['GroupMember']>, ParentType, ContextType>;
};

export type GroupMemberConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupMemberConnection'] = ResolversParentTypes['GroupMemberConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GroupMemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GroupMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GroupMemberEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupMemberEdge'] = ResolversParentTypes['GroupMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GroupMember'], ParentType, ContextType>;
};

export type GroupRequestResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupRequest'] = ResolversParentTypes['GroupRequest']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inviter?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  joinSource?: Resolver<Maybe<ResolversTypes['JoinSource']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RequestState'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type GroupRequestConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupRequestConnection'] = ResolversParentTypes['GroupRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GroupRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GroupRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GroupRequestEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupRequestEdge'] = ResolversParentTypes['GroupRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GroupRequest'], ParentType, ContextType>;
};

export type GroupRetentionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['GroupRetention'] = ResolversParentTypes['GroupRetention']> = {
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
};

export type GrowthResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Growth'] = ResolversParentTypes['Growth']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  days?: Resolver<ReadonlyArray<ResolversTypes['DayCount']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LinkResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link']> = {
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type LocationContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['LocationContent'] = ResolversParentTypes['LocationContent']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkdownContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MarkdownContent'] = ResolversParentTypes['MarkdownContent']> = {
  entities?: Resolver<ReadonlyArray<ResolversTypes['TextEntity']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  mentions?: Resolver<ReadonlyArray<ResolversTypes['Mention']>, ParentType, ContextType>;
  mentionsAll?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MediaResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  claim?: Resolver<ResolversTypes['MediaClaim'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface MediaClaimScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MediaClaim'], any> {
  name: 'MediaClaim';
}

export type MediaContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MediaContent'] = ResolversParentTypes['MediaContent']> = {
  __resolveType: TypeResolveFn<'FileContent' | 'PictureContent' | 'SoundContent' | 'VideoContent', ParentType, ContextType>;
};

export type MentionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Mention'] = ResolversParentTypes['Mention']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MergerContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MergerContent'] = ResolversParentTypes['MergerContent']> = {
  messages?: Resolver<ReadonlyArray<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  summaries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  clientMsgID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['MessageContent'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  conversationID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  read?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  revoked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sender?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  senderMember?: Resolver<Maybe<ResolversTypes['GroupMember']>, ParentType, ContextType>;
  sentAs?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  serverMsgID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unsearched?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MessageContent'] = ResolversParentTypes['MessageContent']> = {
  __resolveType: TypeResolveFn<'AtTextContent' | 'CardContent' | 'CustomContent' | 'FileContent' | 'LocationContent' | 'MarkdownContent' | 'MergerContent' | 'NotificationContent' | 'PictureContent' | 'QuoteContent' | 'RevokedContent' | 'SoundContent' | 'StickerContent' | 'TextContent' | 'TypingContent' | 'UnknownContent' | 'VideoContent', ParentType, ContextType>;
};

export type MessageCountsResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MessageCounts'] = ResolversParentTypes['MessageCounts']> = {
  media?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageDayResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MessageDay'] = ResolversParentTypes['MessageDay']> = {
  day?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  direct?: Resolver<ResolversTypes['MessageCounts'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['MessageCounts'], ParentType, ContextType>;
  newGroups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notices?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revoked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  snippet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageSnapshotResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['MessageSnapshot'] = ResolversParentTypes['MessageSnapshot'], FederationReferenceType extends FederationReferenceTypes['MessageSnapshot'] = FederationReferenceTypes['MessageSnapshot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MessageSnapshot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  content?: Resolver<ResolversTypes['MessageContent'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  original?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['SeenMessage']>, ParentType, ContextType>;
  sender?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  senderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addFriend?: Resolver<Maybe<ResolversTypes['FriendRequest']>, ParentType, ContextType, RequireFields<MutationAddFriendArgs, 'userID'>>;
  addUserCommand?: Resolver<Maybe<ResolversTypes['UserCommand']>, ParentType, ContextType, RequireFields<MutationAddUserCommandArgs, 'input'>>;
  blockUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationBlockUserArgs, 'userID'>>;
  broadcastMessage?: Resolver<Maybe<ResolversTypes['Broadcast']>, ParentType, ContextType, RequireFields<MutationBroadcastMessageArgs, 'input' | 'reason'>>;
  clearAllConversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType>;
  clearConversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<MutationClearConversationArgs, 'id'>>;
  createGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationCreateGroupArgs, 'input'>>;
  createNotificationAccount?: Resolver<Maybe<ResolversTypes['NotificationAccount']>, ParentType, ContextType, RequireFields<MutationCreateNotificationAccountArgs, 'input' | 'reason'>>;
  createWebhookEndpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpointWithSecret']>, ParentType, ContextType, RequireFields<MutationCreateWebhookEndpointArgs, 'input' | 'reason'>>;
  deleteClientConfig?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType, RequireFields<MutationDeleteClientConfigArgs, 'keys' | 'reason'>>;
  deleteConversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<MutationDeleteConversationArgs, 'id'>>;
  deleteLogs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType, RequireFields<MutationDeleteLogsArgs, 'ids' | 'reason'>>;
  deleteMessages?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<MutationDeleteMessagesArgs, 'forEveryone' | 'ids'>>;
  deleteUserCommand?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<MutationDeleteUserCommandArgs, 'type' | 'uuid'>>;
  deleteWebhookEndpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType, RequireFields<MutationDeleteWebhookEndpointArgs, 'id' | 'reason'>>;
  dismissDeadLetters?: Resolver<Maybe<ResolversTypes['EventConsumer']>, ParentType, ContextType, RequireFields<MutationDismissDeadLettersArgs, 'consumer' | 'eventIDs' | 'reason'>>;
  dismissGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationDismissGroupArgs, 'groupID'>>;
  eraseMessages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType, RequireFields<MutationEraseMessagesArgs, 'ids' | 'reason'>>;
  importFriends?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationImportFriendsArgs, 'friendIDs' | 'reason' | 'userID'>>;
  inviteToGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationInviteToGroupArgs, 'groupID' | 'userIDs'>>;
  joinGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationJoinGroupArgs, 'groupID' | 'source'>>;
  leaveGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationLeaveGroupArgs, 'groupID'>>;
  markConversationRead?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<MutationMarkConversationReadArgs, 'id'>>;
  markMessagesRead?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<MutationMarkMessagesReadArgs, 'ids'>>;
  muteGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationMuteGroupArgs, 'groupID'>>;
  muteGroupMember?: Resolver<Maybe<ResolversTypes['GroupMember']>, ParentType, ContextType, RequireFields<MutationMuteGroupMemberArgs, 'groupID' | 'until' | 'userID'>>;
  redeliverWebhook?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType, RequireFields<MutationRedeliverWebhookArgs, 'id' | 'reason'>>;
  registerPushToken?: Resolver<Maybe<ResolversTypes['PushToken']>, ParentType, ContextType, RequireFields<MutationRegisterPushTokenArgs, 'token'>>;
  removeFriend?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationRemoveFriendArgs, 'userID'>>;
  removeGroupMembers?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationRemoveGroupMembersArgs, 'groupID' | 'userIDs'>>;
  replayEvents?: Resolver<Maybe<ResolversTypes['EventConsumer']>, ParentType, ContextType, RequireFields<MutationReplayEventsArgs, 'consumer' | 'reason'>>;
  replayWebhooks?: Resolver<Maybe<ResolversTypes['WebhookReplay']>, ParentType, ContextType, RequireFields<MutationReplayWebhooksArgs, 'from' | 'id' | 'reason' | 'to'>>;
  respondToFriendRequest?: Resolver<Maybe<ResolversTypes['FriendRequest']>, ParentType, ContextType, RequireFields<MutationRespondToFriendRequestArgs, 'accept' | 'userID'>>;
  respondToGroupRequest?: Resolver<Maybe<ResolversTypes['GroupRequest']>, ParentType, ContextType, RequireFields<MutationRespondToGroupRequestArgs, 'accept' | 'groupID' | 'userID'>>;
  retryDeadLetters?: Resolver<Maybe<ResolversTypes['EventConsumer']>, ParentType, ContextType, RequireFields<MutationRetryDeadLettersArgs, 'consumer' | 'reason'>>;
  revokeMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<MutationRevokeMessageArgs, 'id'>>;
  rotateWebhookSecret?: Resolver<Maybe<ResolversTypes['WebhookEndpointWithSecret']>, ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'id' | 'overlapHours' | 'reason'>>;
  sendBusinessNotification?: Resolver<Maybe<ResolversTypes['BusinessNotification']>, ParentType, ContextType, RequireFields<MutationSendBusinessNotificationArgs, 'input' | 'reason'>>;
  sendMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<MutationSendMessageArgs, 'input'>>;
  sendMessageAs?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<MutationSendMessageAsArgs, 'input' | 'reason' | 'senderID'>>;
  sendNotice?: Resolver<Maybe<ResolversTypes['Broadcast']>, ParentType, ContextType, RequireFields<MutationSendNoticeArgs, 'input' | 'reason'>>;
  setAppBadge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<MutationSetAppBadgeArgs, 'count'>>;
  setClientConfig?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClientConfig']>>, ParentType, ContextType, RequireFields<MutationSetClientConfigArgs, 'configs' | 'reason'>>;
  setConversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<MutationSetConversationArgs, 'id' | 'input'>>;
  setGlobalNotify?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationSetGlobalNotifyArgs, 'mode'>>;
  setGroupMemberRole?: Resolver<Maybe<ResolversTypes['GroupMember']>, ParentType, ContextType, RequireFields<MutationSetGroupMemberRoleArgs, 'groupID' | 'role' | 'userID'>>;
  setRetention?: Resolver<Maybe<ResolversTypes['Retention']>, ParentType, ContextType, RequireFields<MutationSetRetentionArgs, 'reason'>>;
  testWebhookEndpoint?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType, RequireFields<MutationTestWebhookEndpointArgs, 'id' | 'reason'>>;
  transferGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationTransferGroupArgs, 'groupID' | 'newOwnerID'>>;
  unblockUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationUnblockUserArgs, 'userID'>>;
  unmuteGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationUnmuteGroupArgs, 'groupID'>>;
  unmuteGroupMember?: Resolver<Maybe<ResolversTypes['GroupMember']>, ParentType, ContextType, RequireFields<MutationUnmuteGroupMemberArgs, 'groupID' | 'userID'>>;
  updateFriend?: Resolver<Maybe<ResolversTypes['Friend']>, ParentType, ContextType, RequireFields<MutationUpdateFriendArgs, 'input' | 'userID'>>;
  updateGroup?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<MutationUpdateGroupArgs, 'groupID' | 'input'>>;
  updateGroupMember?: Resolver<Maybe<ResolversTypes['GroupMember']>, ParentType, ContextType, RequireFields<MutationUpdateGroupMemberArgs, 'groupID' | 'input' | 'userID'>>;
  updateNotificationAccount?: Resolver<Maybe<ResolversTypes['NotificationAccount']>, ParentType, ContextType, RequireFields<MutationUpdateNotificationAccountArgs, 'id' | 'input' | 'reason'>>;
  updateProfile?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  updateUserCommand?: Resolver<Maybe<ResolversTypes['UserCommand']>, ParentType, ContextType, RequireFields<MutationUpdateUserCommandArgs, 'input' | 'type' | 'uuid'>>;
  updateUserProfile?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationUpdateUserProfileArgs, 'input' | 'reason' | 'userID'>>;
  updateWebhookEndpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType, RequireFields<MutationUpdateWebhookEndpointArgs, 'id' | 'input' | 'reason'>>;
  uploadLogs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<MutationUploadLogsArgs, 'input'>>;
};

export type NoticeEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['NoticeEvent'] = ResolversParentTypes['NoticeEvent']> = {
  attachments?: Resolver<ReadonlyArray<ResolversTypes['MessageContent']>, ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notificationType?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationAccountResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['NotificationAccount'] = ResolversParentTypes['NotificationAccount']> = {
  faceURL?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationAccountKind'], ParentType, ContextType>;
  nickname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type NotificationAccountConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['NotificationAccountConnection'] = ResolversParentTypes['NotificationAccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationAccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NotificationAccount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationAccountEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['NotificationAccountEdge'] = ResolversParentTypes['NotificationAccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NotificationAccount'], ParentType, ContextType>;
};

export type NotificationContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['NotificationContent'] = ResolversParentTypes['NotificationContent']> = {
  detail?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['NotificationEvent']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['NotificationEvent'] = ResolversParentTypes['NotificationEvent']> = {
  __resolveType: TypeResolveFn<'BusinessEvent' | 'ConversationEvent' | 'DeletionEvent' | 'FriendEvent' | 'GroupEvent' | 'NoticeEvent' | 'ReadReceiptEvent' | 'UserEvent', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PictureContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['PictureContent'] = ResolversParentTypes['PictureContent']> = {
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thumbnail?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlatformResolvers = EnumResolverSignature<{ ANDROID?: any, ANDROID_PAD?: any, HARMONY_OS?: any, IOS?: any, IPAD?: any, LINUX?: any, MACOS?: any, MINI_WEB?: any, WEB?: any, WINDOWS?: any }, ResolversTypes['Platform']>;

export type PushTokenResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['PushToken'] = ResolversParentTypes['PushToken']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  platform?: Resolver<ResolversTypes['Platform'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  allGroups?: Resolver<Maybe<ResolversTypes['GroupConnection']>, ParentType, ContextType, Partial<QueryAllGroupsArgs>>;
  allUsers?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<QueryAllUsersArgs>>;
  blockedUsers?: Resolver<Maybe<ResolversTypes['BlockConnection']>, ParentType, ContextType, Partial<QueryBlockedUsersArgs>>;
  clientConfig?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClientConfig']>>, ParentType, ContextType>;
  clientConfigs?: Resolver<Maybe<ResolversTypes['ClientConfigConnection']>, ParentType, ContextType, Partial<QueryClientConfigsArgs>>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversationChanges?: Resolver<Maybe<ResolversTypes['ConversationChanges']>, ParentType, ContextType, Partial<QueryConversationChangesArgs>>;
  conversationIDs?: Resolver<Maybe<ResolversTypes['SyncedIDs']>, ParentType, ContextType, Partial<QueryConversationIDsArgs>>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, Partial<QueryConversationsArgs>>;
  coverage?: Resolver<Maybe<ResolversTypes['ConversationCoverage']>, ParentType, ContextType, RequireFields<QueryCoverageArgs, 'conversationID'>>;
  deadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'consumer'>>;
  eventConsumers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventConsumer']>>, ParentType, ContextType>;
  friendChanges?: Resolver<Maybe<ResolversTypes['FriendChanges']>, ParentType, ContextType, Partial<QueryFriendChangesArgs>>;
  friendIDs?: Resolver<Maybe<ResolversTypes['SyncedIDs']>, ParentType, ContextType, Partial<QueryFriendIDsArgs>>;
  friendRequests?: Resolver<Maybe<ResolversTypes['FriendRequestConnection']>, ParentType, ContextType, RequireFields<QueryFriendRequestsArgs, 'direction'>>;
  friends?: Resolver<Maybe<ResolversTypes['FriendConnection']>, ParentType, ContextType, Partial<QueryFriendsArgs>>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<QueryGroupArgs, 'id'>>;
  groupChanges?: Resolver<Maybe<ResolversTypes['GroupChanges']>, ParentType, ContextType, Partial<QueryGroupChangesArgs>>;
  groupIDs?: Resolver<Maybe<ResolversTypes['SyncedIDs']>, ParentType, ContextType, Partial<QueryGroupIDsArgs>>;
  groupRequests?: Resolver<Maybe<ResolversTypes['GroupRequestConnection']>, ParentType, ContextType, RequireFields<QueryGroupRequestsArgs, 'direction'>>;
  groups?: Resolver<Maybe<ResolversTypes['GroupConnection']>, ParentType, ContextType, Partial<QueryGroupsArgs>>;
  logs?: Resolver<Maybe<ResolversTypes['ClientLogConnection']>, ParentType, ContextType, Partial<QueryLogsArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType, RequireFields<QueryMessageArgs, 'id'>>;
  messages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, RequireFields<QueryMessagesArgs, 'filter'>>;
  notificationAccounts?: Resolver<Maybe<ResolversTypes['NotificationAccountConnection']>, ParentType, ContextType, Partial<QueryNotificationAccountsArgs>>;
  retention?: Resolver<Maybe<ResolversTypes['Retention']>, ParentType, ContextType>;
  searchGroups?: Resolver<Maybe<ResolversTypes['GroupConnection']>, ParentType, ContextType, RequireFields<QuerySearchGroupsArgs, 'keyword'>>;
  searchMessages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, RequireFields<QuerySearchMessagesArgs, 'filter'>>;
  serverTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['Statistics']>, ParentType, ContextType, RequireFields<QueryStatisticsArgs, 'from' | 'to'>>;
  totalCoverage?: Resolver<Maybe<ResolversTypes['TotalCoverage']>, ParentType, ContextType>;
  unhandledFriendRequestCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<QueryUnhandledFriendRequestCountArgs>>;
  unhandledGroupRequestCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<QueryUnhandledGroupRequestCountArgs>>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userCommands?: Resolver<Maybe<ResolversTypes['UserCommandConnection']>, ParentType, ContextType, Partial<QueryUserCommandsArgs>>;
  users?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['User']>>>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'ids'>>;
  webhookEndpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType, RequireFields<QueryWebhookEndpointArgs, 'id'>>;
  webhookEndpoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WebhookEndpoint']>>, ParentType, ContextType>;
};

export type QuoteContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['QuoteContent'] = ResolversParentTypes['QuoteContent']> = {
  entities?: Resolver<ReadonlyArray<ResolversTypes['TextEntity']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  mentions?: Resolver<ReadonlyArray<ResolversTypes['Mention']>, ParentType, ContextType>;
  mentionsAll?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReadReceiptEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['ReadReceiptEvent'] = ResolversParentTypes['ReadReceiptEvent']> = {
  conversationID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reader?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  seqs?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  upToSeq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetentionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Retention'] = ResolversParentTypes['Retention']> = {
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['GroupRetention']>, ParentType, ContextType>;
};

export type RevokedContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['RevokedContent'] = ResolversParentTypes['RevokedContent']> = {
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface SeenMessageScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SeenMessage'], any> {
  name: 'SeenMessage';
}

export type SoundContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['SoundContent'] = ResolversParentTypes['SoundContent']> = {
  source?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatisticsResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics']> = {
  activeGroups?: Resolver<Maybe<ResolversTypes['ActiveGroupConnection']>, ParentType, ContextType, RequireFields<StatisticsActiveGroupsArgs, 'order'>>;
  activeUsers?: Resolver<Maybe<ResolversTypes['ActiveUserConnection']>, ParentType, ContextType, RequireFields<StatisticsActiveUsersArgs, 'inGroups' | 'order'>>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  groupCreations?: Resolver<Maybe<ResolversTypes['Growth']>, ParentType, ContextType>;
  messageDays?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MessageDay']>>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userRegistrations?: Resolver<Maybe<ResolversTypes['Growth']>, ParentType, ContextType>;
};

export type StickerResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['Sticker'] = ResolversParentTypes['Sticker']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StickerContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['StickerContent'] = ResolversParentTypes['StickerContent']> = {
  data?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sticker?: Resolver<Maybe<ResolversTypes['Sticker']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncPointResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['SyncPoint'] = ResolversParentTypes['SyncPoint']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versionID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SyncedIDsResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['SyncedIDs'] = ResolversParentTypes['SyncedIDs']> = {
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ids?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  point?: Resolver<ResolversTypes['SyncPoint'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TextContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['TextContent'] = ResolversParentTypes['TextContent']> = {
  entities?: Resolver<ReadonlyArray<ResolversTypes['TextEntity']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  mentions?: Resolver<ReadonlyArray<ResolversTypes['Mention']>, ParentType, ContextType>;
  mentionsAll?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quoted?: Resolver<Maybe<ResolversTypes['MessageSnapshot']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TextEntityResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['TextEntity'] = ResolversParentTypes['TextEntity']> = {
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offset?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type TextualContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['TextualContent'] = ResolversParentTypes['TextualContent']> = {
  __resolveType: TypeResolveFn<'AtTextContent' | 'MarkdownContent' | 'QuoteContent' | 'TextContent', ParentType, ContextType>;
};

export type TotalCoverageResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['TotalCoverage'] = ResolversParentTypes['TotalCoverage']> = {
  conversations?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  gone?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  incomplete?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  neverChecked?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  oldestCheckAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  told?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  usersNotWalked?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TypingContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['TypingContent'] = ResolversParentTypes['TypingContent']> = {
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tips?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnknownContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UnknownContent'] = ResolversParentTypes['UnknownContent']> = {
  raw?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  blocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  blockedUsers?: Resolver<Maybe<ResolversTypes['UserRelationConnection']>, ParentType, ContextType, Partial<UserBlockedUsersArgs>>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faceURL?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  friend?: Resolver<Maybe<ResolversTypes['Friend']>, ParentType, ContextType>;
  friendRequest?: Resolver<Maybe<ResolversTypes['FriendRequest']>, ParentType, ContextType>;
  friends?: Resolver<Maybe<ResolversTypes['UserRelationConnection']>, ParentType, ContextType, Partial<UserFriendsArgs>>;
  globalNotify?: Resolver<Maybe<ResolversTypes['NotifyMode']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ResolversTypes['GroupConnection']>, ParentType, ContextType, Partial<UserGroupsArgs>>;
  hasMeAsFriend?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nickname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  online?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  onlinePlatforms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Platform']>>, ParentType, ContextType>;
  recentMessages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Message']>>, ParentType, ContextType, Partial<UserRecentMessagesArgs>>;
};

export type UserCommandResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserCommand'] = ResolversParentTypes['UserCommand']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserCommandConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserCommandConnection'] = ResolversParentTypes['UserCommandConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserCommandEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UserCommand']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserCommandEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserCommandEdge'] = ResolversParentTypes['UserCommandEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserCommand'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type UserEventResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserEvent'] = ResolversParentTypes['UserEvent']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserRelationConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserRelationConnection'] = ResolversParentTypes['UserRelationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserRelationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserRelationEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['UserRelationEdge'] = ResolversParentTypes['UserRelationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type VideoContentResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['VideoContent'] = ResolversParentTypes['VideoContent']> = {
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  snapshot?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['WebhookKind']>, ParentType, ContextType>;
  latency?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  webhookID?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookEndpointResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookEndpoint'] = ResolversParentTypes['WebhookEndpoint']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveries?: Resolver<Maybe<ResolversTypes['WebhookDeliveryConnection']>, ParentType, ContextType, Partial<WebhookEndpointDeliveriesArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disabledFor?: Resolver<Maybe<ResolversTypes['WebhookDisabling']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['WebhookKind']>, ParentType, ContextType>;
  secrets?: Resolver<ReadonlyArray<ResolversTypes['WebhookSecret']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withContent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WebhookEndpointWithSecretResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookEndpointWithSecret'] = ResolversParentTypes['WebhookEndpointWithSecret']> = {
  endpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookReplayResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookReplay'] = ResolversParentTypes['WebhookReplay']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['WebhookEndpoint'], ParentType, ContextType>;
};

export type WebhookSecretResolvers<ContextType = OpenIMContext, ParentType extends ResolversParentTypes['WebhookSecret'] = ResolversParentTypes['WebhookSecret']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = OpenIMContext> = {
  ActiveGroup?: ActiveGroupResolvers<ContextType>;
  ActiveGroupConnection?: ActiveGroupConnectionResolvers<ContextType>;
  ActiveGroupEdge?: ActiveGroupEdgeResolvers<ContextType>;
  ActiveUser?: ActiveUserResolvers<ContextType>;
  ActiveUserConnection?: ActiveUserConnectionResolvers<ContextType>;
  ActiveUserEdge?: ActiveUserEdgeResolvers<ContextType>;
  AtTextContent?: AtTextContentResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  BlockConnection?: BlockConnectionResolvers<ContextType>;
  BlockEdge?: BlockEdgeResolvers<ContextType>;
  Broadcast?: BroadcastResolvers<ContextType>;
  BusinessEvent?: BusinessEventResolvers<ContextType>;
  BusinessNotification?: BusinessNotificationResolvers<ContextType>;
  CardContent?: CardContentResolvers<ContextType>;
  ClientConfig?: ClientConfigResolvers<ContextType>;
  ClientConfigConnection?: ClientConfigConnectionResolvers<ContextType>;
  ClientConfigEdge?: ClientConfigEdgeResolvers<ContextType>;
  ClientLog?: ClientLogResolvers<ContextType>;
  ClientLogConnection?: ClientLogConnectionResolvers<ContextType>;
  ClientLogEdge?: ClientLogEdgeResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationChanges?: ConversationChangesResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationCoverage?: ConversationCoverageResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  ConversationEvent?: ConversationEventResolvers<ContextType>;
  CustomContent?: CustomContentResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayCount?: DayCountResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  DeletionEvent?: DeletionEventResolvers<ContextType>;
  EventConsumer?: EventConsumerResolvers<ContextType>;
  FileContent?: FileContentResolvers<ContextType>;
  Friend?: FriendResolvers<ContextType>;
  FriendChanges?: FriendChangesResolvers<ContextType>;
  FriendConnection?: FriendConnectionResolvers<ContextType>;
  FriendEdge?: FriendEdgeResolvers<ContextType>;
  FriendEvent?: FriendEventResolvers<ContextType>;
  FriendRequest?: FriendRequestResolvers<ContextType>;
  FriendRequestConnection?: FriendRequestConnectionResolvers<ContextType>;
  FriendRequestEdge?: FriendRequestEdgeResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  GroupChanges?: GroupChangesResolvers<ContextType>;
  GroupConnection?: GroupConnectionResolvers<ContextType>;
  GroupEdge?: GroupEdgeResolvers<ContextType>;
  GroupEvent?: GroupEventResolvers<ContextType>;
  GroupMember?: GroupMemberResolvers<ContextType>;
  GroupMemberChanges?: GroupMemberChangesResolvers<ContextType>;
  GroupMemberConnection?: GroupMemberConnectionResolvers<ContextType>;
  GroupMemberEdge?: GroupMemberEdgeResolvers<ContextType>;
  GroupRequest?: GroupRequestResolvers<ContextType>;
  GroupRequestConnection?: GroupRequestConnectionResolvers<ContextType>;
  GroupRequestEdge?: GroupRequestEdgeResolvers<ContextType>;
  GroupRetention?: GroupRetentionResolvers<ContextType>;
  Growth?: GrowthResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Link?: LinkResolvers<ContextType>;
  LocationContent?: LocationContentResolvers<ContextType>;
  MarkdownContent?: MarkdownContentResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  MediaClaim?: GraphQLScalarType;
  MediaContent?: MediaContentResolvers<ContextType>;
  Mention?: MentionResolvers<ContextType>;
  MergerContent?: MergerContentResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageContent?: MessageContentResolvers<ContextType>;
  MessageCounts?: MessageCountsResolvers<ContextType>;
  MessageDay?: MessageDayResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageSnapshot?: MessageSnapshotResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoticeEvent?: NoticeEventResolvers<ContextType>;
  NotificationAccount?: NotificationAccountResolvers<ContextType>;
  NotificationAccountConnection?: NotificationAccountConnectionResolvers<ContextType>;
  NotificationAccountEdge?: NotificationAccountEdgeResolvers<ContextType>;
  NotificationContent?: NotificationContentResolvers<ContextType>;
  NotificationEvent?: NotificationEventResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PictureContent?: PictureContentResolvers<ContextType>;
  Platform?: PlatformResolvers;
  PushToken?: PushTokenResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuoteContent?: QuoteContentResolvers<ContextType>;
  ReadReceiptEvent?: ReadReceiptEventResolvers<ContextType>;
  Retention?: RetentionResolvers<ContextType>;
  RevokedContent?: RevokedContentResolvers<ContextType>;
  SeenMessage?: GraphQLScalarType;
  SoundContent?: SoundContentResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  Sticker?: StickerResolvers<ContextType>;
  StickerContent?: StickerContentResolvers<ContextType>;
  SyncPoint?: SyncPointResolvers<ContextType>;
  SyncedIDs?: SyncedIDsResolvers<ContextType>;
  TextContent?: TextContentResolvers<ContextType>;
  TextEntity?: TextEntityResolvers<ContextType>;
  TextualContent?: TextualContentResolvers<ContextType>;
  TotalCoverage?: TotalCoverageResolvers<ContextType>;
  TypingContent?: TypingContentResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnknownContent?: UnknownContentResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserCommand?: UserCommandResolvers<ContextType>;
  UserCommandConnection?: UserCommandConnectionResolvers<ContextType>;
  UserCommandEdge?: UserCommandEdgeResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserEvent?: UserEventResolvers<ContextType>;
  UserRelationConnection?: UserRelationConnectionResolvers<ContextType>;
  UserRelationEdge?: UserRelationEdgeResolvers<ContextType>;
  VideoContent?: VideoContentResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookEndpoint?: WebhookEndpointResolvers<ContextType>;
  WebhookEndpointWithSecret?: WebhookEndpointWithSecretResolvers<ContextType>;
  WebhookReplay?: WebhookReplayResolvers<ContextType>;
  WebhookSecret?: WebhookSecretResolvers<ContextType>;
};

