import { message, string, uint64 } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import type { Route } from '../http/route.ts';
import { ownerOnly, route } from '../http/route.ts';
import { idHash } from '../version/id-hash.ts';
import type { Conversations } from './conversations.ts';

interface Parts {
  conversations: Conversations;
}

const Full = message('conversation.GetFullOwnerConversationIDsReq', { idHash: uint64, userID: string });
const Incremental = message('conversation.GetIncrementalConversationReq', {
  userID: string,
  versionID: string,
  version: uint64,
});

export const syncRoutes = ({ conversations }: Parts): Route[] => [
  route({
    path: '/conversation/get_full_conversation_ids',
    body: Full,
    allow: ownerOnly('userID'),
    answer: (body) => {
      const { version, versionID } = conversations.versions.current(body.userID);
      const ids = conversations.ids(body.userID);
      const equal = body.idHash === idHash(ids);
      return { version, versionID, equal, conversationIDs: equal ? null : orNull(ids) };
    },
  }),
  route({
    path: '/conversation/get_incremental_conversations',
    body: Incremental,
    allow: ownerOnly('userID'),
    answer: ({ userID, ...known }) => {
      const delta = conversations.versions.since(userID, known.versionID, Number(known.version));
      const rows = (ids: readonly string[]) => orNull(conversations.find(userID, ids));
      const { version, versionID, full } = delta;
      return {
        version,
        versionID,
        full,
        delete: orNull(delta.delete),
        insert: rows(delta.insert),
        update: rows(delta.update),
      };
    },
  }),
];
