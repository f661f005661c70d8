import type { KeptMessage, NewEvent } from '../../subgraphs/kit/events.ts';
import type { WireMessage } from '../../subgraphs/openim/rest/wire.ts';
import type { Missing } from './claims.ts';
import type { Place } from './ledger.ts';

/** Deleted, for everybody or for the one who reads. */
const DELETED = 4;

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
  const there = wanted.filter((row) => row.serverMsgID !== '' && row.status !== DELETED);
  // Below something that is there, or when nothing was written for a while, nothing is on its way any more.
  const newest = Math.max(0, ...rows.map(({ seq, serverMsgID }) => (serverMsgID === '' ? 0 : seq)));
  const wiped = wanted.filter(({ serverMsgID, seq }) => serverMsgID === '' && (quiet || seq < newest));
  const place = ({ seq }: WireMessage): Place => ({ conversationID, seq });
  return {
    events: there.map((row) => eventOf(keptOf(conversationID, row))),
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
