/** A call that answers something. */
export type Question = [userID: string, path: string, body: object];

interface Place {
  groupID: string;
  admin: string;
}

const pagination = { pageNumber: 1, showNumber: 20 };
const nothing = { pageNumber: 9, showNumber: 20 };
const synced = { versionID: '', version: 0 };
const chat = 'si_u1_u2';
const roomOf = (groupID: string) => `sg_${groupID}`;
const range = (conversationID: string) => ({ conversationID, begin: 1, end: 99, num: 99 });
const words = { sendID: 'u1', senderPlatformID: 1, sessionType: 1, contentType: 101, content: { content: 'x' } };

/** Of somebody who has it, and of somebody who has nothing. */
const forBoth = (path: string, body: (userID: string) => object): Question[] =>
  ['u1', 'lonely'].map((userID) => [userID, path, body(userID)]);

const users = ({ admin }: Place): Question[] => [
  ...forBoth('/user/get_users_info', (userID) => ({ userIDs: [userID] })),
  ['u1', '/user/get_users_info', { userIDs: ['nobody'] }],
  ['u1', '/user/get_all_users_uid', { pagination }],
  ['u1', '/user/get_all_users_uid', { pagination: nothing }],
  [admin, '/user/account_check', { checkUserIDs: ['u1', 'nobody'] }],
  [admin, '/user/account_check', { checkUserIDs: [] }],
  ['u1', '/user/get_users', { pagination }],
  ['u1', '/user/get_users', { pagination: nothing }],
  [admin, '/user/get_users_online_status', { userIDs: ['u1', 'lonely'] }],
  [admin, '/user/get_users_online_token_detail', { userIDs: ['u1', 'lonely'] }],
  ['u1', '/user/get_users_status', { userID: 'u1', userIDs: ['u1', 'lonely'] }],
  ['u1', '/user/get_subscribe_users_status', { userID: 'u1' }],
  ['u1', '/user/subscribe_users_status', { userID: 'u1', userIDs: ['u2'], genre: 1 }],
  ['u1', '/user/process_user_command_add', { userID: 'u1', type: 1, uuid: 'c', value: 'v' }],
  ...forBoth('/user/process_user_command_get', (userID) => ({ userID, type: 1 })),
  ...forBoth('/user/process_user_command_get_all', (userID) => ({ userID })),
  [admin, '/user/add_notification_account', { userID: 'news', nickName: 'News', faceURL: '', appMangerLevel: 3 }],
  [admin, '/user/search_notification_account', { keyword: '', pagination }],
  [admin, '/user/search_notification_account', { keyword: 'none', pagination }],
  [admin, '/user/set_user_client_config', { userID: 'u1', configs: { theme: 'dark' } }],
  ...forBoth('/user/get_user_client_config', (userID) => ({ userID })),
  [admin, '/user/page_user_client_config', { userID: '', key: '', pagination }],
  [admin, '/user/page_user_client_config', { userID: 'lonely', key: '', pagination }],
];

const friends = (): Question[] => [
  ...forBoth('/friend/get_friend_list', (userID) => ({ userID, pagination })),
  ...forBoth('/friend/get_friend_apply_list', (userID) => ({ userID, pagination })),
  ['u2', '/friend/get_friend_apply_list', { userID: 'u2', pagination }],
  ...forBoth('/friend/get_self_friend_apply_list', (userID) => ({ userID, pagination })),
  ['u1', '/friend/get_designated_friend_apply', { fromUserID: 'u1', toUserID: 'u2' }],
  ['u1', '/friend/get_designated_friend_apply', { fromUserID: 'u1', toUserID: 'lonely' }],
  ...forBoth('/friend/get_self_unhandled_apply_count', (userID) => ({ userID, time: 0 })),
  ...forBoth('/friend/get_designated_friends', (ownerUserID) => ({ ownerUserID, friendUserIDs: ['u2'] })),
  ['u1', '/friend/add_black', { ownerUserID: 'u1', blackUserID: 'u2' }],
  ...forBoth('/friend/get_specified_friends_info', (ownerUserID) => ({ ownerUserID, userIDList: ['u2', 'u5'] })),
  ...forBoth('/friend/get_friend_id', (userID) => ({ userID })),
  ['u1', '/friend/is_friend', { userID1: 'u1', userID2: 'u2' }],
  ...forBoth('/friend/get_black_list', (userID) => ({ userID, pagination })),
  ...forBoth('/friend/get_specified_blacks', (ownerUserID) => ({ ownerUserID, userIDList: ['u2'] })),
  ...forBoth('/friend/get_incremental_friends', (userID) => ({ userID, ...synced })),
  ...forBoth('/friend/get_full_friend_user_ids', (userID) => ({ userID, idHash: 0 })),
];

