/** The parts of an OpenIM conversationID that say with whom it is, for one of the people in it. */
export type ConversationName =
  | { readonly kind: 'DIRECT'; readonly peerID: string }
  | { readonly kind: 'GROUP'; readonly groupID: string }
  | { readonly kind: 'NOTICE'; readonly peerID: string };

/** OpenIM sorts the two ids by their bytes. */
const sorted = (a: string, b: string): string =>
  Buffer.compare(Buffer.from(a), Buffer.from(b)) <= 0 ? `${a}_${b}` : `${b}_${a}`;

export const directID = (a: string, b: string): string => `si_${sorted(a, b)}`;
export const noticeID = (a: string, b: string): string => `sn_${sorted(a, b)}`;
export const groupConversationID = (groupID: string): string => `sg_${groupID}`;

/**
 * With whom a conversation is, as this user sees it; null for one that is not theirs by its name. Ids may hold `_`,
 * so `si_a_b_c` cannot be taken apart by itself: the other's id is what is left beside the user's own, and must build
 * the same name again. Whether that other exists is not known here.
 */
export function nameFor(userID: string, conversationID: string): ConversationName | null {
  if (userID === '') return null;
  if (conversationID.startsWith('sg_') && conversationID.length > 3)
    return { kind: 'GROUP', groupID: conversationID.slice(3) };
  const prefix = conversationID.slice(0, 3);
  if (prefix !== 'si_' && prefix !== 'sn_') return null;
  const pair = conversationID.slice(3);
  const others = [
    ...(pair.startsWith(`${userID}_`) ? [pair.slice(userID.length + 1)] : []),
    ...(pair.endsWith(`_${userID}`) ? [pair.slice(0, -userID.length - 1)] : []),
  ];
  const peerID = others.find((other) => other !== '' && other !== userID && sorted(userID, other) === pair);
  if (peerID === undefined) return null;
  return { kind: prefix === 'si_' ? 'DIRECT' : 'NOTICE', peerID };
}

/** `<conversationID>:<serverMsgID>`; group ids may hold `:`, so the last one divides. */
export function splitMessageID(id: string): { conversationID: string; serverMsgID: string } | null {
  const at = id.lastIndexOf(':');
  return at <= 0 || at === id.length - 1 ? null : { conversationID: id.slice(0, at), serverMsgID: id.slice(at + 1) };
}

export const messageID = (conversationID: string, serverMsgID: string): string => `${conversationID}:${serverMsgID}`;
