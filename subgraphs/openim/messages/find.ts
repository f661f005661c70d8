import type DataLoader from 'dataloader';
import { Fault } from '../../kit/fault.ts';
import { messageID } from '../conversation-id.ts';
import type { MessageModel } from '../model/message.ts';
import type { WireMessage } from '../rest/wire.ts';
import { type SeqWindow, visible } from './page.ts';
import type { Pull } from './pull.ts';

const STEP = 100;
const MOST_STEPS = 5;

export interface FoundMessage {
  readonly message: MessageModel;
  /** As OpenIM told it. */
  readonly row: WireMessage;
}

/** A message by its id, in what the viewer may read of its conversation; NOT_FOUND after a bounded walk. */
export async function findMessage(
  window: SeqWindow,
  serverMsgID: string,
  { seqByID, pull }: { seqByID: DataLoader<string, number | null>; pull: Pull },
): Promise<FoundMessage> {
  const { conversationID } = window;
  const seq = await seqByID.load(messageID(conversationID, serverMsgID));
  const isIt = (row: WireMessage): boolean => row.serverMsgID === serverMsgID;
  const row = seq === null ? await walk(window, pull, isIt) : await at(window, seq, pull);
  const [message] = visible(conversationID, row !== null && isIt(row) ? [row] : []);
  if (message === undefined || row === null) throw new Fault('NOT_FOUND', { what: 'The message' });
  return { message, row };
}

async function at({ conversationID, begin, end }: SeqWindow, seq: number, pull: Pull): Promise<WireMessage | null> {
  if (seq < begin || seq > end) return null;
  return (await pull.load({ conversationID, begin: seq, end: seq }))[0] ?? null;
}

/** Backwards from the newest. */
async function walk(
  { conversationID, begin, end }: SeqWindow,
  pull: Pull,
  wanted: (row: WireMessage) => boolean,
): Promise<WireMessage | null> {
  for (let last = end, nth = 0; last >= begin && nth < MOST_STEPS; last -= STEP, nth++) {
    const from = Math.max(begin, last - STEP + 1);
    const rows = await pull.load({ conversationID, begin: from, end: last });
    const found = rows.findLast(wanted);
    if (found !== undefined) return found;
  }
  return null;
}
