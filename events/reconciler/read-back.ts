import type { KeptMessage, NewEvent } from '../../subgraphs/kit/events.ts';
import { forgeryIn } from '../../subgraphs/openim/rest/forgery.ts';
import type { WireMessage } from '../../subgraphs/openim/rest/wire.ts';
import type { Missing } from './claims.ts';
import type { Place } from './ledger.ts';

const DELETED = 4;

/** Deleted for the one who reads: others may see it. */
export const isDeleted = ({ status }: WireMessage): boolean => status === DELETED;

/** What an answer says of the seqs that were missing. */
export interface ReadBack {
  readonly events: readonly NewEvent[];
  readonly found: readonly Place[];
  /** Wiped for everybody: nothing will come of them. */
  readonly gone: readonly Place[];
}

/** Reads an answer for what is missing; what the reader deleted for themselves alone is left for other eyes. */
export function readBack({ conversationID, gaps, quiet }: Missing, rows: readonly WireMessage[]): ReadBack {
  const wanted = rows.filter(({ seq }) => gaps.some(({ begin, end }) => begin <= seq && seq <= end));
  const there = wanted.filter((row) => row.serverMsgID !== '' && !isDeleted(row));
  // Below something that is there, or when nothing was written for a while, nothing is on its way any more.
  const newest = Math.max(0, ...rows.map(({ seq, serverMsgID }) => (serverMsgID === '' ? 0 : seq)));
  const wiped = wanted.filter(({ serverMsgID, seq }) => serverMsgID === '' && (quiet || seq < newest));
  const place = ({ seq }: WireMessage): Place => ({ conversationID, seq });
  return {
    events: there
      .map((row) => keptOf(conversationID, row))
      .flatMap((message) => [eventOf(message), ...aftermath(message)]),
    found: there.map(place),
    gone: wiped.map(place),
  };
}

function keptOf(conversationID: string, row: WireMessage): KeptMessage {
  const { seq, serverMsgID, clientMsgID, sendID, recvID, groupID, senderPlatformID, senderNickname } = row;
  const { senderFaceURL, sessionType, msgFrom, contentType, content, sendTime, createTime, status, ex } = row;
  return {
    ...{ conversationID, seq, serverMsgID, clientMsgID, sendID, recvID, groupID, senderPlatformID, senderNickname },
    ...{ senderFaceURL, sessionType, msgFrom, contentType, content, sendTime, createTime, status, ex },
    atUserIDList: row.atUserIDList,
  };
}

const eventOf = (message: KeptMessage): NewEvent => ({
  key: `message:${message.conversationID}:${message.seq}`,
  stream: message.conversationID,
  at: new Date(message.sendTime),
  source: 'RECONCILER',
  fact: { kind: 'MESSAGE_SAVED', message },
});

const GROUP_CREATED = 1_501;
const REVOKED = 2_101;

/** What a message of OpenIM's own says has happened, and its callback may not have told. */
function aftermath(message: KeptMessage): NewEvent[] {
  const { conversationID, seq, groupID, contentType, sendTime } = message;
  if (forgeryIn(message) !== null) return [];
  if (contentType === GROUP_CREATED && groupID !== '') {
    const known = { key: `group-created:${groupID}`, stream: `group:${groupID}`, source: 'RECONCILER' } as const;
    return [{ ...known, at: new Date(sendTime), fact: { kind: 'GROUP_CREATED', groupID } }];
  }
  const left = contentType === REVOKED ? remainder(message.content) : null;
  if (left === null) return [];
  const known = { key: `revoked:${conversationID}:${seq}`, stream: conversationID, source: 'RECONCILER' } as const;
  const fact = { kind: 'MESSAGE_REVOKED', conversationID, seq, userID: left.revokerID } as const;
  return [{ ...known, at: new Date(left.revokeTime), fact }];
}

/** That a message was revoked, where what stands in its place says so. */
export const revocationIn = (conversationID: string, row: WireMessage): NewEvent | null =>
  aftermath(keptOf(conversationID, row)).find(({ fact }) => fact.kind === 'MESSAGE_REVOKED') ?? null;

/** What is left of a revoked message; null for a notice of it. */
function remainder(content: string): { revokerID: string; revokeTime: number } | null {
  const { detail } = JSON.parse(content) as { detail: string };
  const { revokerID, revokeTime } = JSON.parse(detail) as { revokerID?: unknown; revokeTime?: unknown };
  return typeof revokerID === 'string' && typeof revokeTime === 'number' ? { revokerID, revokeTime } : null;
}
