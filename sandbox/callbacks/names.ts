/** The part of the server that sends a callback. Each has its own workers, and none waits for another. */
export type Service = 'user' | 'relation' | 'group' | 'msg' | 'conversation' | 'push' | 'msggateway' | 'msgtransfer';

/**
 * Every callback by its name in webhooks.yml, with its name on the wire; some do not match, over there as well.
 * afterUserKickOff is missing: the server has the name and never sends it.
 */
export const CALLBACKS = {
  beforeSendSingleMsg: { command: 'callbackBeforeSendSingleMsgCommand', service: 'msg' },
  beforeSendGroupMsg: { command: 'callbackBeforeSendGroupMsgCommand', service: 'msg' },
  beforeMsgModify: { command: 'callbackBeforeMsgModifyCommand', service: 'msg' },
  afterSendSingleMsg: { command: 'callbackAfterSendSingleMsgCommand', service: 'msg' },
  afterSendGroupMsg: { command: 'callbackAfterSendGroupMsgCommand', service: 'msg' },
  afterGroupMsgRead: { command: 'callbackAfterGroupMsgReadCommand', service: 'msg' },
  afterSingleMsgRead: { command: 'callbackAfterSingleMsgReadCommand', service: 'msg' },
  afterRevokeMsg: { command: 'callbackBeforeAfterMsgCommand', service: 'msg' },
  afterMsgSaveDB: { command: 'callbackAfterMsgSaveDBCommand', service: 'msgtransfer' },
  beforeOnlinePush: { command: 'callbackBeforeOnlinePushCommand', service: 'push' },
  beforeGroupOnlinePush: { command: 'callbackBeforeGroupOnlinePushCommand', service: 'push' },
  beforeOfflinePush: { command: 'callbackBeforeOfflinePushCommand', service: 'push' },
  beforeUserRegister: { command: 'callbackBeforeUserRegisterCommand', service: 'user' },
  afterUserRegister: { command: 'callbackAfterUserRegisterCommand', service: 'user' },
  beforeUpdateUserInfo: { command: 'callbackBeforeUpdateUserInfoCommand', service: 'user' },
  afterUpdateUserInfo: { command: 'callbackAfterUpdateUserInfoCommand', service: 'user' },
  beforeUpdateUserInfoEx: { command: 'callbackBeforeUpdateUserInfoExCommand', service: 'user' },
  afterUpdateUserInfoEx: { command: 'callbackAfterUpdateUserInfoExCommand', service: 'user' },
  afterUserOnline: { command: 'callbackAfterUserOnlineCommand', service: 'msggateway' },
  afterUserOffline: { command: 'callbackAfterUserOfflineCommand', service: 'msggateway' },
  beforeAddFriend: { command: 'callbackBeforeAddFriendCommand', service: 'relation' },
  afterAddFriend: { command: 'callbackAfterAddFriendCommand', service: 'relation' },
  beforeAddFriendAgree: { command: 'callbackBeforeAddFriendAgreeCommand', service: 'relation' },
  afterAddFriendAgree: { command: 'callbackAfterAddFriendAgreeCommand', service: 'relation' },
  afterDeleteFriend: { command: 'callbackAfterDeleteFriendCommand', service: 'relation' },
  beforeSetFriendRemark: { command: 'callbackBeforeSetFriendRemarkCommand', service: 'relation' },
  afterSetFriendRemark: { command: 'callbackAfterSetFriendRemarkCommand', service: 'relation' },
  beforeImportFriends: { command: 'callbackBeforeImportFriendsCommand', service: 'relation' },
  afterImportFriends: { command: 'callbackAfterImportFriendsCommand', service: 'relation' },
  beforeAddBlack: { command: 'callbackBeforeAddBlackCommand', service: 'relation' },
  afterRemoveBlack: { command: 'callbackAfterRemoveBlackCommand', service: 'relation' },
  beforeCreateGroup: { command: 'callbackBeforeCreateGroupCommand', service: 'group' },
  afterCreateGroup: { command: 'callbackAfterCreateGroupCommand', service: 'group' },
  beforeMemberJoinGroup: { command: 'callbackBeforeMembersJoinGroupCommand', service: 'group' },
  beforeInviteUserToGroup: { command: 'callbackBeforeInviteJoinGroupCommand', service: 'group' },
  beforeApplyJoinGroup: { command: 'callbackBeforeJoinGroupCommand', service: 'group' },
  afterJoinGroup: { command: 'callbackAfterJoinGroupCommand', service: 'group' },
  afterQuitGroup: { command: 'callbackAfterQuitGroupCommand', service: 'group' },
  afterKickGroupMember: { command: 'callbackAfterKickGroupCommand', service: 'group' },
  afterDismissGroup: { command: 'callbackAfterDisMissGroupCommand', service: 'group' },
  afterTransferGroupOwner: { command: 'callbackAfterTransferGroupOwnerCommand', service: 'group' },
  beforeSetGroupInfo: { command: 'callbackBeforeSetGroupInfoCommand', service: 'group' },
  afterSetGroupInfo: { command: 'callbackAfterSetGroupInfoCommand', service: 'group' },
  beforeSetGroupInfoEx: { command: 'callbackBeforeSetGroupInfoExCommand', service: 'group' },
  afterSetGroupInfoEx: { command: 'callbackAfterSetGroupInfoExCommand', service: 'group' },
  beforeSetGroupMemberInfo: { command: 'callbackBeforeSetGroupMemberInfoCommand', service: 'group' },
  afterSetGroupMemberInfo: { command: 'callbackAfterSetGroupMemberInfoCommand', service: 'group' },
  beforeCreateSingleChatConversations: {
    command: 'callbackBeforeCreateSingleChatConversationsCommand',
    service: 'conversation',
  },
  afterCreateSingleChatConversations: {
    command: 'callbackAfterCreateSingleChatConversationsCommand',
    service: 'conversation',
  },
  beforeCreateGroupChatConversations: {
    command: 'callbackBeforeCreateGroupChatConversationsCommand',
    service: 'conversation',
  },
  afterCreateGroupChatConversations: {
    command: 'callbackAfterCreateGroupChatConversationsCommand',
    service: 'conversation',
  },
} as const satisfies Record<string, { command: `callback${string}Command`; service: Service }>;

export type CallbackName = keyof typeof CALLBACKS;

export const isCallbackName = (name: string): name is CallbackName => name in CALLBACKS;
