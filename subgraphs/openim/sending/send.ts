import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../kit/fault.ts';
import { directID, groupConversationID } from '../conversation-id.ts';
import { asAdmin, type Call, type Span } from '../rest/call.ts';
import { UpstreamFault } from '../rest/faults.ts';
import type { OpenIM } from '../rest/openim.ts';
import type { WireMessage, WireSent, WireUser } from '../rest/wire.ts';
import { type Ledger, SETTLED_MS, type SendKey } from './ledger.ts';
import type { Outgoing } from './message.ts';
import { findSent } from './tail.ts';

const DIRECT = 1;
const GROUP = 3;
/** From OpenIM's REST API. */
const BY_SYSTEM = 200;
const LOOK_EVERY_MS = 400;
const MOST_LOOKS = 5;

/** A message, and from whom it goes. */
interface Letter {
  readonly sender: { readonly id: string; readonly platform: number };
  /** Whose name and picture travel with the message. */
  readonly profile: WireUser;
  readonly outgoing: Outgoing;
}

export interface Send extends Letter {
  /** As whom the sender's conversations are read. */
  readonly call: Call;
}

/** Sends a message once, however often it is asked to. */
export interface Sender {
  /** The message as OpenIM keeps it; without a seq, which its answer does not tell. */
  send(send: Send, span: Span): Promise<WireMessage>;
}

export function createSender({ openim, ledger }: { openim: OpenIM; ledger: Ledger }): Sender {
  const find = (send: Send, since: Date, span: Span): Promise<WireMessage | null> =>
    findSent(openim.messages, {
      ...{ senderID: send.sender.id, outgoing: send.outgoing, since, call: { ...send.call, ...span } },
      conversationID: conversationIDOf(send.sender.id, send.outgoing),
    });

  async function deliver(send: Send, key: SendKey, span: Span): Promise<WireMessage> {
    const since = new Date();
    let sent: WireSent;
    try {
      sent = await openim.messages.send(wireOf(send), { ...asAdmin(span), operationID: operationIDOf(key) });
    } catch (error) {
      if (!(error instanceof UpstreamFault && error.outcome === 'unknown')) {
        await ledger.release(key).catch(unwritten(span));
        throw error;
      }
      // OpenIM may have taken it: what it keeps holds our `sentAs`.
      return settled(key, await patiently(() => find(send, since, span), span), span);
    }
    return settled(key, messageOfSent(send, sent), span);
  }

  /** It is sent, also where that cannot be written down: whoever asks again finds it in OpenIM. */
  async function settled(key: SendKey, message: WireMessage, span: Span): Promise<WireMessage> {
    await ledger.settle(key, message).catch(unwritten(span));
    return message;
  }

  /** Somebody sends it, or did and died: its answer, or the message itself, or nothing for long enough. */
  async function follow(send: Send, key: SendKey, span: Span): Promise<WireMessage> {
    for (let nth = 0; nth < MOST_LOOKS && !span.signal.aborted; nth++) {
      const claim = await ledger.claim(key);
      if (claim.kind === 'sent') return claim.message;
      if (claim.kind === 'ours') return deliver(send, key, span);
      const old = Date.now() - claim.claimedAt.getTime() >= SETTLED_MS;
      const found = await find(send, claim.claimedAt, span).catch((error: unknown) => {
        // Not having looked is no reason to send it again.
        if (old) throw error;
        return null;
      });
      if (found !== null) return settled(key, found, span);
      if (old && (await ledger.reclaim(key, claim.claimedAt))) return deliver(send, key, span);
      await patience(nth, span);
    }
    throw new Fault('SEND_UNCERTAIN');
  }

  return {
    send: (send, span) => {
      const { sender, outgoing } = send;
      return follow(send, { userID: sender.id, clientMsgID: outgoing.clientMsgID, digest: outgoing.digest }, span);
    },
  };
}

/** Looks until it is there; SEND_UNCERTAIN when it is not by then. */
async function patiently(look: () => Promise<WireMessage | null>, span: Span): Promise<WireMessage> {
  for (let nth = 0; nth < MOST_LOOKS && !span.signal.aborted; nth++) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await patience(nth, span);
  }
  throw new Fault('SEND_UNCERTAIN');
}

const patience = (nth: number, { signal }: Span): Promise<void> =>
  pause(LOOK_EVERY_MS * 2 ** nth, undefined, { signal }).catch(() => undefined);

const unwritten =
  ({ log }: Span) =>
  (error: unknown): void =>
    log.warn({ err: error }, 'what became of a send was not written down');

export const conversationIDOf = (
  senderID: string,
  { recvID, groupID }: Pick<Outgoing, 'recvID' | 'groupID'>,
): string => (groupID === '' ? directID(senderID, recvID) : groupConversationID(groupID));

/** The same for the same send: OpenIM finds it again by this. */
const operationIDOf = ({ userID, clientMsgID, digest }: SendKey): string =>
  createHash('sha256').update(`${userID}\0${clientMsgID}\0${digest}`).digest('hex').slice(0, 32);

export const wireOf = ({ sender, profile, outgoing: { recvID, groupID, content, contentType, options } }: Letter) => ({
  sendID: sender.id,
  recvID,
  groupID,
  senderNickname: profile.nickname,
  senderFaceURL: profile.faceURL,
  senderPlatformID: sender.platform,
  content,
  contentType,
  sessionType: groupID === '' ? DIRECT : GROUP,
  ...options,
});

export const messageOfSent = (send: Letter, { serverMsgID, clientMsgID, sendTime, modify }: WireSent): WireMessage => ({
  ex: '',
  offlinePushInfo: null,
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
  atUserIDList: [],
  attachedInfo: '',
  ...modify,
});
