import type { Call } from './call.ts';
import type { Post } from './endpoint.ts';
import { decodeMessage, type EncodedMessage } from './message.ts';
import { list } from './page.ts';
import type { WireConversationView, WireConversationViews } from './wire.ts';

interface Views {
  readonly unreadCount: number;
  readonly conversations: (Omit<WireConversationView, 'lastMsg'> & { lastMsg: EncodedMessage | null })[] | null;
}

/** Everything that a conversation list shows, in one answer. Whose list it is, the token alone says: none for an admin. */
export const createJssdk = ({ read }: Post) => ({
  /** In no order; those of others, and those without a message, are left out. */
  byIDs: (ownerUserID: string, conversationIDs: readonly string[], call: Call): Promise<WireConversationViews> =>
    read<Views>('/jssdk/get_conversations', { ownerUserID, conversationIDs }, call).then(views),

  /** Pinned first, then by the newest message. `count` from 1 to 500. */
  active: (ownerUserID: string, count: number, call: Call): Promise<WireConversationViews> =>
    read<Views>('/jssdk/get_active_conversations', { ownerUserID, count }, call).then(views),
});

const views = ({ unreadCount, conversations }: Views): WireConversationViews => ({
  unreadCount,
  conversations: list(conversations).map((view) => ({ ...view, lastMsg: view.lastMsg && decodeMessage(view.lastMsg) })),
});

export type Jssdk = ReturnType<typeof createJssdk>;
