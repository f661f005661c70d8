import { GraphQLJSON } from 'graphql-scalars';
import { badInput, Fault } from '../../kit/fault.ts';
import { MOST_ROWS } from '../../kit/page.ts';
import { PLATFORMS } from '../../kit/platforms.ts';
import { SCALARS } from '../../kit/scalars.ts';
import type { Resolvers } from '../__generated__/resolvers.ts';
import type { OpenIMContext } from '../context.ts';
import { eraseMessages, sendBusinessNotification, sendMessageAs } from './admin-messages.ts';
import { Block, blockedUsers, blockUser, unblockUser } from './blocks.ts';
import { broadcastMessage } from './broadcasts.ts';
import { ClientConfig, clientConfig, clientConfigs } from './client-config.ts';
import { deleteClientConfig, setClientConfig } from './client-settings.ts';
import { addUserCommand, deleteUserCommand, UserCommand, updateUserCommand, userCommands } from './commands.ts';
import { addFriend, friends, removeFriend, respondToFriendRequest, updateFriend } from './contacts.ts';
import { contents } from './contents.ts';
import { deleteConversation, setConversation } from './conversation-settings.ts';
import { Conversation, conversation, conversations, unreadCount } from './conversations.ts';
import { coverage, totalCoverage } from './coverage.ts';
import { registerPushToken, setAppBadge, uploadLogs } from './devices.ts';
import { allUsers } from './directory.ts';
import {
  deadLetters,
  dismissDeadLetters,
  EventConsumer,
  eventConsumers,
  replayEvents,
  retryDeadLetters,
} from './event-pipeline.ts';
import { events } from './events.ts';
import { friendChanges, friendIDs } from './friend-sync.ts';
import { dismissGroup, muteGroup, transferGroup, unmuteGroup, updateGroup } from './group-admin.ts';
import { joinGroup, leaveGroup, respondToGroupRequest, unhandledGroupRequestCount } from './group-joining.ts';
import {
  muteGroupMember,
  removeGroupMembers,
  setGroupMemberRole,
  unmuteGroupMember,
  updateGroupMember,
} from './group-members.ts';
import { searchGroups } from './group-search.ts';
import { Group, GroupMember, type GroupSource, group } from './groups.ts';
import { ClientLog, deleteLogs, logs } from './logs.ts';
import { allGroups, createGroup, groups, groupsOf, inviteToGroup, membersOf } from './memberships.ts';
import { clearAllConversations, clearConversation, deleteMessages } from './message-deletion.ts';
import { Message, message, revokeMessage, sendMessage } from './messages.ts';
import { sendNotice } from './notices.ts';
import {
  createNotificationAccount,
  NotificationAccount,
  notificationAccounts,
  updateNotificationAccount,
} from './notification-accounts.ts';
import { Friend, User, type UserSource } from './people.ts';
import { setGlobalNotify, updateProfile } from './profile.ts';
import { markConversationRead, markMessagesRead, serverTime } from './reading.ts';
import { FriendRequest, friendRequests, GroupRequest, groupRequests, unhandledFriendRequestCount } from './requests.ts';
import { GroupRetention, retention, setRetention } from './retention.ts';
import {
  conversationChanges,
  conversationIDs,
  groupChanges,
  groupIDs,
  memberChanges,
  memberIDs,
} from './room-changes.ts';
import { MessageConnection, messages, searchMessages } from './search.ts';
import { ActiveGroup, ActiveUser, Statistics, statistics } from './statistics.ts';
import { importFriends, updateUserProfile } from './user-administration.ts';
import { userAsAdmin } from './user-as-admin.ts';
import { WebhookEndpoint, webhookMutations, webhookQueries } from './webhooks.ts';

