import { type CoverageRows, forwarded, graphql, inside, refused } from './row.ts';

export const CONVERSATIONS: CoverageRows = {
  '/conversation/get_sorted_conversation_list': refused(
    'rows of one time fall onto each other; `Query.conversations` has them all',
  ),
  '/conversation/get_all_conversations': graphql('Query.conversations'),
  '/conversation/get_conversation': refused('the form for several asks for one as well'),
  '/conversation/get_conversations': graphql('Query.conversation'),
  '/conversation/set_conversations': graphql('Mutation.setConversation'),
  '/conversation/get_full_conversation_ids': graphql('Query.conversationIDs'),
  '/conversation/get_incremental_conversations': graphql('Query.conversationChanges'),
  '/conversation/get_owner_conversation': forwarded('official SDKs; `Query.conversations` comes in pages'),
  '/conversation/get_not_notify_conversation_ids': forwarded(
    'official SDKs; `Query.conversations(filter: …)` has them with their rows',
  ),
  '/conversation/get_pinned_conversation_ids': refused('`Query.conversations(filter: …)` has them with their rows'),
  '/conversation/delete_conversations': graphql('Mutation.deleteConversation'),
  '/conversation/update_conversations_by_user': refused('it answers well and changes nothing that can be read'),
  '/jssdk/get_conversations': graphql('Query.conversation'),
  '/jssdk/get_active_conversations': graphql('Query.conversations'),
  '/msg/newest_seq': inside(
    'openim/rest/messages.ts',
    'which conversations somebody has, to find what no callback told',
  ),
};
