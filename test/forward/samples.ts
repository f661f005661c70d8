import { createHash, randomUUID } from 'node:crypto';
import type { Stage } from './stage.ts';

/** One request of Ann's to a route, as an SDK would make it. */
export type Sample = (stage: Stage) => object | Promise<object>;

const PAGE = { pagination: { pageNumber: 1, showNumber: 10 } };
const SINCE = { versionID: '', version: 0 };

const userID: Sample = ({ ann }) => ({ userID: ann.id });
const page =
  (field: string): Sample =>
  ({ ann }) => ({ [field]: ann.id, ...PAGE });
const since: Sample = ({ ann }) => ({ userID: ann.id, ...SINCE });
const hash: Sample = ({ ann }) => ({ userID: ann.id, idHash: 0 });
const withBo =
  (mine: string, his: string): Sample =>
  ({ ann, bo }) => ({ [mine]: ann.id, [his]: bo.id });
const inGroup =
  (more: (stage: Stage) => object = () => ({})): Sample =>
  async (stage) => ({ groupID: await stage.group(), ...more(stage) });
const withMember = inGroup(({ bo }) => ({ userID: bo.id }));
const ofConversation =
  (more: object): Sample =>
  ({ ann, conversationID }) => ({ userID: ann.id, conversationID, ...more });

/** Mallory asks to be let into a new group of Ann's. */
const application: Sample = async (stage) => {
  const groupID = await stage.group({ needVerification: 1 });
  const { mallory } = stage;
  await stage.as(mallory, '/group/join_group', { groupID, joinSource: 3, inviterUserID: mallory.id });
  return { groupID, fromUserID: mallory.id, handleResult: 1, handledMsg: '' };
};

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

interface Begun {
  readonly upload: {
    readonly uploadID: string;
    readonly sign: { readonly parts: readonly { readonly url: string }[] };
  };
}

/** A file that nobody has uploaded before, in one part or, where it is only begun, in two. */
const begin = ({ ann }: Stage, text: string, parts = 1) => ({
  ...{ hash: md5(md5(text)), size: parts === 1 ? text.length : 6_000_000, partSize: 5_242_880, maxParts: -1 },
  ...{ cause: '', name: `${ann.id}/a.txt`, contentType: 'text/plain' },
});
const beginning: Sample = (stage) => begin(stage, randomUUID());

async function uploaded(stage: Stage): Promise<object> {
  const text = randomUUID();
  const { envelope } = await stage.as(stage.ann, '/object/initiate_multipart_upload', begin(stage, text));
  const { upload } = envelope.data as Begun;
  await fetch(upload.sign.parts[0]?.url ?? '', { method: 'PUT', body: text });
  const { name, contentType } = begin(stage, text);
  return { uploadID: upload.uploadID, parts: [md5(text)], name, contentType, cause: '' };
}

