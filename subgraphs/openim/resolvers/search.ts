import { type PageArguments, rowsAsked } from '../../kit/page.ts';
import type { MessageSearch } from '../__generated__/resolvers.ts';
import { placeAt } from '../archive/candidates.ts';
import { kindsIn, wantedOf } from '../archive/filter.ts';
import { searchOwn } from '../archive/search.ts';
import { searchAll } from '../archive/search-by-admin.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import type { MessagePage } from '../messages/page.ts';
import { recorded } from './recorded.ts';

type SearchArguments = PageArguments & { readonly filter: MessageSearch };

export async function messages(
  _: unknown,
  { filter, first, after }: SearchArguments,
  context: OpenIMContext,
): Promise<MessagePage> {
  const wanted = wantedOf(filter, userOf(context).id);
  const asked = { wanted, rows: rowsAsked(first), after: after == null ? null : placeAt(wanted.list, after) };
  return searchOwn(context.db, asked, context);
}

/** What was searched for is told to nobody: it may be somebody's words. By what, and whom it named, is. */
export async function searchMessages(
  _: unknown,
  { filter, first, after }: SearchArguments,
  context: OpenIMContext,
): Promise<MessagePage> {
  const wanted = wantedOf(filter, null);
  const asked = { wanted, rows: rowsAsked(first), after: after == null ? null : placeAt(wanted.list, after) };
  const { senderID, conversationID } = wanted;
  const entry = {
    action: 'message.search',
    target: senderID !== null ? `user:${senderID}` : conversationID !== null ? `conversation:${conversationID}` : null,
    reason: null,
    after: { by: kindsIn(filter), senderID, conversationID, rows: asked.rows, further: after != null },
  };
  return recorded(context, entry, () => searchAll(context.db, asked, context.coverage));
}

export const MessageConnection = {
  unsearched: ({ unsearched }: MessagePage) => unsearched?.() ?? null,
};
