import { contentOf } from '../model/content.ts';
import type { ConversationModel } from '../model/conversation.ts';
import type { Pull } from './pull.ts';

const AT_TEXT = 106;
/** Unread messages that are looked at; the newest. */
const MOST_LOOKED_AT = 100;

/**
 * Whether something unread mentions the viewer, or everybody. OpenIM's own flag stays empty in this release, so the
 * unread messages are read: all conversations of a page in one call.
 */
export async function mentioned(
  { kind, window, readSeq, unreadCount }: ConversationModel,
  viewerID: string,
  pull: Pull,
): Promise<boolean | null> {
  if (kind !== 'GROUP' || unreadCount === 0) return false;
  const from = Math.max(window.begin, readSeq + 1);
  const begin = Math.max(from, window.end - MOST_LOOKED_AT + 1);
  const rows = await pull.load({
    conversationID: window.conversationID,
    begin,
    end: window.end,
  });
  const found = rows.some(({ contentType, content, sendID }) => {
    if (contentType !== AT_TEXT || sendID === viewerID) return false;
    const read = contentOf(contentType, content);
    return (
      read.__typename === 'AtTextContent' &&
      (read.mentionsAll || read.mentions.some(({ userID }) => userID === viewerID))
    );
  });
  return found || begin === from ? found : null;
}
