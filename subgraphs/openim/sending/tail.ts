import { sentAsIn } from '../model/message.ts';
import type { Call } from '../rest/call.ts';
import type { Messages } from '../rest/messages.ts';
import type { WireMessage } from '../rest/wire.ts';
import type { Outgoing } from './message.ts';

const STEP = 100;
const MOST_STEPS = 5;
/** OpenIM's clock may differ from ours by so much. */
const CLOCKS_APART_MS = 60_000;

interface Sought {
  readonly senderID: string;
  readonly outgoing: Outgoing;
  readonly conversationID: string;
  /** It was not sent before. */
  readonly since: Date;
  /** As the sender, or as OpenIM's admin. */
  readonly call: Call;
}

/** The message, when OpenIM has taken it: found in the conversation's tail by its sender and its `sentAs`. */
export async function findSent(messages: Messages, sought: Sought): Promise<WireMessage | null> {
  const { senderID, outgoing, conversationID, since, call } = sought;
  const newest = (await messages.seqs(senderID, [conversationID], call))[conversationID]?.maxSeq ?? 0;
  for (let end = newest, nth = 0; end > 0 && nth < MOST_STEPS; end -= STEP, nth++) {
    const range = { conversationID, begin: Math.max(1, end - STEP + 1), end, num: STEP };
    const rows = (await messages.pull(senderID, [range], call))[conversationID]?.messages ?? [];
    const found = rows.findLast((row) => row.sendID === senderID && sentAsIn(row.content) === outgoing.clientMsgID);
    if (found !== undefined) return found;
    // All of them, because senders may write any time into a single one.
    if (rows.every(({ sendTime }) => sendTime < since.getTime() - CLOCKS_APART_MS)) return null;
  }
  return null;
}
