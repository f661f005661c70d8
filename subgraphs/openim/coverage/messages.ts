import { type CoverageRows, forwarded, graphql, inside, refused } from './row.ts';

export const MESSAGES: CoverageRows = {
  '/msg/search_msg': inside(
    'openim/rest/messages.ts',
    "all that one person wrote, when it is exported or erased; it shows anybody's messages to anybody",
  ),
  '/msg/pull_msg_by_seq': graphql('Conversation.messages', 'Query.message'),
  '/msg/revoke_msg': graphql('Mutation.revokeMessage'),
  '/msg/mark_msgs_as_read': graphql('Mutation.markMessagesRead'),
  '/msg/mark_conversation_as_read': graphql('Mutation.markConversationRead'),
  '/msg/get_conversations_has_read_and_max_seq': graphql('Conversation.unreadCount', 'Query.unreadCount'),
  '/msg/set_conversation_has_read_seq': forwarded('official SDKs; `Mutation.markConversationRead` does it'),
  '/msg/clear_conversation_msg': graphql('Mutation.clearConversation'),
  '/msg/user_clear_all_msg': graphql('Mutation.clearAllConversations'),
  '/msg/delete_msgs': graphql('Mutation.deleteMessages'),
  '/msg/delete_msg_phsical_by_seq': graphql('Mutation.eraseMessages'),
  '/msg/delete_msg_physical': refused('it wipes by time, in all conversations, whatever it is told'),
  '/msg/check_msg_is_send_success': refused('it only says yes; `Mutation.sendMessage` finds the message itself'),
  '/msg/get_server_time': graphql('Query.serverTime'),
  '/msg/send_msg': graphql('Mutation.sendMessage', 'Mutation.sendMessageAs'),
  '/msg/batch_send_msg': graphql('Mutation.broadcastMessage', 'Mutation.sendNotice'),
  '/msg/send_business_notification': graphql('Mutation.sendBusinessNotification'),
  '/msg/send_simple_msg': refused('one text in another wrapping; `Mutation.sendMessageAs` sends everything'),
};