const Query = {
  me: (_: unknown, __: unknown, { scope: { viewer } }: OpenIMContext): UserSource | null =>
    viewer.kind === 'user' ? { id: viewer.id } : null,

  user: async (_: unknown, { id }: { id: string }, { userByID }: OpenIMContext): Promise<UserSource> => {
    const row = await userByID.load(id);
    if (row === null) throw new Fault('NOT_FOUND', { what: 'The user' });
    return { id, row };
  },

  users: async (
    _: unknown,
    { ids }: { ids: readonly string[] },
    { userByID }: OpenIMContext,
  ): Promise<(UserSource | null)[]> => {
    if (ids.length > MOST_ROWS) throw badInput('ids', `at most ${MOST_ROWS} ids are expected`);
    const rows = await Promise.all(ids.map((id) => userByID.load(id)));
    return rows.map((row) => row && { id: row.userID, row });
  },

  group: async (_: unknown, { id }: { id: string }, context: OpenIMContext): Promise<GroupSource> => {
    const found = await group(id, context);
    if (found === null) throw new Fault('NOT_FOUND', { what: 'The group' });
    return found;
  },

  groups,
  groupChanges,
  groupIDs,
  allGroups,
  searchGroups,
  groupRequests,
  unhandledGroupRequestCount,
  friends,
  friendChanges,
  friendIDs,
  friendRequests,
  unhandledFriendRequestCount,
  blockedUsers,
  userCommands,
  clientConfig,
  conversation,
  conversations,
  conversationChanges,
  conversationIDs,
  serverTime,
  unreadCount,
  message,
  messages,
  searchMessages,
  retention,
  allUsers,
  notificationAccounts,
  clientConfigs,
  logs,
  coverage,
  totalCoverage,
  ...webhookQueries,
  eventConsumers,
  deadLetters,
  statistics,
};

const Mutation = {
  ...webhookMutations,
  updateProfile,
  setGlobalNotify,
  registerPushToken,
  setAppBadge,
  uploadLogs,
  updateUserProfile,
  importFriends,
  createNotificationAccount,
  updateNotificationAccount,
  setClientConfig,
  deleteClientConfig,
  deleteLogs,
  dismissDeadLetters,
  retryDeadLetters,
  replayEvents,
  addUserCommand,
  updateUserCommand,
  deleteUserCommand,
  createGroup,
  inviteToGroup,
  joinGroup,
  leaveGroup,
  respondToGroupRequest,
  removeGroupMembers,
  transferGroup,
  dismissGroup,
  muteGroup,
  unmuteGroup,
  muteGroupMember,
  unmuteGroupMember,
  updateGroup,
  updateGroupMember,
  setGroupMemberRole,
  addFriend,
  respondToFriendRequest,
  updateFriend,
  removeFriend,
  blockUser,
  unblockUser,
  sendMessage,
  sendMessageAs,
  broadcastMessage,
  sendNotice,
  sendBusinessNotification,
  eraseMessages,
  revokeMessage,
  markConversationRead,
  markMessagesRead,
  setConversation,
  deleteConversation,
  clearConversation,
  clearAllConversations,
  deleteMessages,
  setRetention,
};

const entities = {
  Query,
  Mutation,
  User: { ...User, groups: groupsOf, ...userAsAdmin },
  Friend,
  Block,
  UserCommand,
  ClientConfig,
  ClientLog,
  EventConsumer,
  WebhookEndpoint,
  NotificationAccount,
  Statistics,
  ActiveUser,
  ActiveGroup,
  FriendRequest,
  Group: { ...Group, members: membersOf, memberChanges, memberIDs },
  GroupRequest,
  GroupMember,
  Conversation,
  Message,
  MessageConnection,
  GroupRetention,
  Platform: PLATFORMS,
  DateTime: SCALARS.DateTime,
  JSON: SCALARS.JSON,
  URL: SCALARS.URL,
  MediaClaim: GraphQLJSON,
} satisfies Resolvers;

/** Contents are told apart by their own union (model/kinds.ts), which says more than the schema's interface. */
export const resolvers = { ...entities, ...contents, ...events };
