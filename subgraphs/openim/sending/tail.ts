import type { UserViewer } from '../../kit/viewer.ts';
import { sentAsIn } from '../model/message.ts';
import { asUser, type Span } from '../rest/call.ts';
import type { Messages } from '../rest/messages.ts';
import type { WireMessage } from '../rest/wire.ts';
import type { Outgoing } from './message.ts';

const STEP = 100;
const MOST_STEPS = 5;
/** OpenIM's clock may differ from ours by so much. */
const CLOCKS_APART_MS = 60_000;

interface Sought {
  readonly viewer: UserViewer;
  readonly outgoing: Outgoing;
  readonly conversationID: string;
  /** It was not sent before. */
  readonly since: Date;
}

/** The message, when OpenIM has taken it: found in the conversation's tail by its sender and its `sentAs`. */
export async function findSent(messages: Messages, sought: Sought, span: Span): Promise<WireMessage | null> {
  const { viewer, outgoing, conversationID, since } = sought;
  const call = asUser(viewer, span);
  const newest = (await messages.seqs(viewer.id, [conversationID], call))[conversationID]?.maxSeq ?? 0;
  for (let end = newest, nth = 0; end > 0 && nth < MOST_STEPS; end -= STEP, nth++) {
    const range = { conversationID, begin: Math.max(1, end - STEP + 1), end, num: STEP };
    const rows = (await messages.pull(viewer.id, [range], call))[conversationID]?.messages ?? [];
    const found = rows.findLast((row) => row.sendID === viewer.id && sentAsIn(row.content) === outgoing.clientMsgID);
    if (found !== undefined) return found;
    // All of them, because senders may write any time into a single one.
    if (rows.every(({ sendTime }) => sendTime < since.getTime() - CLOCKS_APART_MS)) return null;
  }
  return null;
}
