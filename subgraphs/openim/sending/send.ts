import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../kit/fault.ts';
import type { UserViewer } from '../../kit/viewer.ts';
import { directID, groupConversationID } from '../conversation-id.ts';
import { sentAsIn } from '../model/message.ts';
import { asAdmin, asUser, type Span } from '../rest/call.ts';
import { UpstreamFault } from '../rest/faults.ts';
import type { OpenIM } from '../rest/openim.ts';
import type { WireMessage, WireSent, WireUser } from '../rest/wire.ts';
import { type Ledger, SETTLED_MS, type SendKey } from './ledger.ts';
import type { Outgoing } from './message.ts';

const DIRECT = 1;
const GROUP = 3;
/** From OpenIM's REST API. */
const BY_SYSTEM = 200;
/** What was sent a moment ago is near the end. */
const TAIL = 100;
const LOOK_EVERY_MS = 400;
const MOST_LOOKS = 5;

export interface Send {
  readonly viewer: UserViewer;
  /** Whose name and picture travel with the message. */
  readonly profile: WireUser;
  readonly outgoing: Outgoing;
}

/** Sends a message once, however often it is asked to. */
export interface Sender {
  /** The message as OpenIM keeps it; without a seq, which its answer does not tell. */
  send(send: Send, span: Span): Promise<WireMessage>;
}

export function createSender({ openim, ledger }: { openim: OpenIM; ledger: Ledger }): Sender {
  async function deliver(send: Send, key: SendKey, span: Span): Promise<WireMessage> {
    try {
      const sent = await openim.messages.send(wireOf(send), { ...asAdmin(span), operationID: operationIDOf(key) });
      return await settled(key, messageOf(send, sent));
    } catch (error) {
      if (error instanceof UpstreamFault && error.outcome === 'unknown') return lookFor(send, key, span);
      await ledger.release(key);
      throw error;
    }
  }

  async function settled(key: SendKey, message: WireMessage): Promise<WireMessage> {
    await ledger.settle(key, message);
    return message;
  }

  /** OpenIM may have taken it: what it keeps holds our `sentAs`. */
  async function lookFor(send: Send, key: SendKey, span: Span): Promise<WireMessage> {
    for (let nth = 0; nth < MOST_LOOKS && !span.signal.aborted; nth++) {
      const found = await find(send, span).catch(() => null);
      if (found !== null) return settled(key, found);
      await pause(LOOK_EVERY_MS * 2 ** nth, undefined, { signal: span.signal }).catch(() => undefined);
    }
    throw new Fault('SEND_UNCERTAIN');
  }

  async function find({ viewer, outgoing }: Send, span: Span): Promise<WireMessage | null> {
    const call = asUser(viewer, span);
    const conversationID = conversationIDOf(viewer.id, outgoing);
    const end = (await openim.messages.seqs(viewer.id, [conversationID], call))[conversationID]?.maxSeq ?? 0;
    if (end === 0) return null;
    const range = { conversationID, begin: Math.max(1, end - TAIL + 1), end, num: TAIL };
    const rows = (await openim.messages.pull(viewer.id, [range], call))[conversationID]?.messages ?? [];
    return rows.findLast((row) => row.sendID === viewer.id && sentAsIn(row.content) === outgoing.clientMsgID) ?? null;
  }

  return {
    async send(send, span) {
      const { viewer, outgoing } = send;
      const key = { userID: viewer.id, clientMsgID: outgoing.clientMsgID, digest: outgoing.digest };
      const claim = await ledger.claim(key);
      if (claim.kind === 'sent') return claim.message;
      if (claim.kind === 'ours') return deliver(send, key, span);
      if (Date.now() - claim.claimedAt.getTime() < SETTLED_MS) return lookFor(send, key, span);
      const found = await find(send, span);
      if (found !== null) return settled(key, found);
      if (!(await ledger.reclaim(key, claim.claimedAt))) throw new Fault('SEND_UNCERTAIN');
      return deliver(send, key, span);
    },
  };
}

export const conversationIDOf = (
  senderID: string,
  { recvID, groupID }: Pick<Outgoing, 'recvID' | 'groupID'>,
): string => (groupID === '' ? directID(senderID, recvID) : groupConversationID(groupID));

/** The same for the same send: OpenIM finds it again by this. */
const operationIDOf = ({ userID, clientMsgID, digest }: SendKey): string =>
  createHash('sha256').update(`${userID}\0${clientMsgID}\0${digest}`).digest('hex').slice(0, 32);

const wireOf = ({ viewer, profile, outgoing: { recvID, groupID, content, contentType } }: Send) => ({
  sendID: viewer.id,
  recvID,
  groupID,
  senderNickname: profile.nickname,
  senderFaceURL: profile.faceURL,
  senderPlatformID: viewer.platform,
  content,
  contentType,
  sessionType: groupID === '' ? DIRECT : GROUP,
});

const messageOf = (send: Send, { serverMsgID, clientMsgID, sendTime }: WireSent): WireMessage => ({
  ...wireOf(send),
  content: JSON.stringify(send.outgoing.content),
  serverMsgID,
  clientMsgID,
  sendTime,
  createTime: sendTime,
  msgFrom: BY_SYSTEM,
  seq: 0,
  status: 0,
  isRead: false,
  offlinePushInfo: null,
  atUserIDList: [],
  attachedInfo: '',
  ex: '',
});
