import { MARK, type Town } from './town.ts';

/** Variables that reach for what is Ann's and Bo's. Several are tried one after the other. */
type Attempt = (town: Town) => readonly object[];

const nothing: Attempt = () => [{}];
const ofPerson: Attempt = ({ ann, bo }) => [{ userID: ann.id }, { userID: bo.id }];
const ofGroup: Attempt = ({ groupID }) => [{ groupID }];
const inGroup =
  (more: object): Attempt =>
  ({ groupID, bo }) => [{ groupID, userID: bo.id, ...more }];
const ofConversation =
  (more: object = {}): Attempt =>
  ({ direct, groupID }) => [
    { id: direct, ...more },
    { id: `sg_${groupID}`, ...more },
  ];
const messages: Attempt = ({ directMessage, groupMessage }) => [{ ids: [directMessage] }, { ids: [groupMessage] }];
const message: Attempt = ({ directMessage, groupMessage }) => [{ id: directMessage }, { id: groupMessage }];
const text = { text: { text: 'hello' } };

/** How each field is tried. */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'Query.user': ({ ann, bo }) => [{ id: ann.id }, { id: bo.id }],
  'Query.users': ({ ann, bo }) => [{ ids: [ann.id, bo.id] }],
  'Query.group': ({ groupID }) => [{ id: groupID }],
  'Query.conversation': ofConversation(),
  // Who knows its id has met the file: what is left is to guess one.
  'Query.media': ({ ann, groupID }) => [{ id: ann.id }, { id: groupID }, { id: 'a'.repeat(27) }],
  'Query.message': message,
  'Query.messages': ({ ann, direct, groupID }) => [
    { filter: {} },
    { filter: { text: MARK } },
    { filter: { senderID: ann.id } },
    { filter: { conversationID: direct } },
    { filter: { conversationID: `sg_${groupID}`, has: ['LINK', 'PICTURE', 'MENTION_OF_ME'] } },
  ],
  // A cursor, a point and a hash of somebody else's list say nothing of that list.
  'Query.conversationChanges': ({ ann }) => [{}, { since: { versionID: ann.id, version: '1' } }],
  'Query.friendChanges': ({ ann }) => [{}, { since: { versionID: ann.id, version: '1' } }],
  'Query.groupChanges': ({ ann }) => [{}, { since: { versionID: ann.id, version: '1' } }],
  ...Object.fromEntries(
    [
      ...[
        'me',
        'sessions',
        'friends',
        'friendIDs',
        'friendRequests',
        'blockedUsers',
        'groups',
        'groupIDs',
        'groupRequests',
      ],
      ...[
        'conversations',
        'conversationIDs',
        'userCommands',
        'clientConfig',
        'unreadCount',
        'currentAdmin',
        'serverTime',
      ],
      ...[
        'unhandledFriendRequestCount',
        'unhandledGroupRequestCount',
        'stickerPacks',
        'recentStickers',
        'favouriteStickers',
        'uploadLimits',
        'decisionsAboutMe',
        'reportsByMe',
      ],
    ].map((name) => [`Query.${name}`, nothing]),
  ),

  'Query.stickerPack': ({ pack }) => [{ id: pack }, { id: 'faces' }],
  'Query.searchGifs': () => [{ text: MARK }],
  'Query.trendingGifs': nothing,
  'Query.searchStickers': () => [{ text: MARK }, { text: 'heart' }],

  'Mutation.addFavouriteSticker': ({ sticker }) => [{ stickerID: sticker }, { stickerID: 'faces-heart' }],
  'Mutation.removeFavouriteSticker': () => [{ stickerID: 'faces-heart' }],
  'Mutation.addFriend': ({ dora }) => [{ userID: dora.id }],
  'Mutation.respondToFriendRequest': ({ ann, bo, dora }) =>
    [ann, bo, dora].map(({ id }) => ({ userID: id, accept: true })),
  'Mutation.removeFriend': ofPerson,
  'Mutation.updateFriend': ({ ann }) => [{ userID: ann.id, input: { remark: 'x' } }],
  'Mutation.blockUser': ofPerson,
  'Mutation.unblockUser': ofPerson,
  'Mutation.createGroup': ({ dora }) => [{ input: { name: 'Own', memberIDs: [dora.id] } }],
  'Mutation.inviteToGroup': ({ groupID, dora, mallory }) => [
    { groupID, userIDs: [dora.id] },
    { groupID, userIDs: [mallory.id] },
  ],
  'Mutation.joinGroup': () => [{ groupID: 'nowhere' }],
  'Mutation.leaveGroup': ofGroup,
  'Mutation.dismissGroup': ofGroup,
  'Mutation.muteGroup': ofGroup,
  'Mutation.unmuteGroup': ofGroup,
  'Mutation.muteGroupMember': inGroup({ until: '2099-01-01T00:00:00.000Z' }),
  'Mutation.unmuteGroupMember': inGroup({}),
  'Mutation.setGroupMemberRole': inGroup({ role: 'ADMIN' }),
  'Mutation.updateGroupMember': inGroup({ input: { nickname: 'x' } }),
  'Mutation.removeGroupMembers': ({ groupID, bo }) => [{ groupID, userIDs: [bo.id] }],
  'Mutation.transferGroup': ({ groupID, mallory }) => [{ groupID, newOwnerID: mallory.id }],
  'Mutation.updateGroup': ({ groupID }) => [{ groupID, input: { name: 'x', joinPolicy: 'OPEN' } }],
  'Mutation.respondToGroupRequest': ({ groupID, dora }) => [{ groupID, userID: dora.id, accept: true }],
  'Mutation.sendMessage': ({ groupID, directMessage, groupMessage, dora, sticker }) => [
    { input: { userID: dora.id, content: { sticker: { stickerID: sticker } } } },
    { input: { groupID, content: text } },
    { input: { userID: dora.id, content: { quote: { text: 'look', messageID: directMessage } } } },
    { input: { userID: dora.id, content: { quote: { text: 'look', messageID: groupMessage } } } },
    { input: { userID: dora.id, content: { merger: { title: 'look', messageIDs: [directMessage, groupMessage] } } } },
  ],
  'Mutation.revokeMessage': message,
  'Mutation.deleteMessages': (town) => [
    ...messages(town),
    ...messages(town).map((ids) => ({ ...ids, forEveryone: true })),
  ],
  'Mutation.markMessagesRead': messages,
  'Mutation.markConversationRead': ofConversation(),
  'Mutation.setConversation': ofConversation({ input: { pinned: true } }),
  'Mutation.clearConversation': ofConversation(),
  'Mutation.deleteConversation': ofConversation(),
  'Mutation.addUserCommand': () => [{ input: { type: 1, uuid: 'own', value: 'own' } }],
  'Mutation.updateUserCommand': () => [{ type: 1, uuid: MARK, input: { value: 'x' } }],
  'Mutation.deleteUserCommand': () => [{ type: 1, uuid: MARK }],
  'Mutation.createUpload': () => [
    // The bytes that Ann is about to store.
    { input: { name: 'x.txt', mimeType: 'text/plain', size: 5, partMD5s: ['5d41402abc4b2a76b9719d911017c592'] } },
    { input: { name: '../../x.txt', mimeType: 'text/plain', size: 5, partMD5s: ['5d41402abc4b2a76b9719d911017c592'] } },
  ],
  'Mutation.signUploadParts': ({ upload }) => [{ uploadID: upload }],
  'Mutation.completeUpload': ({ upload }) => [{ id: upload }],
  'Mutation.reportMessage': ({ directMessage, groupMessage }) =>
    [directMessage, groupMessage].map((messageID) => ({ input: { messageID, reason: 'SPAM' } })),
  'Mutation.reportUser': ({ ann }) => [{ input: { userID: ann.id, reason: 'SPAM' } }],
  'Mutation.reportGroup': ({ groupID }) => [{ input: { groupID, reason: 'SPAM' } }],
  'Mutation.appealDecision': ({ ann }) => [{ decisionID: ann.id, text: 'x' }],
  'Mutation.appealBan': () => [{ ticket: 'x', text: 'x' }],
  'Mutation.revokeSession': ({ annSession }) => [{ id: annSession }],
  'Mutation.renameDevice': ({ annDevice }) => [{ id: annDevice, name: 'x' }],
  'Mutation.confirmAddressChange': ({ change }) => [{ id: change, newCode: '000000', currentCode: '000000' }],
  'Mutation.eraseMyAccount': ({ erasure }) => [{ challengeID: erasure, code: '000000' }],
  'Mutation.requestOTP': () => [{ input: { email: 'mallory-x2@example.com' } }],
  'Mutation.requestAddressChange': () => [{ input: { email: `ann-${MARK}@example.com` } }],
  'Mutation.verifyOTP': ({ change }) => [
    {
      input: { challengeID: change, code: '000000', device: { name: 'x', platform: 'WEB', publicKey: 'A'.repeat(43) } },
    },
  ],
  'Mutation.updateProfile': () => [{ input: { nickname: 'mallory' } }],
  'Mutation.setGlobalNotify': () => [{ mode: 'ALL' }],
  'Mutation.setAppBadge': () => [{ count: 1 }],
  'Mutation.registerPushToken': () => [{ token: 'token' }],
  'Mutation.uploadLogs': () => [{ input: { files: [{ name: 'a.log', url: 'https://cdn.example/a.log' }] } }],
  'Mutation.setSignInNetworks': () => [{ networks: [] }],
  'Mutation.clearAllConversations': nothing,
  'Mutation.requestAccountErasure': nothing,
  'Mutation.exportMyData': nothing,
  'Mutation.adminLogin': () => [{ email: `ann-${MARK}@example.com`, password: 'x' }],
  'Mutation.adminRefresh': () => [{ refreshToken: 'x' }],
  'Mutation.acceptAdminInvitation': () => [{ token: 'x', password: 'a long enough password' }],
  'Mutation.beginPasskeyLogin': nothing,
  'Mutation.finishPasskeyLogin': () => [{ id: 'x', response: {} }],
  'Mutation.renewSession': () => [{ publicKey: 'x' }],
  'Mutation.endOtherSessions': nothing,
  // The last one: it signs Mallory out.
  'Mutation.logout': nothing,
};