/** Every route that is forwarded. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  '/auth/parse_token': ({ ann }) => ({ token: ann.session.imToken }),

  '/user/get_users_info': ({ ann, bo }) => ({ userIDs: [ann.id, bo.id] }),
  '/user/update_user_info': ({ ann }) => ({ userInfo: { userID: ann.id, nickname: 'Ann' } }),
  '/user/update_user_info_ex': ({ ann }) => ({ userInfo: { userID: ann.id, nickname: 'Ann' } }),
  '/user/set_global_msg_recv_opt': ({ ann }) => ({ userID: ann.id, globalRecvMsgOpt: 0 }),
  '/user/subscribe_users_status': ({ ann, bo }) => ({ userID: ann.id, userIDs: [bo.id], genre: 1 }),
  '/user/get_subscribe_users_status': userID,
  '/user/get_user_client_config': userID,

  '/friend/add_friend': withBo('fromUserID', 'toUserID'),
  '/friend/add_friend_response': async ({ ann, bo, as }) => {
    await as(bo, '/friend/add_friend', { fromUserID: bo.id, toUserID: ann.id });
    return { toUserID: ann.id, fromUserID: bo.id, handleResult: 1 };
  },
  '/friend/delete_friend': withBo('ownerUserID', 'friendUserID'),
  '/friend/get_friend_apply_list': page('userID'),
  '/friend/get_self_friend_apply_list': page('userID'),
  '/friend/get_designated_friend_apply': withBo('fromUserID', 'toUserID'),
  '/friend/get_self_unhandled_apply_count': userID,
  '/friend/get_friend_list': page('userID'),
  '/friend/get_designated_friends': ({ ann, bo }) => ({ ownerUserID: ann.id, friendUserIDs: [bo.id] }),
  '/friend/is_friend': withBo('userID1', 'userID2'),
  '/friend/update_friends': ({ ann, bo }) => ({ ownerUserID: ann.id, friendUserIDs: [bo.id], remark: 'B' }),
  '/friend/add_black': withBo('ownerUserID', 'blackUserID'),
  '/friend/remove_black': withBo('ownerUserID', 'blackUserID'),
  '/friend/get_black_list': page('userID'),
  '/friend/get_specified_blacks': ({ ann, bo }) => ({ ownerUserID: ann.id, userIDList: [bo.id] }),
  '/friend/get_incremental_friends': since,
  '/friend/get_full_friend_user_ids': hash,

  '/group/create_group': ({ ann, bo }) => ({
    ...{ ownerUserID: ann.id, memberUserIDs: [bo.id] },
    groupInfo: { groupName: 'Tea', groupType: 2, ownerUserID: ann.id, creatorUserID: ann.id },
  }),
  '/group/set_group_info_ex': inGroup(() => ({ introduction: 'About tea' })),
  '/group/join_group': async (stage) => {
    const groupID = await stage.group({ needVerification: 2 });
    await stage.as(stage.ann, '/group/transfer_group', {
      ...{ groupID, oldOwnerUserID: stage.ann.id, newOwnerUserID: stage.bo.id },
    });
    await stage.as(stage.ann, '/group/quit_group', { groupID, userID: stage.ann.id });
    return { groupID, joinSource: 3, inviterUserID: stage.ann.id };
  },
  '/group/quit_group': async (stage) => {
    const { groupID } = (await application(stage)) as { groupID: string };
    const { ann, bo } = stage;
    await stage.as(ann, '/group/transfer_group', { groupID, oldOwnerUserID: ann.id, newOwnerUserID: bo.id });
    return { groupID, userID: ann.id };
  },
  '/group/group_application_response': application,
  '/group/transfer_group': inGroup(({ ann, bo }) => ({ oldOwnerUserID: ann.id, newOwnerUserID: bo.id })),
  '/group/get_recv_group_applicationList': page('fromUserID'),
  '/group/get_user_req_group_applicationList': page('userID'),
  '/group/get_specified_user_group_request_info': inGroup(({ ann }) => ({ userID: ann.id })),
  '/group/get_groups_info': async (stage) => ({ groupIDs: [await stage.group()] }),
  '/group/kick_group': inGroup(({ bo }) => ({ kickedUserIDs: [bo.id], reason: '' })),
  '/group/get_group_members_info': inGroup(({ bo }) => ({ userIDs: [bo.id] })),
  '/group/get_group_member_list': inGroup(() => PAGE),
  '/group/invite_user_to_group': inGroup(({ mallory }) => ({ invitedUserIDs: [mallory.id], reason: '' })),
  '/group/get_joined_group_list': page('fromUserID'),
  '/group/dismiss_group': inGroup(),
  '/group/mute_group_member': inGroup(({ bo }) => ({ userID: bo.id, mutedSeconds: 10 })),
  '/group/cancel_mute_group_member': withMember,
  '/group/mute_group': inGroup(),
  '/group/cancel_mute_group': inGroup(),
  '/group/set_group_member_info': async (stage) => ({
    members: [{ groupID: await stage.group(), userID: stage.bo.id, nickname: 'B' }],
  }),
  '/group/get_incremental_join_groups': since,
  '/group/get_incremental_group_members_batch': async (stage) => ({
    userID: stage.ann.id,
    reqList: [{ groupID: await stage.group(), ...SINCE }],
  }),
  '/group/get_full_group_member_user_ids': inGroup(() => ({ idHash: 0 })),
  '/group/get_full_join_group_ids': hash,
  '/group/get_group_application_unhandled_count': userID,

  '/conversation/get_all_conversations': ({ ann }) => ({ ownerUserID: ann.id }),
  '/conversation/get_conversations': ({ ann, conversationID }) => ({
    ownerUserID: ann.id,
    conversationIDs: [conversationID],
  }),
  '/conversation/get_conversations_has_read_and_max_seq': ({ ann, conversationID }) => ({
    userID: ann.id,
    conversationIDs: [conversationID],
  }),
  '/conversation/set_conversations': ({ ann, bo, conversationID }) => ({
    userIDs: [ann.id],
    conversation: { conversationID, conversationType: 1, userID: bo.id, groupID: '', isPinned: true },
  }),
  '/conversation/get_full_conversation_ids': hash,
  '/conversation/get_incremental_conversations': since,
  '/conversation/get_owner_conversation': page('userID'),
  '/conversation/get_not_notify_conversation_ids': userID,

  '/msg/mark_msgs_as_read': ofConversation({ seqs: [1] }),
  '/msg/mark_conversation_as_read': ofConversation({ hasReadSeq: 1, seqs: [] }),
  '/msg/get_conversations_has_read_and_max_seq': ({ ann, conversationID }) => ({
    userID: ann.id,
    conversationIDs: [conversationID],
  }),
  '/msg/set_conversation_has_read_seq': ofConversation({ hasReadSeq: 1 }),
  '/msg/revoke_msg': ofConversation({ seq: 1 }),
  '/msg/delete_msgs': ofConversation({ seqs: [2], deleteSyncOpt: { IsSyncSelf: true, IsSyncOther: false } }),
  '/msg/clear_conversation_msg': ({ ann, conversationID }) => ({ userID: ann.id, conversationIDs: [conversationID] }),
  '/msg/user_clear_all_msg': userID,
  '/msg/get_server_time': () => ({}),

  '/third/fcm_update_token': ({ ann }) => ({ platformID: 2, fcmToken: 'x', account: ann.id, expireTime: 1 }),
  '/third/set_app_badge': ({ ann }) => ({ userID: ann.id, appUnreadCount: 3 }),
  '/third/logs/upload': () => ({
    ...{ platform: 5, appFramework: 'web', version: '1' },
    fileURLs: [{ filename: 'a.log', URL: 'https://cdn.example/a.log' }],
  }),

  '/object/part_limit': () => ({}),
  '/object/part_size': () => ({ size: 70 }),
  '/object/initiate_multipart_upload': beginning,
  '/object/auth_sign': async (stage) => {
    const body = begin(stage, randomUUID(), 2);
    const { envelope } = await stage.as(stage.ann, '/object/initiate_multipart_upload', body);
    return { uploadID: (envelope.data as Begun).upload.uploadID, partNumbers: [1, 2] };
  },
  '/object/complete_multipart_upload': uploaded,
  '/object/access_url': async (stage) => {
    await stage.as(stage.ann, '/object/complete_multipart_upload', await uploaded(stage));
    return { name: `${stage.ann.id}/a.txt` };
  },

  '/jssdk/get_conversations': ({ ann, conversationID }) => ({ ownerUserID: ann.id, conversationIDs: [conversationID] }),
  '/jssdk/get_active_conversations': ({ ann }) => ({ ownerUserID: ann.id, count: 20 }),
};

/** A mistake of the JavaScript SDK's: OpenIM has no such route. */
export const MISTAKEN = '/conversation/get_conversations_has_read_and_max_seq';
