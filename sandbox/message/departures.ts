import type { Conversations } from '../conversation/conversations.ts';
import type { Message } from './message.ts';
import type { Seqs } from './seqs.ts';

const QUIT = 1504;
const KICKED = 1508;
const DISMISSED = 1511;

interface Parts {
  seqs: Seqs;
  conversations: Conversations;
  emptyGroup(groupID: string, operationID: string): void;
}

interface Tips {
  quitUser?: { userID: string } | null;
  kickedUserList?: { userID: string }[] | null;
}

/** Clients may send what only calls itself a notice, with anything within: nobody leaves by that. */
const tipsOf = (message: Message): Tips => {
  try {
    const { detail } = JSON.parse(message.content) as { detail: string };
    const { quitUser, kickedUserList } = JSON.parse(detail) as Tips;
    return { quitUser: quitUser ?? null, kickedUserList: (kickedUserList ?? []).filter((user) => user?.userID) };
  } catch {
    return {};
  }
};

const gone = (message: Message): string[] => {
  if (message.contentType === QUIT) return [tipsOf(message).quitUser?.userID ?? ''].filter(Boolean);
  if (message.contentType === KICKED) return (tipsOf(message).kickedUserList ?? []).map(({ userID }) => userID);
  return [];
};

/**
 * The push service itself carries out what its notifications announce: who left keeps the conversation up to that
 * message, and a dismissed group loses its members. It does so once per pushed copy, which the version logs show.
 */
export const createDepartures =
  (parts: Parts) =>
  (message: Message, { isNotice, operationID }: { isNotice: boolean; operationID: string }): readonly string[] => {
    const userIDs = gone(message);
    const conversationID = `sg_${message.groupID}`;
    if (userIDs.length > 0) parts.conversations.setMaxSeq(conversationID, userIDs, parts.seqs.max(conversationID));
    if (message.contentType === DISMISSED && isNotice) parts.emptyGroup(message.groupID, operationID);
    return userIDs;
  };
