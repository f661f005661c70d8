import { among, conversation, conversations, demanded, named, own, peer, type Rule, unset, upload } from './rule.ts';

/** A route that is forwarded. */
export interface Row {
  /** What we look at before OpenIM does. */
  readonly rules: readonly Rule[];
  /** Why nothing more has to be looked at: who holds the rest, or why there is nothing to hold. */
  readonly rest?: string;
  /** Bodies in protobuf, as the JavaScript SDK writes them: the fields of its message. */
  readonly protobuf?: Readonly<
    Record<string, { readonly id: number; readonly type: string; readonly rule?: 'repeated' }>
  >;
  /** Without a `token` header: the token stands in the body, and whoever has it may ask. */
  readonly bearer?: 'token';
  /** Done by `uploads.ts`: who asks has to have the bytes, and an `uploadID` is theirs alone. */
  readonly upload?: 'begin' | 'complete';
}

const checks = (...rules: readonly Rule[]): Row => ({ rules });
/** Nothing in the body is anybody's. */
const free = (rest: string): Row => ({ rules: [], rest });
/** OpenIM looks itself: `authRule` of the route. */
const byOpenIM = (rest: string, ...rules: readonly Rule[]): Row => ({ rules, rest: `OpenIM: ${rest}` });

const OWNER_OR_ADMIN = 'the owner of the group, or one of its admins';
const OVER_LOWER = 'the owner of the group, or one of its admins over ordinary members';
const MEMBER = 'members of the group';
const OWNER_USER = { id: 1, type: 'string' } as const;

/** OpenIM lets the caller wipe messages for everybody, and does not ask whose they are. */
const FOR_ONESELF = unset('deleteSyncOpt.IsSyncOther');

/**
 * The routes that official SDKs call, all of them POST, each with what has to hold of its body. What is not here is not
 * forwarded. OpenIM's own checks stay what they are; where it has them, ours say the same a moment earlier.
 */