const groups = ({ groupID, admin }: Place): Question[] => [
  ['u3', '/group/get_groups_info', { groupIDs: [groupID] }],
  ['u3', '/group/get_groups_info', { groupIDs: ['nowhere'] }],
  [admin, '/group/get_groups', { pagination }],
  [admin, '/group/get_groups', { pagination: nothing }],
  ['u3', '/group/get_group_members_info', { groupID, userIDs: ['u2', 'lonely'] }],
  ['u3', '/group/get_group_member_list', { groupID, pagination }],
  ['u3', '/group/get_group_member_list', { groupID, pagination: nothing }],
  ['u3', '/group/get_group_member_user_id', { groupID }],
  ['u3', '/group/get_group_abstract_info', { groupIDs: [groupID] }],
  ...forBoth('/group/get_joined_group_list', (fromUserID) => ({ fromUserID, pagination })),
  ['u3', '/group/get_recv_group_applicationList', { fromUserID: 'u3', pagination }],
  ['lonely', '/group/get_recv_group_applicationList', { fromUserID: 'lonely', pagination }],
  ['u4', '/group/get_user_req_group_applicationList', { userID: 'u4', pagination }],
  ['lonely', '/group/get_user_req_group_applicationList', { userID: 'lonely', pagination }],
  ['u3', '/group/get_group_users_req_application_list', { groupID, userIDs: ['u4'] }],
  ['u3', '/group/get_group_users_req_application_list', { groupID, userIDs: ['u1'] }],
  ['u4', '/group/get_specified_user_group_request_info', { groupID, userID: 'u4' }],
  ['u3', '/group/get_group_application_unhandled_count', { userID: 'u3', time: 0 }],
  ...forBoth('/group/get_incremental_join_groups', (userID) => ({ userID, ...synced })),
  ...forBoth('/group/get_full_join_group_ids', (userID) => ({ userID, idHash: 0 })),
  ['u3', '/group/get_incremental_group_members', { groupID, ...synced }],
  ['u3', '/group/get_incremental_group_members_batch', { userID: 'u3', reqList: [{ groupID, ...synced }] }],
  ['u3', '/group/get_incremental_group_members_batch', { userID: 'u3', reqList: [] }],
  ['u3', '/group/get_full_group_member_user_ids', { groupID, idHash: 0 }],
];

const messages = ({ groupID, admin }: Place): Question[] => [
  ...forBoth('/msg/newest_seq', (userID) => ({ userID })),
  ...forBoth('/msg/pull_msg_by_seq', (userID) => ({
    userID,
    seqRanges: [range(chat), range(roomOf(groupID)), range('n_u1_u2')],
  })),
  ...forBoth('/msg/get_conversations_has_read_and_max_seq', (userID) => ({ userID, returnPinned: true })),
  ['u1', '/msg/search_msg', { pagination }],
  ['u1', '/msg/search_msg', { sendID: 'nobody', pagination }],
  ['u1', '/msg/check_msg_is_send_success', {}],
  ['u1', '/msg/get_server_time', {}],
  [admin, '/msg/batch_send_msg', { ...words, recvIDs: ['u2', 'nobody'] }],
  [admin, '/msg/batch_send_msg', { ...words, recvIDs: [] }],
  [admin, '/msg/send_msg', { ...words, recvID: 'u3', offlinePushInfo: { title: 't' } }],
  [admin, '/msg/send_business_notification', { sendUserID: 'u1', recvUserID: 'u2', key: 'k', data: 'd' }],
];

const conversations = ({ groupID }: Place): Question[] => [
  ...forBoth('/conversation/get_all_conversations', (ownerUserID) => ({ ownerUserID })),
  ['u1', '/conversation/get_conversation', { ownerUserID: 'u1', conversationID: chat }],
  ...forBoth('/conversation/get_conversations', (ownerUserID) => ({ ownerUserID, conversationIDs: [chat] })),
  ...forBoth('/conversation/get_owner_conversation', (userID) => ({ userID, pagination })),
  ['u1', '/conversation/get_sorted_conversation_list', { userID: 'u1', pagination }],
  ['u3', '/conversation/get_sorted_conversation_list', { userID: 'u3', pagination }],
  ...forBoth('/conversation/get_full_conversation_ids', (userID) => ({ userID, idHash: 0 })),
  ...forBoth('/conversation/get_incremental_conversations', (userID) => ({ userID, ...synced })),
  ...forBoth('/conversation/get_not_notify_conversation_ids', (userID) => ({ userID })),
  ...forBoth('/conversation/get_pinned_conversation_ids', (userID) => ({ userID })),
  ['u1', '/jssdk/get_conversations', { conversationIDs: [chat, roomOf(groupID)] }],
  ['u3', '/jssdk/get_conversations', { conversationIDs: [roomOf(groupID)] }],
  ...forBoth('/jssdk/get_active_conversations', () => ({ count: 100 })),
  ['u3', '/jssdk/get_active_conversations', { count: 100 }],
];

const since = () => ({ start: 1, end: Date.now() + 60_000 });
const figures = ({ admin }: Place): Question[] => [
  [admin, '/statistics/user/register', since()],
  [admin, '/statistics/group/create', since()],
  [admin, '/statistics/user/active', { ...since(), group: true, pagination }],
  [admin, '/statistics/user/active', { start: 1, end: 2, pagination }],
  [admin, '/statistics/group/active', { ...since(), pagination }],
  [admin, '/statistics/group/active', { start: 1, end: 2, pagination }],
  [admin, '/auth/get_user_token', { userID: 'u4', platformID: 3 }],
];

/** Everything that can be asked. */
export const questions = (place: Place): Question[] => [
  ...users(place),
  ...friends(),
  ...groups(place),
  ...messages(place),
  ...conversations(place),
  ...figures(place),
];
