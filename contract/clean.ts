import { type Ask, expected } from './openim.ts';

const PLATFORMS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11];
const ALL = { pageNumber: 1, showNumber: 100 };

type Row = Readonly<Record<string, unknown>>;
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

type Work = (ask: Ask, userID: string) => Promise<void>;

/** Each takes away one kind of what users leave behind, in an order in which the next still works. */
const WORK: Readonly<Record<string, Work>> = {
  'contact lists': async (ask, ownerUserID) => {
    const { friendIDs } = await expected(ask, '/friend/get_friend_id', { userID: ownerUserID });
    for (const friendUserID of texts(friendIDs))
      await expected(ask, '/friend/delete_friend', { ownerUserID, friendUserID });
  },
  'blocked users': async (ask, userID) => {
    const { blacks } = await expected(ask, '/friend/get_black_list', { userID, pagination: ALL });
    for (const { blackUserInfo } of rows(blacks)) {
      const blackUserID = (blackUserInfo as Row | null)?.userID;
      await expected(ask, '/friend/remove_black', { ownerUserID: userID, blackUserID });
    }
  },
  groups: async (ask, userID) => {
    const { groups } = await expected(ask, '/group/get_joined_group_list', { fromUserID: userID, pagination: ALL });
    for (const { groupID, ownerUserID } of rows(groups))
      if (ownerUserID === userID)
        await expected(ask, '/group/dismiss_group', { groupID, deleteMember: true, sendMessage: false });
  },
  messages: async (ask, userID) => {
    const deleteSyncOpt = { IsSyncSelf: false, IsSyncOther: false };
    await expected(ask, '/msg/user_clear_all_msg', { userID, deleteSyncOpt });
  },
  conversations: async (ask, ownerUserID) => {
    const { conversations } = await expected(ask, '/conversation/get_all_conversations', { ownerUserID });
    const conversationIDs = rows(conversations).map(({ conversationID }) => String(conversationID));
    if (conversationIDs.length > 0)
      await expected(ask, '/conversation/delete_conversations', { ownerUserID, conversationIDs, needDeleteTime: 0 });
  },
  commands: async (ask, userID) => {
    const { CommandResp } = await expected(ask, '/user/process_user_command_get_all', { userID });
    for (const { type, uuid } of rows(CommandResp))
      await expected(ask, '/user/process_user_command_delete', { userID, type, uuid });
  },
  'settings of applications': async (ask, userID) => {
    const { configs } = await expected(ask, '/user/get_user_client_config', { userID });
    const keys = Object.keys((configs as Row | undefined) ?? {});
    if (keys.length > 0) await expected(ask, '/user/del_user_client_config', { userID, keys });
  },
  logs: async (ask, keyword) => {
    const { logsInfos } = await expected(ask, '/third/logs/search', { keyword, pagination: ALL });
    const own = rows(logsInfos).filter(({ userID }) => userID === keyword);
    const logIDs = own.map(({ logID }) => logID);
    if (logIDs.length > 0) await expected(ask, '/third/logs/delete', { logIDs });
  },
  tokens: async (ask, userID) => {
    for (const platformID of PLATFORMS) await expected(ask, '/auth/force_logout', { userID, platformID });
  },
};

const AT_ONCE = 4;

/** Answers what could not be taken away, one line for each kind. */
export async function clean(ask: Ask, userIDs: readonly string[]): Promise<string[]> {
  const left = new Map<string, string>();
  const waiting = [...userIDs];
  const worker = async (): Promise<void> => {
    for (let userID = waiting.pop(); userID !== undefined; userID = waiting.pop())
      for (const [name, work] of Object.entries(WORK))
        await work(ask, userID).catch((error: unknown) => left.set(name, (error as Error).message));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return [...left].map(([name, why]) => `${name} of some users: ${why}`);
}
