import { type CoverageRows, graphql, refused } from './row.ts';

export const FRIENDS: CoverageRows = {
  '/friend/add_friend': graphql('Mutation.addFriend'),
  '/friend/add_friend_response': graphql('Mutation.respondToFriendRequest'),
  '/friend/delete_friend': graphql('Mutation.removeFriend'),
  '/friend/get_friend_apply_list': graphql('Query.friendRequests'),
  '/friend/get_self_friend_apply_list': graphql('Query.friendRequests'),
  '/friend/get_designated_friend_apply': graphql('User.friendRequest'),
  '/friend/get_self_unhandled_apply_count': graphql('Query.unhandledFriendRequestCount'),
  '/friend/get_friend_list': graphql('Query.friends'),
  '/friend/get_designated_friends': graphql('User.friend'),
  '/friend/get_specified_friends_info': graphql('User.friend', 'User.blocked'),
  '/friend/get_friend_id': refused(
    '`Query.friendIDs` tells them by `/friend/get_full_friend_user_ids`, with their hash',
  ),
  '/friend/is_friend': graphql('User.hasMeAsFriend'),
  '/friend/set_friend_remark': refused('`Mutation.updateFriend` sets it by `/friend/update_friends`'),
  '/friend/update_friends': graphql('Mutation.updateFriend'),
  '/friend/import_friend': graphql('Mutation.importFriends'),
  '/friend/add_black': graphql('Mutation.blockUser'),
  '/friend/remove_black': graphql('Mutation.unblockUser'),
  '/friend/get_black_list': graphql('Query.blockedUsers'),
  '/friend/get_specified_blacks': graphql('User.blocked'),
  '/friend/get_incremental_blacks': refused('OpenIM has not built it: it answers 500'),
  '/friend/get_incremental_friends': graphql('Query.friendChanges'),
  '/friend/get_full_friend_user_ids': graphql('Query.friendIDs'),
};
