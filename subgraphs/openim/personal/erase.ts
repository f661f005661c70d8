import type { ErasureLine, PersonalSpan } from '../../kit/personal-data.ts';
import { conversationOf } from '../messages/found.ts';
import { asAdmin, type Call } from '../rest/call.ts';
import type { OpenIM } from '../rest/openim.ts';
import { collect, collected, ownLogs } from './pages.ts';

/** What OpenIM calls somebody who has left; it takes no empty name. */
const NOBODY = 'Deleted user';

const removed = (what: string, count: number): ErasureLine => ({ what, count, kept: null });

/** What OpenIM has no way to let go of. */
const KEPT: readonly ErasureLine[] = [
  ['The userID', 'OpenIM cannot delete a user; the id is random, and names nobody.'],
  ['Requests to be friends or to join a group', 'OpenIM has no route that deletes them.'],
  ['Files that were uploaded', 'OpenIM has no route that deletes an object; its store can expire them.'],
  ['Notices in the conversations of others', 'OpenIM sent them to others: who joined, who left.'],
].map(([what = '', kept = '']) => ({ what, count: 0, kept }));

/** Blanks and removes what OpenIM lets an admin blank and remove. Who was erased before has nothing left to erase. */
export async function eraseFromOpenIM(openim: OpenIM, userID: string, span: PersonalSpan): Promise<ErasureLine[]> {
  const call = asAdmin(span);
  const known = await openim.users.byIDs([userID], call);
  if (known.length === 0) return [];
  const lines = [
    removed('Messages', await eraseMessages(openim, userID, call)),
    removed('Memberships of groups', await leaveGroups(openim, userID, call)),
    removed('Friendships', await endFriendships(openim, userID, call)),
    removed('Blocks', await endBlocks(openim, userID, call)),
    removed('Conversations', await forgetConversations(openim, userID, call)),
    removed('Records of the application', await deleteCommands(openim, userID, call)),
    removed('Uploaded logs', await deleteLogs(openim, userID, call)),
  ];
  await openim.users.change({ userID, nickname: NOBODY, faceURL: '', ex: '' }, call);
  return [...lines.filter(({ count }) => count > 0), removed('Name, picture and text of the profile', 1), ...KEPT];
}

/** Everybody's copy: of each message only its seq stays. What was erased is not found any more. */
async function eraseMessages({ messages }: OpenIM, userID: string, call: Call): Promise<number> {
  const erased = new Set<string>();
  for (;;) {
    const { rows } = await messages.search({ sendID: userID }, { number: 1, rows: 100 }, call);
    const fresh = rows.filter((row) => row.seq > 0 && !erased.has(`${conversationOf(row)} ${row.seq}`));
    if (fresh.length === 0) return erased.size;
    for (const [conversationID, found] of Map.groupBy(fresh, conversationOf)) {
      await messages.erase(
        conversationID,
        found.map(({ seq }) => seq),
        call,
      );
      for (const { seq } of found) erased.add(`${conversationID} ${seq}`);
    }
  }
}

/** A group of theirs goes to who comes next in it, and ends when there is nobody. */
async function leaveGroups({ groups }: OpenIM, userID: string, call: Call): Promise<number> {
  const joined = await collected((page) => groups.joined(userID, page, call));
  for (const { groupID, ownerUserID } of joined) {
    if (ownerUserID === userID) {
      const [heir] = (await groups.memberIDs(groupID, call)).filter((id) => id !== userID);
      if (heir === undefined) {
        await groups.dismiss(groupID, call);
        continue;
      }
      await groups.transfer({ groupID, oldOwnerUserID: userID, newOwnerUserID: heir }, call);
    }
    await groups.quit(groupID, userID, call);
  }
  return joined.length;
}

/** On both sides: in OpenIM each has a row of their own. */
async function endFriendships({ friends }: OpenIM, userID: string, call: Call): Promise<number> {
  const rows = await collected((page) => friends.list(userID, page, call));
  const ids = rows.flatMap(({ friendUser }) => friendUser?.userID ?? []);
  for (const friendID of ids) {
    await friends.delete(userID, friendID, call);
    await friends.delete(friendID, userID, call);
  }
  return ids.length;
}

async function endBlocks({ friends }: OpenIM, userID: string, call: Call): Promise<number> {
  const rows = await collected((page) => friends.blocks(userID, page, call));
  const ids = rows.flatMap(({ blackUserInfo }) => blackUserInfo?.userID ?? []);
  for (const blockedID of ids) await friends.unblock(userID, blockedID, call);
  return ids.length;
}

async function forgetConversations({ conversations, messages }: OpenIM, userID: string, call: Call): Promise<number> {
  const ids = (await conversations.all(userID, call)).map(({ conversationID }) => conversationID);
  if (ids.length === 0) return 0;
  await messages.clear(userID, ids, call);
  await conversations.delete(userID, ids, call);
  return ids.length;
}

async function deleteCommands({ commands }: OpenIM, userID: string, call: Call): Promise<number> {
  const rows = await commands.list(userID, null, call);
  for (const { type, uuid } of rows) await commands.delete({ userID, type, uuid }, call);
  return rows.length;
}

async function deleteLogs({ devices }: OpenIM, userID: string, call: Call): Promise<number> {
  const own = (await collect(ownLogs(devices, userID, call))).map(({ logID }) => logID);
  if (own.length > 0) await devices.deleteLogs(own, call);
  return own.length;
}
