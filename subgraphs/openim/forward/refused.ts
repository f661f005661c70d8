/**
 * OpenIM's other routes: they are there, and answered with its code for what nobody may. SDKs name the first five, and
 * none of their users may call them; users have the GraphQL API for the rest, as far as it is for users at all.
 */
export const REFUSED: ReadonlySet<string> = new Set(
  Object.entries({
    '/auth': 'get_admin_token get_user_token force_logout',
    '/friend': 'import_friend get_specified_friends_info get_friend_id set_friend_remark get_incremental_blacks',
    '/msg':
      'send_msg newest_seq search_msg pull_msg_by_seq delete_msg_phsical_by_seq delete_msg_physical ' +
      'check_msg_is_send_success batch_send_msg send_business_notification send_simple_msg',
    '/user':
      'user_register get_all_users_uid account_check get_users get_users_online_status get_users_online_token_detail ' +
      'get_users_status process_user_command_add process_user_command_delete process_user_command_update ' +
      'process_user_command_get process_user_command_get_all add_notification_account update_notification_account ' +
      'search_notification_account set_user_client_config del_user_client_config page_user_client_config',
    '/group':
      'set_group_info get_group_users_req_application_list get_group_abstract_info get_groups ' +
      'get_group_member_user_id get_incremental_group_members',
    '/conversation':
      'get_sorted_conversation_list get_conversation get_pinned_conversation_ids delete_conversations ' +
      'update_conversations_by_user',
    '/third/logs': 'delete search',
    // Their id is signed by nobody: whoever forges one publishes another's file.
    '/object': 'initiate_form_data complete_form_data',
    '/statistics': 'user/register user/active group/create group/active',
    '/config': 'get_config_list get_config set_config reset_config set_enable_config_manager get_enable_config_manager',
    '': 'restart',
  }).flatMap(([group, names]) => names.split(' ').map((name) => `${group}/${name}`)),
);
