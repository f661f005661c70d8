import type { AuditLog } from '../../kit/audit.ts';
import { badInput } from '../../kit/fault.ts';
import { MOST_ROWS } from '../../kit/page.ts';
import type { RequestScope } from '../../kit/request.ts';
import { directID, groupConversationID, noticeID } from '../conversation-id.ts';
import { REVOKED } from '../model/content.ts';
import { type MessageModel, messageOf } from '../model/message.ts';
import { asAdmin } from '../rest/call.ts';
import type { OpenIM } from '../rest/openim.ts';
import type { WireFoundMessage } from '../rest/wire.ts';

const GROUP_CHAT = 3;
const NOTICES = 4;
/** OpenIM looks through all messages for each. */
const MOST_PEOPLE = 20;

/** Where OpenIM keeps a message that its search found. */
export function conversationOf({ sessionType, groupID, sendID, recvID }: WireFoundMessage): string {
  if (sessionType === GROUP_CHAT) return groupConversationID(groupID);
  return sessionType === NOTICES ? noticeID(sendID, recvID) : directID(sendID, recvID);
}

/** The search tells what was said before it was taken back; nobody reads that any more. */
function modelOf(row: WireFoundMessage): MessageModel | null {
  const shown = row.isRevoked ? { ...row, contentType: REVOKED, content: '{}' } : row;
  return messageOf(conversationOf(row), { ...shown, atUserIDList: [] });
}

interface Search {
  readonly scope: RequestScope;
  readonly audit: AuditLog;
  readonly openim: Pick<OpenIM, 'messages'>;
}

/** What each of them wrote last, newest first, a hundred at most: for admins, and recorded before it is read. */
export function createRecentMessages({ scope, audit, openim: { messages } }: Search) {
  let asked = 0;

  async function writtenBy(sendID: string): Promise<readonly MessageModel[]> {
    const page = (number: number) => messages.search({ sendID }, { number, rows: MOST_ROWS }, asAdmin(scope));
    const oldest = await page(1);
    // Oldest first: the newest are on the last page, and where that is short, on the one before it.
    const last = Math.ceil(oldest.total / MOST_ROWS);
    const newest = await Promise.all([last - 1, last].filter((number) => number > 1).map(page));
    const rows = [...oldest.rows, ...newest.flatMap((each) => each.rows)];
    return rows
      .toSorted((a, b) => b.sendTime - a.sendTime)
      .slice(0, MOST_ROWS)
      .flatMap((row) => modelOf(row) ?? []);
  }

  return async (userIDs: readonly string[]): Promise<(readonly MessageModel[] | Error)[]> => {
    asked += userIDs.length;
    if (asked > MOST_PEOPLE)
      throw badInput('recentMessages', `at most ${MOST_PEOPLE} users of an operation are expected`);
    const looks = userIDs.map((id) => ({ action: 'user.read-messages', target: `user:${id}`, reason: null }));
    await audit.record({ viewer: scope.viewer, from: scope.ip }, looks);
    return Promise.all(userIDs.map((id) => writtenBy(id).catch((error: Error) => error)));
  };
}