export const TABLE: Readonly<Record<string, Row>> = {
  '/auth/parse_token': { ...free('whose token it is, who has it may ask'), bearer: 'token' },

  '/user/get_users_info': free('nickname and picture, which everybody may look up'),
  '/user/update_user_info': checks(demanded('userInfo.userID'), unset('userInfo.appMangerLevel')),
  '/user/update_user_info_ex': checks(demanded('userInfo.userID'), unset('userInfo.appMangerLevel')),
  '/user/set_global_msg_recv_opt': checks(demanded('userID')),
  '/user/subscribe_users_status': checks(demanded('userID')),
  '/user/get_subscribe_users_status': checks(demanded('userID')),
  '/user/get_user_client_config': checks(own('userID')),

  '/friend/add_friend': checks(demanded('fromUserID')),
  '/friend/add_friend_response': checks(demanded('toUserID')),
  '/friend/delete_friend': checks(demanded('ownerUserID')),
  '/friend/get_friend_apply_list': checks(demanded('userID')),
  '/friend/get_self_friend_apply_list': checks(demanded('userID')),
  '/friend/get_designated_friend_apply': checks(among('fromUserID', 'toUserID')),
  '/friend/get_self_unhandled_apply_count': checks(demanded('userID')),
  '/friend/get_friend_list': checks(demanded('userID')),
  '/friend/get_designated_friends': checks(demanded('ownerUserID')),
  '/friend/is_friend': checks(among('userID1', 'userID2')),
  '/friend/update_friends': checks(demanded('ownerUserID')),
  '/friend/add_black': checks(demanded('ownerUserID')),
  '/friend/remove_black': checks(demanded('ownerUserID')),
  '/friend/get_black_list': checks(demanded('userID')),
  '/friend/get_specified_blacks': checks(demanded('ownerUserID')),
  '/friend/get_incremental_friends': checks(demanded('userID')),
  '/friend/get_full_friend_user_ids': checks(demanded('userID')),

  '/group/create_group': checks(demanded('ownerUserID'), own('groupInfo.ownerUserID'), own('groupInfo.creatorUserID')),
  '/group/set_group_info_ex': byOpenIM(OWNER_OR_ADMIN),
  '/group/join_group': checks(demanded('inviterUserID')),
  '/group/quit_group': checks(own('userID')),
  '/group/group_application_response': byOpenIM(OWNER_OR_ADMIN),
  '/group/transfer_group': byOpenIM('the owner of the group', demanded('oldOwnerUserID')),
  '/group/get_recv_group_applicationList': checks(demanded('fromUserID')),
  '/group/get_user_req_group_applicationList': checks(demanded('userID')),
  '/group/get_specified_user_group_request_info': byOpenIM(`the user itself, or ${OWNER_OR_ADMIN}`),
  '/group/get_groups_info': free('name and picture, which everybody may look up who knows the id'),
  '/group/kick_group': byOpenIM(OVER_LOWER),
  '/group/get_group_members_info': byOpenIM(MEMBER),
  '/group/get_group_member_list': byOpenIM(MEMBER),
  '/group/invite_user_to_group': byOpenIM(MEMBER),
  '/group/get_joined_group_list': checks(demanded('fromUserID')),
  '/group/dismiss_group': byOpenIM('the owner of the group'),
  '/group/mute_group_member': byOpenIM(OVER_LOWER),
  '/group/cancel_mute_group_member': byOpenIM(OVER_LOWER),
  '/group/mute_group': byOpenIM(OWNER_OR_ADMIN),
  '/group/cancel_mute_group': byOpenIM(OWNER_OR_ADMIN),
  '/group/set_group_member_info': byOpenIM(`one's own nickname, picture and ex; ${OVER_LOWER}`),
  '/group/get_incremental_join_groups': checks(demanded('userID')),
  '/group/get_incremental_group_members_batch': byOpenIM(MEMBER, own('userID')),
  '/group/get_full_group_member_user_ids': byOpenIM(MEMBER),
  '/group/get_full_join_group_ids': checks(demanded('userID')),
  '/group/get_group_application_unhandled_count': checks(demanded('userID')),

  '/conversation/get_all_conversations': checks(demanded('ownerUserID')),
  '/conversation/get_conversations': checks(demanded('ownerUserID')),
  // The JavaScript SDK writes this where it means /msg/…; OpenIM has no such route, and answers 404.
  '/conversation/get_conversations_has_read_and_max_seq': checks(demanded('userID'), conversations('conversationIDs')),
  '/conversation/set_conversations': checks(demanded('userIDs'), peer('conversation')),
  '/conversation/get_full_conversation_ids': checks(demanded('userID')),
  '/conversation/get_incremental_conversations': checks(demanded('userID')),
  '/conversation/get_owner_conversation': checks(demanded('userID')),
  '/conversation/get_not_notify_conversation_ids': checks(demanded('userID')),

  '/msg/revoke_msg': byOpenIM(
    `the sender; in a group ${OVER_LOWER}`,
    demanded('userID'),
    conversation('conversationID'),
  ),
  '/msg/mark_msgs_as_read': checks(demanded('userID'), conversation('conversationID')),
  '/msg/mark_conversation_as_read': checks(demanded('userID'), conversation('conversationID')),
  '/msg/get_conversations_has_read_and_max_seq': checks(demanded('userID'), conversations('conversationIDs')),
  '/msg/set_conversation_has_read_seq': checks(demanded('userID'), conversation('conversationID')),
  '/msg/clear_conversation_msg': checks(demanded('userID'), conversations('conversationIDs'), FOR_ONESELF),
  '/msg/user_clear_all_msg': checks(demanded('userID'), FOR_ONESELF),
  '/msg/delete_msgs': checks(demanded('userID'), conversation('conversationID'), FOR_ONESELF),
  '/msg/get_server_time': free('what time it is'),

  '/third/fcm_update_token': checks(demanded('account')),
  '/third/set_app_badge': checks(demanded('userID')),
  '/third/logs/upload': free("OpenIM writes down the token's user as theirs"),

  '/object/part_limit': free('limits, the same for all'),
  '/object/part_size': free('a size for a size'),
  '/object/initiate_multipart_upload': { ...checks(named('name')), upload: 'begin' },
  '/object/auth_sign': checks(upload('uploadID')),
  '/object/complete_multipart_upload': { ...checks(named('name'), upload('uploadID')), upload: 'complete' },
  '/object/access_url': free('a name is what GET /object/<name> gives the file for, to everybody'),

  '/jssdk/get_conversations': {
    ...checks(own('ownerUserID'), conversations('conversationIDs')),
    protobuf: { ownerUserID: OWNER_USER, conversationIDs: { id: 2, type: 'string', rule: 'repeated' } },
  },
  '/jssdk/get_active_conversations': {
    ...checks(own('ownerUserID')),
    protobuf: { ownerUserID: OWNER_USER, count: { id: 2, type: 'int64' } },
  },
};
