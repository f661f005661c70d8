import { createHash } from 'node:crypto';
import type { Fact, NewEvent } from '../../subgraphs/kit/events.ts';
import type { Body, Callback, Command } from '../commands/callback.ts';
import { conversationOf, membersAdded } from './conversation.ts';

/** When and how a callback came; OpenIM says little of it in the body. */
export interface Arrived {
  readonly at: Date;
  /** The header: the request that caused it. */
  readonly operationID: string;
  /** As it was sent. */
  readonly bytes: Uint8Array;
}

/** A fact, what it is known by, and what it stands in line with. */
interface Told {
  readonly fact: Fact;
  readonly stream: string;
  /** Absent: two callbacks with the same words of the same request are one. */
  readonly key?: string;
  readonly at?: number;
}

type Teller<C extends Command> = (body: Body<C>) => readonly Told[];

const user = (userID: string, fact: Fact, key?: string): Told => ({
  ...{ fact, stream: `user:${userID}` },
  ...(key === undefined ? {} : { key }),
});
const group = (groupID: string, fact: Fact): Told => ({ fact, stream: `group:${groupID}` });
const friends = (...userIDs: readonly string[]): readonly Told[] =>
  userIDs.length === 0 ? [] : [user(userIDs[0] ?? '', { kind: 'FRIENDS_CHANGED', userIDs })];
const members = (groupID: string, userIDs: readonly string[]): readonly Told[] =>
  userIDs.length === 0 ? [] : [group(groupID, { kind: 'MEMBERS_CHANGED', groupID, userIDs })];
const profile = ({ userID }: { userID: string }): readonly Told[] => [user(userID, { kind: 'USER_CHANGED', userID })];
const presence =
  (online: boolean) =>
  ({ userID, platformID, seq }: { userID: string; platformID: number; seq: number }): readonly Told[] => [
    { ...user(userID, { kind: 'PRESENCE', userID, platformID, online }), at: seq },
  ];
const conversation = (body: { conversationId: string; ownerUserId: string }): readonly Told[] => {
  const { conversationId: conversationID, ownerUserId: ownerUserID } = body;
  return [{ stream: conversationID, fact: { kind: 'CONVERSATION_CREATED', conversationID, ownerUserID } }];
};

