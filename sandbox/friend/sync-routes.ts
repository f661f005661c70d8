import { message, string, uint64 } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Route } from '../http/route.ts';
import { ownerOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { idHash } from '../version/id-hash.ts';
import { SORT_CHANGE } from '../version/version-log.ts';
import { friendInfo } from './friend.ts';
import type { FriendParts } from './parts.ts';

const Incremental = message('relation.GetIncrementalFriendsReq', {
  userID: string,
  versionID: string,
  version: uint64,
});
const Full = message('relation.GetFullFriendUserIDsReq', { idHash: uint64, userID: string });

export const syncRoutes = ({ users, friendships: { friends } }: FriendParts): Route[] => [
  route({
    path: '/friend/get_incremental_friends',
    body: Incremental,
    allow: ownerOnly('userID'),
    answer: ({ userID, ...known }) => {
      if (userID === '') throw new Refusal('ServerInternalError', 'versionKey is empty');
      const delta = friends.versions.since(userID, known.versionID, Number(known.version));
      const sortVersion = friends.versions.takeMark(userID, delta, SORT_CHANGE);
      const rows = (ids: readonly string[]) => orNull(friends.find(userID, ids).map((row) => friendInfo(users, row)));
      const { version, versionID, full } = delta;
      return {
        version,
        versionID,
        full,
        delete: orNull(delta.delete),
        insert: rows(delta.insert),
        update: rows(delta.update),
        sortVersion,
      };
    },
  }),
  route({
    path: '/friend/get_full_friend_user_ids',
    body: Full,
    check: ({ userID }) => userID === '' && 'userID is empty',
    allow: ownerOnly('userID'),
    answer: (body) => {
      const { version, versionID } = friends.versions.current(body.userID);
      const ids = friends.ids(body.userID);
      const equal = body.idHash === idHash(ids);
      return { version, versionID, equal, userIDs: equal ? null : orNull(ids) };
    },
  }),
];
