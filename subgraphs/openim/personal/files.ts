import type { PersonalFile, PersonalSpan } from '../../kit/personal-data.ts';
import { asAdmin } from '../rest/call.ts';
import type { OpenIM } from '../rest/openim.ts';
import { allRows, ownLogs } from './pages.ts';

/** What a person may have of what OpenIM holds about them: what is theirs, and not what others wrote to them. */
export function filesOfOpenIM(openim: OpenIM, userID: string, span: PersonalSpan): readonly PersonalFile[] {
  const call = asAdmin(span);
  const { users, friends, groups, conversations, messages, commands, devices } = openim;
  const file = (name: string, rows: () => AsyncIterable<unknown>): PersonalFile => ({ name: `${name}.jsonl`, rows });
  return [
    file('profile', () => once(users.byIDs([userID], call))),
    file('friends', () => allRows((page) => friends.list(userID, page, call))),
    file('friend-requests-sent', () => allRows((page) => friends.sent({ userID }, page, call))),
    file('friend-requests-received', () => allRows((page) => friends.received({ userID }, page, call))),
    file('blocked-users', () => allRows((page) => friends.blocks(userID, page, call))),
    file('groups', () => allRows((page) => groups.joined(userID, page, call))),
    file('group-requests-sent', () => allRows((page) => groups.requestsSent({ userID }, page, call))),
    file('conversations', () => once(conversations.all(userID, call))),
    file('commands', () => once(commands.list(userID, null, call))),
    file('logs', () => ownLogs(devices, userID, call)),
    file('messages-sent', () => allRows((page) => messages.search({ sendID: userID }, page, call))),
  ];
}

async function* once(rows: Promise<readonly unknown[]>): AsyncIterable<unknown> {
  yield* await rows;
}