/** What happened, by command; those that are not here tell nothing that another does not tell better. */
const TELLERS: { readonly [C in Command]?: Teller<C> } = {
  callbackAfterMsgSaveDBCommand: saved,
  callbackBeforeAfterMsgCommand: ({ conversationID, seq, userID }) => [
    {
      ...{ stream: conversationID, key: `revoked:${conversationID}:${seq}` },
      fact: { kind: 'MESSAGE_REVOKED', conversationID, seq, userID },
    },
  ],
  callbackAfterSingleMsgReadCommand: ({ conversationID, userID, Seqs: seqs }) => [
    { stream: conversationID, fact: { kind: 'MESSAGES_READ', conversationID, userID, seqs } },
  ],
  // Which group it was is not told.
  callbackAfterGroupMsgReadCommand: ({ sendID: userID }) => [
    user(userID, { kind: 'MESSAGES_READ', conversationID: null, userID, seqs: [] }),
  ],
  callbackAfterUserRegisterCommand: ({ users }) =>
    users.map(({ userID }) => user(userID, { kind: 'USERS_REGISTERED', userIDs: [userID] }, `registered:${userID}`)),
  callbackAfterUpdateUserInfoCommand: profile,
  callbackAfterUpdateUserInfoExCommand: profile,
  callbackAfterUserOnlineCommand: presence(true),
  callbackAfterUserOfflineCommand: presence(false),
  callbackAfterAddFriendCommand: ({ fromUserID, toUserID }) => friends(fromUserID, toUserID),
  callbackAfterAddFriendAgreeCommand: ({ fromUserID, blackUserID }) => friends(fromUserID, blackUserID),
  callbackAfterDeleteFriendCommand: ({ ownerUserID, friendUserID }) => friends(ownerUserID, friendUserID),
  callbackAfterSetFriendRemarkCommand: ({ ownerUserID, friendUserID }) => friends(ownerUserID, friendUserID),
  callbackAfterImportFriendsCommand: ({ ownerUserID, friendUserIDs }) => friends(ownerUserID, ...friendUserIDs),
  callbackAfterRemoveBlackCommand: ({ ownerUserID: userID, blackUserID: otherID }) => [
    user(userID, { kind: 'BLOCKS_CHANGED', userID, otherID }),
  ],
  // There is no callback after somebody was blocked.
  callbackBeforeAddBlackCommand: ({ ownerUserID: userID, blackUserID: otherID }) => [
    user(userID, { kind: 'BLOCKS_CHANGED', userID, otherID }),
  ],
  callbackAfterCreateGroupCommand: ({ groupID, initMemberList }) => [
    { ...group(groupID, { kind: 'GROUP_CREATED', groupID }), key: `group-created:${groupID}` },
    ...members(groupID, [...new Set(initMemberList.map(({ userID }) => userID))]),
  ],
  callbackAfterSetGroupInfoCommand: ({ groupID }) => [group(groupID, { kind: 'GROUP_CHANGED', groupID })],
  callbackAfterSetGroupInfoExCommand: ({ groupID }) => [group(groupID, { kind: 'GROUP_CHANGED', groupID })],
  callbackAfterDisMissGroupCommand: ({ groupID }) => [
    { ...group(groupID, { kind: 'GROUP_DISMISSED', groupID }), key: `group-dismissed:${groupID}` },
  ],
  callbackAfterJoinGroupCommand: ({ groupID, inviterUserID }) => members(groupID, [inviterUserID].filter(Boolean)),
  callbackAfterQuitGroupCommand: ({ groupID, userID }) => members(groupID, [userID]),
  callbackAfterKickGroupCommand: ({ groupID, kickedUserIDs }) => members(groupID, kickedUserIDs),
  callbackAfterTransferGroupOwnerCommand: ({ groupID, oldOwnerUserID, newOwnerUserID }) =>
    members(groupID, [oldOwnerUserID, newOwnerUserID]),
  callbackAfterSetGroupMemberInfoCommand: ({ groupID, userID }) => members(groupID, [userID]),
  // The only one that tells of people who were invited, or whose application was accepted.
  callbackBeforeGroupOnlinePushCommand: ({ groupID, contentType, content }) =>
    members(groupID, membersAdded(contentType, content)),
  callbackAfterCreateSingleChatConversationsCommand: conversation,
  callbackAfterCreateGroupChatConversationsCommand: conversation,
};

function saved(body: Body<'callbackAfterMsgSaveDBCommand'>): readonly Told[] {
  const conversationID = conversationOf(body);
  if (conversationID === null || body.seq <= 0) return [];
  const { operationID: _, faceURL, atUserList, ...rest } = body;
  const message = { ...rest, conversationID, senderFaceURL: faceURL, atUserIDList: atUserList };
  const key = `message:${conversationID}:${body.seq}`;
  return [{ key, stream: conversationID, at: body.sendTime, fact: { kind: 'MESSAGE_SAVED', message } }];
}

/** What a callback tells that is worth keeping. */
export function factsOf({ command, body }: Callback, { at, operationID, bytes }: Arrived): readonly NewEvent[] {
  const told = (TELLERS[command] as Teller<Command> | undefined)?.(body as never) ?? [];
  if (told.length === 0) return [];
  const same = `${command}:${operationID}:${createHash('sha256').update(bytes).digest('base64url')}`;
  return told.map(({ fact, stream, key, at: when }, nth) => ({
    ...{ fact, stream, source: 'CALLBACK' as const },
    key: key ?? (nth === 0 ? same : `${same}:${nth}`),
    at: when === undefined || when <= 0 ? at : new Date(when),
  }));
}
